"""An editor adds a film, is asked for captions and rights, and a page shows it."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cms.editing.faults import faults_of_pages
from cms.models import Film
from cms.services.editors import make_editor
from core.server.addressees import is_meant_for
from core.server.bodies import allowance_of
from tests.asking import client_of
from tests.cms.page_factories import (
    CAPTIONS,
    SAMPLES,
    FilmFactory,
    PictureFactory,
    StandardPageFactory,
    home,
)

pytestmark = pytest.mark.django_db
ADD = "/cms/snippets/cms/film/add/"


@pytest.fixture
def desk(pages, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return client_of(make_editor("ed", "correct horse battery"))


def upload(desk, path=ADD, name="vote.mp4", content=None, **changed):
    content = (SAMPLES / "vote.mp4").read_bytes() if content is None else content
    form = {
        "title": "Głosowanie", "poster": PictureFactory().pk, "author": "Klasa 2B", "rights": "own", "source": "",
        "people": "nobody", "spoken": "pl", "captions_pl": CAPTIONS, "captions_en": "", "captions_uk": "",
    } | changed  # fmt: skip
    if content:
        form["file"] = SimpleUploadedFile(name, content, content_type="video/mp4")
    return desk.post(path, form, headers={"accept-language": "pl"})


def captions_file(content):
    return SimpleUploadedFile("napisy.vtt", content, content_type="text/vtt")


def test_a_film_with_captions_is_taken_under_a_name_of_our_own(desk):
    answer = upload(
        desk, name="Ola Nowak, 2B.mp4", captions_file_en=captions_file(CAPTIONS.encode("utf-8-sig"))
    )
    assert answer.status_code == 302
    film = Film.objects.get()
    assert (film.kind, film.seconds, film.captions) == ("mp4", 3, ["pl", "en"])
    assert "Nowak" not in film.file.name


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"content": b"<!doctype html><script>alert(1)</script>"}, "file"),
        ({"content": b""}, "file"),
        ({"captions_pl": ""}, "captions_pl"),
        ({"captions_pl": "<script>alert(1)</script>"}, "captions_pl"),
        ({"captions_file_pl": captions_file(b"<html>")}, "captions_pl"),
        ({"captions_file_pl": captions_file(b"WEBVTT\xff\xfe")}, "captions_file_pl"),
        ({"spoken": "uk"}, "captions_uk"),
        ({"spoken": "other", "captions_pl": ""}, "captions_pl"),
        ({"poster": ""}, "poster"),
        ({"author": ""}, "author"),
        ({"people": ""}, "people"),
        ({"rights": "cc-by"}, "source"),
    ],
)
def test_a_film_that_lacks_something_is_refused_beside_the_field(desk, changed, field):
    answer = upload(desk, **changed)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert not Film.objects.exists()


def test_a_film_in_which_nothing_is_said_needs_no_captions(desk):
    assert upload(desk, spoken="nothing", captions_pl="").status_code == 302


def test_another_file_has_another_address_and_words_are_mended_without_one(desk):
    upload(desk)
    film = Film.objects.get()
    path = f"/cms/snippets/cms/film/edit/{film.pk}/"
    before = film.file.name
    assert (
        upload(desk, path, content=b"", captions_pl=CAPTIONS.replace("Głosujemy", "Liczymy")).status_code
        == 302
    )
    film.refresh_from_db()
    assert (film.file.name, "Liczymy" in film.captions_pl) == (before, True)
    assert upload(desk, path, content=(SAMPLES / "vote.webm").read_bytes()).status_code == 302
    film.refresh_from_db()
    assert film.kind == "webm"
    assert film.file.name != before


@pytest.mark.parametrize("who", ["teacher", "pa1", "leader", "stranger"])
def test_ac_07_nobody_else_adds_a_film(pages, request, who):
    browser = client_of(request.getfixturevalue(who))
    assert upload(browser).status_code == 302
    assert not Film.objects.exists()


def test_only_the_form_of_a_film_takes_a_large_body():
    assert allowance_of(ADD).bytes > 40 * 1024 * 1024
    assert allowance_of("/cms/snippets/cms/film/edit/1/").at_once == 2
    assert allowance_of("/cms/snippets/cms/film/").bytes == 6 * 1024 * 1024


def test_only_editors_hold_a_place_for_a_large_body(desk, pa1):
    def holds(browser):
        cookie = "; ".join(f"{one.key}={one.value}" for one in browser.cookies.values())
        scope = {"headers": [(b"cookie", cookie.encode())]}
        return is_meant_for(scope, allowance_of(ADD).meant_for)

    assert holds(desk)
    assert not holds(client_of(pa1))
    assert not holds(Client())
    desk.cookies["sessionid"] = "made-up"
    assert not holds(desk)


def test_what_is_wrong_with_a_film_on_a_page_is_found(desk, client):
    film = FilmFactory()
    body = [("film", {"title": "Film", "film": film, "transcript": "<p>Głosujemy.</p>"})]
    StandardPageFactory(parent=home("pl"), body=body)
    page = StandardPageFactory(parent=home("en"), body=body)

    def found():
        return {(fault.language, fault.problem) for fault in faults_of_pages() if fault.concerns == "Film"}

    assert {language for language, _problem in found()} == {"en"}
    text = client.get(page.path_here).content.decode()
    assert f'<source src="{film.address}" type="video/mp4">' in text
    [told] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    [video] = [node for node in json.loads(told)["@graph"] if node["@type"] == "VideoObject"]
    assert (video["name"], video["duration"], video["description"]) == ("Film", "P0DT00H00M03S", "Głosujemy.")
    film.delete()
    assert {language for language, _problem in found()} == {"pl", "en"}
    text = client.get(page.path_here).content.decode()
    assert "<video" not in text
    assert "Głosujemy." in text

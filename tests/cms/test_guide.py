"""The guide for editors stands in the admin, in three languages, and names what is on the screen."""

import re
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.utils.translation import override

from cms.editing.guide import DOCS, guide_in
from cms.services.editors import make_editor
from tools import library_words
from tools.places import LIBRARY_WORDS, ROOMS, ROOT

pytestmark = pytest.mark.django_db
LANGUAGES = ("pl", "en", "uk")
# Emphasis that names nothing on a screen.
PLAIN = {"Ty", "ти"}


def on_screens(language: str) -> set[str]:
    """Every message of rooms and libraries in `language`."""
    places = [*(ROOT / room for room in ROOMS), LIBRARY_WORDS, *library_words.libraries()]
    found: set[str] = set()
    for place in places:
        for domain in library_words.DOMAINS:
            said = library_words.said(place, "pl" if language == "en" else language, domain)
            for entry in said.values():
                found |= {entry.msgid} if language == "en" else set(library_words.texts(entry))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_what_stands_on_the_screen(language):
    screens = on_screens(language)
    filled = [
        re.escape(text).replace(r"%\(model_name\)s", ".+") for text in screens if "%(model_name)s" in text
    ]
    patterns = re.compile("|".join(f"(?:{one})" for one in filled))
    named = set(re.findall(r"<em>(.+?)</em>", guide_in(language))) - PLAIN
    steps = {step for text in named for step in text.split(" → ")}
    assert len(steps) > 12
    assert [step for step in sorted(steps) if step not in screens and not patterns.fullmatch(step)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_lead_to_its_parts_and_its_pictures_are_there(client, pages, language):
    client.force_login(make_editor("ed", "correct horse battery"))
    with override(language):
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        text = client.get("/cms/guide/").content.decode()
    targets = re.findall(r'<a href="#([^"]+)"', guide_in(language))
    assert len(targets) == 12
    for target in targets:
        assert f'id="{unquote(target)}"' in text
    pictures = re.findall(r'src="(/cms/guide/[^"]+)"', text)
    assert len(pictures) == len(list((DOCS / "pictures").glob("editors-*.png")))
    for picture in pictures:
        assert client.get(picture).getvalue()[:4] == b"\x89PNG"
    assert client.get("/cms/guide/editors-nothing.png").status_code == 404


def test_help_leads_to_it_and_to_no_other_site(client, pages):
    client.force_login(make_editor("ed", "correct horse battery"))
    text = client.get("/cms/").content.decode()
    assert "/cms/guide/" in text
    assert "guide.wagtail.org" not in text
    assert "wagtail.org" not in text.replace("www.enable-javascript", "")


def test_strangers_and_teachers_do_not_find_it(client, pages, teacher):
    assert client.get("/cms/guide/").status_code == 302
    client.force_login(teacher)
    assert client.get("/cms/guide/").status_code == 302

"""PR-06: everything that is kept about a person, in one file, for that person alone."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core.throttling import Throttled
from credentials.open_badges.baking import extract_png, extract_svg
from credentials.open_badges.pdf import extract_pdf
from credentials.selectors.verdicts import judge
from credentials.services.collecting import Piece
from credentials.services.issuing import issue_batch
from credentials.services.uploading import store_upload
from paths.services import working
from portfolio.archive import safe_name
from portfolio.models import Contact, DataArchive
from portfolio.services.archiving import ask_for_data, forget_archives, gather, unfinished
from portfolio.services.own_words import say_skill
from tests.asking import ask, client_of
from tests.credentials.conftest import after_undo, awarded, debate, seed  # noqa: F401
from tests.paths.conftest import small_path  # noqa: F401

CANARY = "Kanarek własnej pracy"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def unpacked(archive: DataArchive) -> dict[str, bytes]:
    archive.refresh_from_db()
    with archive.file.open("rb") as file, zipfile.ZipFile(io.BytesIO(file.read())) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def test_pr_06_the_archive_holds_rows_files_and_signed_badges(small_path, class_2b, pa1, awarded, tmp_path):
    working.hand_in(small_path.of(pa1), small_path.task, [Piece("text", text=CANARY)], actor=pa1)
    store_upload(pa1, key=uuid4(), content=b"%PDF-1.7 praca")
    say_skill(pa1, text="Gram na skrzypcach", area="heritage")
    issue_batch(awarded[0].batch, now=after_undo(awarded[0]))

    archive = ask_for_data(pa1)
    gather(archive)

    files = unpacked(archive)
    data = json.loads(files["data.json"])["data"]
    assert data["account"]["people.user.pk"][0]["family_name"] == pa1.family_name
    assert data["work"]["credentials.evidence.owner"][0]["text"] == CANARY
    assert data["profile"]["portfolio.ownskill.person"][0]["text"] == "Gram na skrzypcach"
    assert data["badges"]["credentials.credential.recipient"][0]["achievement__slug"] == "debata"
    assert sorted({name.split("/")[0] for name in files}) == [
        "badges", "data.json", "files", "index-en.html", "index-pl.html", "index-uk.html", "index.html", "read-me.txt",
    ]  # fmt: skip
    badges = {
        name.rpartition(".")[2]: content for name, content in files.items() if name.startswith("badges/")
    }
    assert sorted(badges) == ["json", "jwt", "pdf", "png", "svg"]
    stored = badges["json"].decode()
    assert json.loads(stored)["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert (extract_png(badges["png"]), extract_svg(badges["svg"])) == (stored, stored)
    assert extract_pdf(badges["pdf"]) == badges["json"]
    for content in badges.values():
        assert judge(content, now=timezone.now() + timedelta(minutes=11)).overall == "valid"
    assert b"%PDF-1.7 praca" in files.values()
    assert (archive.done, archive.parts - archive.done) == (archive.parts, 0)


def test_pr_06_the_index_leads_to_every_file_in_three_languages(small_path, class_2b, pa1, awarded):
    payload = "<script>alert(1)</script>"
    working.hand_in(small_path.of(pa1), small_path.task, [Piece("text", text=payload)], actor=pa1)
    issue_batch(awarded[0].batch, now=after_undo(awarded[0]))
    archive = ask_for_data(pa1)
    gather(archive)

    files = unpacked(archive)
    for name, word in (
        ("index-pl.html", "1 odznaka"),
        ("index-en.html", "1 badge"),
        ("index-uk.html", "1 бейдж"),
    ):
        page = files[name].decode()
        assert word in page
        assert payload not in page
        assert "&lt;script&gt;" in page
        linked = set(re.findall(r'href="([^"]+)"', page))
        assert linked == {one for one in files if one.startswith(("badges/", "index-", "data"))}
    assert files["index.html"] == files["index-pl.html"]


def test_pr_06_nothing_of_anybody_else_and_no_secret_is_in_it(small_path, class_2b, pa1, pa2, teacher):
    working.hand_in(small_path.of(pa2), small_path.task, [Piece("text", text=CANARY)], actor=pa2)
    Contact.objects.create(asker=pa1, asked=pa2, asked_at=timezone.now(), declined_at=timezone.now())

    archive = ask_for_data(pa1)
    gather(archive)

    whole = b"".join(unpacked(archive).values()).decode()
    for other in (pa2, teacher):
        assert other.family_name not in whole
        assert str(other.pk) not in whole
    for absent in (CANARY, "declined_at", "_digest"):
        assert absent not in whole


def test_pr_06_only_its_person_fetches_it_and_no_cache_keeps_it(class_2b, pa1, pa2, teacher, operator):
    archive = ask_for_data(pa1)
    address = f"/my-data/{archive.pk}"
    assert client_of(pa1).get(address).status_code == 404

    gather(archive)

    answer = client_of(pa1).get(address)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"].startswith('attachment; filename="kotylion-')
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    for other in (pa2, teacher, operator, None):
        assert client_of(other).get(address).status_code == 404


def test_the_phone_asks_and_sees_how_far_it_is(class_2b, pa1):
    asked = ask(pa1, "mutation { collectMyData { archive { ready url done parts } errors { code } } }").data
    assert asked["errors"] == []
    before = DataArchive.objects.get()
    gather(before)

    seen = ask(pa1, "{ keptData { topics { code label } ask archive { ready url } } }").data

    assert seen["archive"] == {"ready": True, "url": f"/my-data/{before.pk}"}
    assert seen["ask"] == ["LO A"]
    assert [one["code"] for one in seen["topics"]][:3] == ["account", "groups", "badges"]


def test_one_is_made_at_a_time_and_three_a_day(class_2b, pa1, media):
    first = ask_for_data(pa1)
    assert ask_for_data(pa1) == first
    for _again in range(2):
        gather(DataArchive.objects.get(person=pa1))
        ask_for_data(pa1)
    gather(DataArchive.objects.get(person=pa1))

    with pytest.raises(Throttled):
        ask_for_data(pa1)
    assert DataArchive.objects.count() == 1


def test_what_was_cut_off_is_begun_again_and_a_week_later_it_is_gone(
    class_2b, pa1, media, django_capture_on_commit_callbacks
):
    archive = ask_for_data(pa1)
    now = timezone.now()
    assert unfinished(now) == []
    assert unfinished(now + timedelta(minutes=11)) == [archive]
    gather(archive)
    assert unfinished(now + timedelta(minutes=11)) == []
    gather(archive)
    assert [path.name for path in (media / "archives").iterdir()] == [archive.pk.hex]

    with django_capture_on_commit_callbacks(execute=True):
        assert forget_archives(now + timedelta(days=6)) == 0
        assert forget_archives(now + timedelta(days=8)) == 1

    assert list((media / "archives").iterdir()) == []
    assert not DataArchive.objects.exists()


@given(st.text(max_size=200), st.text(max_size=200))
def test_a_name_in_the_archive_stays_in_it(folder, name):
    path = safe_name(folder, name)

    assert path.count("/") == 1
    assert not any(part.startswith(".") or not part for part in path.split("/"))
    assert "\\" not in path
    assert path.isascii()

"""`/e/<code>`: scanning, signing in on the way, the screens of who keeps the door; nothing for a preview."""

import json
import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from events.models import Attendance
from events.services import check_in_codes
from tests.asking import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(meeting):
    return check_in_codes.shown_now(meeting, timezone.now())


NO_CODE = "/e/" + "A" * 32


def path_of(address: str) -> str:
    return address.removeprefix("http://localhost:8000")


def test_one_scan_and_one_post(meeting, shown, pa1):
    browser = client_of(pa1)
    page = browser.get(path_of(shown.address))

    assert (page.status_code, "data-goes-by-itself" in page.content.decode()) == (200, True)
    assert not Attendance.objects.exists()
    assert browser.post(path_of(shown.address)).status_code == 200
    assert browser.post(path_of(shown.address)).status_code == 200
    assert [(one.user, one.method) for one in Attendance.objects.all()] == [(pa1, "projector")]


def test_a_preview_of_the_link_writes_nothing(shown, client):
    page = client.get(path_of(shown.address), HTTP_USER_AGENT="WhatsApp/2")

    assert page.status_code == 200
    assert not Attendance.objects.exists()
    assert not Session.objects.exists()
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in page.headers["Cache-Control"]


def test_au_06_signing_in_takes_ten_minutes_and_the_scan_still_counts(meeting, shown, pa1, client, at):
    scanned_at = timezone.now()
    client.get(path_of(shown.address))
    client.force_login(pa1, backend="django.contrib.auth.backends.ModelBackend")
    at(scanned_at + timedelta(minutes=9))

    assert client.post(path_of(shown.address)).status_code == 200
    assert Attendance.objects.get().checked_in_at == scanned_at.replace(
        microsecond=Attendance.objects.get().checked_in_at.microsecond
    )


def test_au_06_the_scan_of_another_device_does_not_count(meeting, shown, pa1, client, at):
    client.get(path_of(shown.address))
    at(timezone.now() + timedelta(minutes=2))

    assert client_of(pa1).post(path_of(shown.address)).status_code == 422
    assert not Attendance.objects.exists()


def test_au_06_a_held_scan_ends_after_ten_minutes(meeting, shown, pa1, client, at, monkeypatch):
    client.get(path_of(shown.address))
    client.force_login(pa1, backend="django.contrib.auth.backends.ModelBackend")
    later = timezone.now() + timedelta(minutes=10, seconds=1)
    at(later)
    monkeypatch.setattr("django.core.signing.time.time", later.timestamp)

    assert client.post(path_of(shown.address)).status_code == 422
    assert not Attendance.objects.exists()


def test_a_code_of_an_event_that_is_not_yours_looks_like_a_wrong_one(shown, pc):
    browser = client_of(pc)
    foreign, made_up = browser.get(path_of(shown.address)), browser.get(NO_CODE)

    assert (foreign.status_code, made_up.status_code) == (422, 422)
    assert without_token(foreign) == without_token(made_up)


def without_token(page) -> str:
    body = re.sub(r'csrfmiddlewaretoken" value="\w+"', "", page.content.decode())
    return body.replace(page.request["PATH_INFO"], "/e/")


def test_digits_are_typed(meeting, shown, pa1):
    browser = client_of(pa1)

    assert meeting.title["en"] in browser.get("/e/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert browser.post("/e/", {"code": "12 3", "event": meeting.pk}).status_code == 422
    assert browser.post("/e/", {"code": shown.digits}).status_code == 200
    assert Attendance.objects.get().method == "digits"


def test_a_printed_code_is_typed(meeting, teacher, pa1):
    _code, letters = check_in_codes.make_printed_code(
        meeting, cap=1, valid_from=meeting.starts_at, valid_until=meeting.ends_at, actor=teacher
    )

    assert client_of(pa1).post("/e/", {"code": letters.lower()}).status_code == 200
    assert Attendance.objects.get().method == "printed"


def test_a_visitor_who_types_signs_in_first(client):
    page = client.get("/e/", HTTP_ACCEPT_LANGUAGE="en")
    words = page.content.decode()
    assert (page.status_code, "four digits" in words, 'name="code"' in words) == (200, True, False)
    assert 'href="/sign-in/?next=/e/"' in words


def test_the_screen_shows_no_names_and_changes(meeting, shown, teacher, pa1):
    browser = client_of(teacher)
    client_of(pa1).post(path_of(shown.address))
    page = browser.get(f"/events/{meeting.pk}/projector").content.decode()
    now = json.loads(browser.get(f"/events/{meeting.pk}/projector.json").content)

    assert pa1.family_name not in page
    assert now["here"] == 1
    assert (now["digits"], "<svg" in now["svg"]) == (shown.digits, True)
    same = json.loads(browser.get(f"/events/{meeting.pk}/projector.json?step={now['step']}").content)
    assert "svg" not in same


@pytest.mark.parametrize("moment", [timedelta(hours=-2), timedelta(hours=2)], ids=["before", "after"])
def test_a_closed_door_shows_no_code(meeting, teacher, at, moment):
    at(meeting.starts_at + moment)
    now = json.loads(client_of(teacher).get(f"/events/{meeting.pk}/projector.json").content)

    assert now["open"] is False
    assert not {"digits", "svg", "step"} & now.keys()


@pytest.mark.parametrize("address", ["projector", "projector.json", "teams", "teams.json"])
@pytest.mark.parametrize("who", ["pa1", "pc", "teacher_c", "leader", "operator"])
def test_the_screens_are_for_who_keeps_the_door(meeting, address, who, request):
    assert client_of(request.getfixturevalue(who)).get(f"/events/{meeting.pk}/{address}").status_code == 404


def test_the_poster_is_for_who_has_its_letters(meeting, teacher, teacher_c, pa1):
    _code, letters = check_in_codes.make_printed_code(
        meeting, cap=30, valid_from=meeting.starts_at, valid_until=meeting.ends_at, actor=teacher
    )
    page = f"/events/{meeting.pk}/printed/{letters}"

    body = client_of(teacher).get(page).content.decode()
    assert letters in body
    assert "<svg" in body
    assert client_of(teacher).get(f"/events/{meeting.pk}/printed/0000-0000").status_code == 404
    assert client_of(teacher_c).get(page).status_code == 404
    assert client_of(pa1).get(page).status_code == 404


def test_tx_01_a_hostile_title_is_text_on_every_screen(meeting, shown, teacher, pa1):
    hostile = "<script>alert(1)</script>"
    meeting.title = dict.fromkeys(("pl", "en", "uk"), hostile)
    meeting.save()
    _code, letters = check_in_codes.make_printed_code(
        meeting, cap=30, valid_from=meeting.starts_at, valid_until=meeting.ends_at, actor=teacher
    )
    for person, page in (
        (teacher, f"/events/{meeting.pk}/projector"),
        (teacher, f"/events/{meeting.pk}/teams"),
        (teacher, f"/events/{meeting.pk}/printed/{letters}"),
        (pa1, "/e/"),
        (pa1, path_of(shown.address)),
    ):
        body = client_of(person).get(page).content.decode()
        assert hostile not in body
        assert "&lt;script&gt;alert(1)" in body

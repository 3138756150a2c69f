"""The calendar file, read by somebody else's reader (vobject); `tests/interop` reads it with ical.js too."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import vobject
from django.test import Client
from django.utils import timezone, translation
from hypothesis import given, settings
from hypothesis import strategies as st

from events.calendar import calendar_of, uid_of
from events.models import CalendarFeed, Event, Place
from events.services.calendar_feeds import end_feed, make_feed
from tests.asking import client_of
from tests.events.planning.conftest import warsaw
from tests.factories import EventFactory, PlaceFactory

HOSTILE = 'Debata; o "wszystkim", \\ albo\nBEGIN:VEVENT\r\nEND:VCALENDAR'


def an_event(**changed) -> Event:
    """Nothing of it stands in the database."""
    known = {
        "slug": "debata", "kind": "debate", "title": {"pl": "Debata"}, "visibility": "public",
        "starts_at": warsaw("2027-03-30 16:00"), "ends_at": warsaw("2027-03-30 18:00"), "sequence": 2,
        "changed_at": warsaw("2027-01-01 12:00"),
    }  # fmt: skip
    return Event(**{**known, **changed})


def read(body: bytes):
    return vobject.readOne(body.decode()).vevent


def test_everything_a_calendar_asks_for_is_there():
    place = Place(name="Dom Kultury", address="ul. Krótka 1", town="Ełk", lat=53.8235, lon=22.36)
    event = an_event(place=place, description={"pl": "Przyjdź"})

    with translation.override("pl"):
        found = read(calendar_of([event], name="Wydarzenia"))

    assert found.uid.value == uid_of(event) == f"{event.pk}@localhost"
    assert found.summary.value == "Debata"
    assert found.dtstart.value == event.starts_at
    assert found.dtend.value == event.ends_at
    assert found.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Warsaw"]
    assert (found.sequence.value, found.status.value, found.geo.value) == ("2", "CONFIRMED", "53.8235;22.36")
    assert found.location.value == "Dom Kultury, ul. Krótka 1, Ełk"
    assert found.categories.value == ["Debata oksfordzka"]
    assert found.url.value.endswith("/events/debata")


@pytest.mark.parametrize("month,offset", [("01", 1), ("07", 2)])
def test_the_clock_of_the_file_is_the_clock_of_poland(month, offset):
    event = an_event(starts_at=warsaw(f"2027-{month}-10 16:00"), ends_at=warsaw(f"2027-{month}-10 18:00"))
    found = read(calendar_of([event], name="x"))

    assert found.dtstart.value.hour == 16
    assert found.dtstart.value.utcoffset() == timedelta(hours=offset)


def test_what_was_called_off_says_so():
    event = an_event(cancelled_at=timezone.now())

    assert read(calendar_of([event], name="x")).status.value == "CANCELLED"


def test_tx_01_hostile_words_end_no_line_and_no_event():
    event = an_event(
        title={"pl": HOSTILE}, description={"pl": HOSTILE}, place=Place(name=HOSTILE, town="Ełk")
    )
    body = calendar_of([event], name=HOSTILE)

    lines = body.split(b"\r\n")
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VCALENDAR") == 1
    found = read(body)
    assert found.summary.value.replace("\r", "") == HOSTILE.replace("\r", "")
    assert found.location.value.startswith('Debata; o "wszystkim"')


@settings(deadline=None)
@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_whatever_is_written_lines_stay_within_75_bytes_and_come_back(text):
    body = calendar_of([an_event(title={"pl": text or "x"}, description={"pl": text})], name="x")

    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert read(body).summary.value == (text or "x")


def test_an_online_address_is_for_who_is_going():
    event = an_event(online_url="https://spotkanie.example/1")

    assert b"spotkanie.example" not in calendar_of([event], name="x")
    assert b"spotkanie.example" in calendar_of([event], name="x", online=True)


def test_an_empty_calendar_is_a_calendar():
    assert calendar_of([], name="Nic").startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_file_of_a_public_event(db):
    EventFactory(slug="piknik", visibility="public", place=PlaceFactory())
    response = Client().get("/events/piknik.ics")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="piknik.ics"'
    assert read(response.content).summary.value == "Spotkanie piknik"


class TestOnesOwnFeed:
    def test_it_holds_what_concerns_the_person_and_nothing_else(self, class_2b, class_2c, pa1):
        mine = EventFactory(group=class_2b.group)
        EventFactory(group=class_2c.group)
        EventFactory(visibility="public")
        address = make_feed(pa1)

        body = Client().get(address.removeprefix("http://localhost:8000")).content.decode()

        assert re.findall(r"UID:(\S+)@", body) == [str(mine.pk)]

    def test_a_new_address_ends_the_old_and_switching_off_ends_it(self, pa1):
        old = make_feed(pa1).removeprefix("http://localhost:8000")
        new = make_feed(pa1).removeprefix("http://localhost:8000")
        assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)

        end_feed(pa1)

        assert Client().get(new).status_code == 404

    def test_the_secret_is_shown_once_and_not_kept(self, pa1):
        client = client_of(pa1)
        html = client.post("/calendar/", {"act": "make"}).content.decode()
        secret = re.search(r"/calendar/([\w-]+)\.ics", html)[1]

        assert secret not in client.get("/calendar/").content.decode()
        assert secret not in CalendarFeed.objects.get().digest

    def test_who_is_gone_has_no_feed(self, pa1):
        address = make_feed(pa1).removeprefix("http://localhost:8000")
        pa1.is_active = False
        pa1.save()

        assert Client().get(address).status_code == 404

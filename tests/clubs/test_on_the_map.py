"""Clubs on the map of events: meeting places of those that can be found, and no event of those that cannot."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from clubs.models import Club, Vouch
from clubs.services import changing, hiding, vouching
from events.hosting import may_be_public
from events.models import Event
from tests.factories import EventFactory, PlaceFactory

PLACE = {"name": "Biblioteka", "town": "Łódź", "lat": 51.77, "lon": 19.46}
BOX = "/events.geojson?bbox=19,51,20,52&z=12&layers=clubs"


@pytest.fixture
def meeting(of_club: Club, leader) -> Club:
    return changing.change_club(of_club, {"meeting_place": PLACE, "meeting_time": "środy"}, actor=leader)


def shown(address: str) -> list[str]:
    cache.clear()
    return [one["properties"].get("title", "") for one in Client().get(address).json()["features"]]


def test_a_club_that_can_be_found_stands_where_it_meets(meeting: Club):
    assert shown(BOX) == ["Klub Rozmów"]
    assert shown(BOX.replace("19,51,20,52", "20,52,21,53")) == []


@pytest.mark.parametrize(
    "change", [{"listed": False}, {"kind": "integration_club"}, {"hidden_at": timezone.now()}]
)
def test_no_other_club_stands_there(meeting: Club, change):
    Club.objects.filter(pk=meeting.pk).update(**change)
    assert shown(BOX) == []


def test_the_events_of_a_sensitive_club_are_not_public(meeting: Club, leader):
    now = timezone.now()
    Event.objects.create(
        slug="oaza", kind="meeting", title={"pl": "Rekolekcje"}, group=meeting.group, visibility="public",
        starts_at=now + timedelta(days=1), ends_at=now + timedelta(days=1, hours=1), published_at=now,
    )  # fmt: skip
    assert may_be_public(meeting.group)
    assert Client().get("/events/oaza").status_code == 200
    changing.change_club(meeting, {"kind": "parish_youth"}, actor=leader)
    assert not may_be_public(meeting.group)
    assert Client().get("/events/oaza").status_code == 404


LISTED = "/events.geojson?bbox=19,51,20,52&z=12&layers=clubs,events"


def told(address: str) -> str:
    """What a visitor gets now, with everything that is remembered."""
    return Client().get(address).content.decode()


def change_kind(club: Club, leader, coordinator) -> None:
    changing.change_club(club, {"kind": "parish_youth"}, actor=leader)


def withdraw(club: Club, leader, coordinator) -> None:
    vouch = Vouch.objects.create(club=club, by=club.group.parent, state="given")
    vouching.withdraw_vouch(vouch, actor=coordinator, now=timezone.now())


def report_it(club: Club, leader, coordinator) -> None:
    hiding.hide_club(club)


@pytest.mark.parametrize("act", [change_kind, withdraw, report_it])
def test_what_is_remembered_of_the_map_is_forgotten_at_once(
    act, meeting: Club, leader, coordinator, django_capture_on_commit_callbacks
):
    place = PlaceFactory(name="Strych", town="Łódź", lat=51.77, lon=19.46)
    EventFactory(slug="strych", group=meeting.group, visibility="public", place=place)
    addresses = ("/events/", LISTED, "/events.ics")
    assert ["strych" in told(address).lower() for address in addresses] == [True, True, True]
    assert "Klub Rozmów" in told(BOX)

    with django_capture_on_commit_callbacks(execute=True):
        act(meeting, leader, coordinator)

    assert ["strych" in told(address).lower() for address in addresses] == [False, False, False]
    assert "Klub Rozmów" not in told(BOX)


def test_a_vouch_that_is_given_shows_the_clubs_events_at_once(
    meeting: Club, coordinator, django_capture_on_commit_callbacks
):
    school = meeting.group.parent
    meeting.group.parent = None
    meeting.group.save()
    EventFactory(slug="strych", group=meeting.group, visibility="public", place=PlaceFactory())
    assert "strych" not in told("/events/")
    vouch = Vouch.objects.create(club=meeting, by=school, state="asked")
    with django_capture_on_commit_callbacks(execute=True):
        vouching.decide_vouch(vouch, give=True, actor=coordinator, now=timezone.now())
    assert "strych" in told("/events/")

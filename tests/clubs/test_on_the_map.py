"""Clubs on the map of events: meeting places of those that can be found, and no event of those that cannot."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from clubs.models import Club
from clubs.services import changing
from events.hosting import may_be_public
from events.models import Event

PLACE = {"name": "Biblioteka", "town": "Łódź", "lat": 51.77, "lon": 19.46}
BOX = "/events.geojson?bbox=19,51,20,52&z=12&layers=clubs"


@pytest.fixture
def meeting(of_club: Club, leader) -> Club:
    cache.clear()
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

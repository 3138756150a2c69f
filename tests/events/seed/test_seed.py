"""The sample events of `content/events.json`: all there, in places that exist, ahead of whoever looks."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from credentials.services.seeding import load_achievements
from events.enums import Accessibility, DateBasis, EventKind, Voivodeship
from events.models import Event, Place
from events.series import WARSAW
from events.services.seeding import load_events, times_ahead
from tests.events.planning.conftest import warsaw

ENTRIES = json.loads((settings.CONTENT / "events.json").read_text("utf-8"))["events"]
VOCABULARY = json.loads((settings.CONTENT / "events.json").read_text("utf-8"))["vocabulary"]


@pytest.fixture
def badges(issuer, club):
    return load_achievements(settings.CONTENT, issuer, club)


def test_the_portal_knows_every_word_of_the_file():
    assert set(VOCABULARY["event_kind"]) <= set(EventKind.values)
    assert set(VOCABULARY["accessibility"]) == set(Accessibility.values)
    assert set(VOCABULARY["date_basis"]) <= set(DateBasis.values)
    assert {one["voivodeship"] for one in ENTRIES} <= set(Voivodeship.values)


def test_forty_eight_events_stand_ahead_with_place_badges_and_a_mark(badges):
    now = warsaw("2026-11-22 12:00")

    load_events(settings.CONTENT, now=now)

    events = Event.objects.all()
    assert events.count() == 48
    assert Place.objects.count() == 48
    assert events.filter(ends_at__lte=now).count() == 0
    assert events.filter(is_demo=True, visibility="public", group=None, cell__isnull=False).count() == 48
    without = [one["slug"] for one in ENTRIES if not one["related_badges"]]
    assert sorted(events.filter(related_badges=None).values_list("slug", flat=True)) == sorted(without)
    elk = events.get(slug="sprzatanie-elk")
    assert elk.starts_at.astimezone(WARSAW).isoformat() == "2027-09-17T09:00:00+02:00"
    assert elk.searchable.split("\n")[0] == "sprzatanie swiata"


def test_a_second_run_changes_nothing_and_a_year_later_all_lie_ahead_again(badges):
    load_events(settings.CONTENT, now=warsaw("2026-11-22 12:00"))
    before = list(Event.objects.order_by("pk").values_list("pk", "starts_at", "changed_at"))

    load_events(settings.CONTENT, now=warsaw("2026-11-22 12:01"))
    assert list(Event.objects.order_by("pk").values_list("pk", "starts_at", "changed_at")) == before

    later = warsaw("2028-01-02 12:00")
    load_events(settings.CONTENT, now=later)
    assert Event.objects.count() == 48
    assert Event.objects.filter(ends_at__lte=later).count() == 0


@given(days=st.integers(0, 4000), entry=st.sampled_from(ENTRIES))
def test_a_moved_date_keeps_its_clock_and_its_day(days, entry):
    now = datetime(2026, 1, 1, 12, tzinfo=WARSAW).astimezone(WARSAW) + days * (
        warsaw("2026-01-02 12:00") - warsaw("2026-01-01 12:00")
    )
    original = datetime.fromisoformat(entry["starts_at"]).astimezone(WARSAW)
    starts, ends = times_ahead(entry, now)

    assert ends > now
    assert starts.time() == original.time()
    if entry["date_basis"] == "fixed_date":
        assert (starts.month, starts.day) == (original.month, original.day)
    else:
        assert starts.isoweekday() == original.isoweekday()

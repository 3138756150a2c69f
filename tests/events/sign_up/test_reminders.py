"""The day before, in daylight; and a year after, nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import Delivery
from events.models import Event, SignUp
from events.services.reminding import forget_sign_ups, remind_due
from events.services.signing_up import sign_up
from people.notices import line_of
from tests.events.planning.conftest import warsaw
from tests.factories import PlaceFactory


@pytest.fixture
def tomorrow(event_of, pa1) -> Event:
    """Tuesday at four; PA1 goes."""
    event = event_of(
        starts_at=warsaw("2030-03-12 16:00"), ends_at=warsaw("2030-03-12 18:00"), place=PlaceFactory(),
        title={"pl": "Debata"},
    )  # fmt: skip
    sign_up(event, user=pa1)
    return event


@pytest.mark.parametrize(
    "moment,events",
    [
        ("2030-03-11 15:59", 0),  # a day and a minute before
        ("2030-03-11 16:00", 1),
        ("2030-03-11 20:59", 1),
        ("2030-03-11 21:00", 0),  # quiet
        ("2030-03-12 06:59", 0),
        ("2030-03-12 07:00", 1),
        ("2030-03-12 16:00", 0),  # it begins
    ],
)
def test_a_day_before_and_never_at_night(moment, events, tomorrow, pa1):
    assert remind_due(warsaw(moment)) == events
    told = Delivery.objects.filter(activity__fact="events.EventNear")
    assert [one.recipient for one in told] == [pa1] * events


def test_once(tomorrow):
    now = warsaw("2030-03-11 17:00")

    assert (remind_due(now), remind_due(now)) == (1, 0)


def test_what_was_called_off_or_taken_down_is_not_called_near(tomorrow):
    now = warsaw("2030-03-11 17:00")
    Event.objects.update(cancelled_at=now)
    assert remind_due(now) == 0
    Event.objects.update(cancelled_at=None, hidden_at=now)
    assert remind_due(now) == 0


def test_the_line_says_what_when_and_where(tomorrow, pa1):
    about = {"event_id": str(tomorrow.pk)}

    assert line_of("events.EventNear", about, pa1.pk) == (
        "Już niedługo: „Debata”. Wtorek, 12 marca 2030, 16:00–18:00, Dom Kultury, Ełk."
    )
    Event.objects.update(cancelled_at=timezone.now(), cancellation_reason="Choroba.")
    assert line_of("events.EventCancelled", about, pa1.pk) == (
        "Odwołane: „Debata” (wtorek, 12 marca 2030, 16:00–18:00). Choroba."
    )
    assert line_of("events.EventMoved", about, pa1.pk) == ""


@pytest.mark.parametrize("days,left", [(364, 1), (366, 0)])
def test_a_year_after_nobody_knows_who_signed_up(days, left, tomorrow):
    forget_sign_ups(tomorrow.ends_at + timedelta(days=days))

    assert SignUp.objects.count() == left

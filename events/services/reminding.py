"""A reminder the day before, never at night; and forgetting who signed up, a year after."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core.emitting import Audience, emit
from events.domain_events import EventNear
from events.models import Event, SignUp
from events.selectors.attenders import who_signed_up
from events.series import WARSAW

# Nothing reaches anybody's phone between these hours (product.md, part 4, rule 10).
QUIET_FROM, QUIET_UNTIL = 21, 7
AHEAD = timedelta(hours=24)
MOST_AT_ONCE = 200


def is_quiet(now: datetime) -> bool:
    hour = timezone.localtime(now, WARSAW).hour
    return hour >= QUIET_FROM or hour < QUIET_UNTIL


def remind_due(now: datetime) -> int:
    """Remind who signed up of what begins within a day; each event once. Answers how many events.

    What falls into the quiet hours is told when they are over.
    """
    if is_quiet(now):
        return 0
    due = (
        Event.objects.shown()
        .filter(reminded_at=None, cancelled_at=None, starts_at__gt=now, starts_at__lte=now + AHEAD)
        .order_by("starts_at")
        .values_list("pk", flat=True)[:MOST_AT_ONCE]
    )
    return sum(_remind(pk, now) for pk in list(due))


@transaction.atomic
def _remind(event_id: UUID, now: datetime) -> int:
    # The update is the lock: whoever sets the mark tells the people.
    if not Event.objects.filter(pk=event_id, reminded_at=None).update(reminded_at=now):
        return 0
    event = Event.objects.get(pk=event_id)
    people = who_signed_up(event)
    if people:
        audience = Audience(deliver_to=tuple(people), scope=event.group_id)
        emit(EventNear(event_id=event.pk), actor=None, audience=audience)
    return 1


def forget_sign_ups(now: datetime) -> int:
    """Delete who signed up for events that ended a year ago (answers.md 29). Answers how many rows."""
    long_over = now - timedelta(days=settings.KOTYLION_LIMITS["attendance_days"])
    deleted, _by_model = SignUp.objects.filter(event__ends_at__lt=long_over).delete()
    return deleted

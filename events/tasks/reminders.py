"""Promises about time: reminders, places that wait for a guardian, forgetting."""

from __future__ import annotations

from django.utils import timezone

from core.server import periodic
from events.enums import SignUpState
from events.models import Event
from events.services.reminding import forget_sign_ups, remind_due
from events.services.signing_up import end_late_holds

MOST_AT_ONCE = 200


def remind() -> None:
    remind_due(timezone.now())


def end_holds() -> None:
    """Free the places of those whose guardian has not answered in time."""
    held = Event.objects.filter(
        sign_ups__state=SignUpState.AWAITING_CONSENT, capacity__isnull=False, ends_at__gt=timezone.now()
    )
    for event in held.distinct()[:MOST_AT_ONCE]:
        end_late_holds(event)


def forget() -> None:
    forget_sign_ups(timezone.now())


periodic.register(remind, 300)
periodic.register(end_holds, 600)
periodic.register(forget, 3600)

"""The waiting list moves: who waits longest has the place that was freed."""

from __future__ import annotations

from django.utils import timezone

from core.emitting import emit
from events.audiences import of_one_person
from events.domain_events import PlaceFreed
from events.enums import SignUpState
from events.models import Event, SignUp
from events.selectors.attenders import taken_places
from events.services.agreeing import needs_consent_still
from people.models import User


def promote(event: Event, *, actor: User | None) -> int:
    """Give free places to those who wait, in the order in which they came; answers how many.

    The caller holds the event's row. Whose guardian has not agreed yet keeps the place for a while only.
    """
    now = timezone.now()
    if event.cancelled_at is not None or event.ends_at <= now:
        return 0
    waiting = SignUp.objects.filter(event=event, state=SignUpState.WAITING).select_related("user")
    waiting = waiting.order_by("since", "pk")
    if event.capacity is not None:
        free = max(0, event.capacity - taken_places(event))
        waiting = waiting[:free]
    promoted = list(waiting)
    for one in promoted:
        waits = needs_consent_still(event, one.user)
        one.state = SignUpState.AWAITING_CONSENT if waits else SignUpState.GOING
        one.since = now if waits else one.since
        one.save(update_fields=["state", "since"])
        emit(
            PlaceFreed(event_id=event.pk, user_id=one.user_id),
            actor=actor,
            audience=of_one_person(event, one.user_id, deliver=True),
        )
    return len(promoted)

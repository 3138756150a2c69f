"""Who comes to an event: counts for everybody, ids for those who have to be told."""

from __future__ import annotations

from uuid import UUID

from events.audiences import people_of
from events.enums import SignUpMode, SignUpState
from events.models import Event, SignUp

# Who waits for a guardian keeps a place meanwhile.
HOLDING = (SignUpState.GOING, SignUpState.AWAITING_CONSENT)


def taken_places(event: Event) -> int:
    return SignUp.objects.filter(event=event, state__in=HOLDING).count()


def who_signed_up(event: Event) -> list[UUID]:
    """Everybody who said they will come, in the order of saying it."""
    coming = SignUp.objects.filter(event=event, user__is_active=True).exclude(state=SignUpState.CANCELLED)
    return list(coming.order_by("since", "pk").values_list("user_id", flat=True)[:5000])


def who_should_know(event: Event) -> list[UUID]:
    """Who signed up; where nobody has to, everybody it is for."""
    coming = who_signed_up(event)
    if event.sign_up == SignUpMode.OPEN:
        return coming
    return list(dict.fromkeys([*coming, *people_of(event)]))

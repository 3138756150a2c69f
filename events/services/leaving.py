"""What becomes of a person's places when they leave a group."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from events.enums import SignUpState
from events.models import Event, SignUp
from events.selectors.events import events_visible_to
from events.services.signing_up import locked, release
from people.models import User

MOST = 300


@transaction.atomic
def give_up_places_in(group_id: UUID, user_id: UUID) -> int:
    """Take back sign-ups to coming events that are the group's own; public ones stay. Answers how many."""
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        return 0
    coming = Event.objects.filter(
        sign_ups__user=user_id,
        sign_ups__state__in=[SignUpState.GOING, SignUpState.WAITING, SignUpState.AWAITING_CONSENT],
        ends_at__gt=timezone.now(),
    )
    concerned = coming.filter(group=group_id) | coming.filter(group__parent=group_id)
    concerned = concerned | coming.filter(invited_groups=group_id)
    return sum(_give_up(locked(event), user) for event in concerned.distinct()[:MOST])


def _give_up(event: Event, user: User) -> bool:
    sign_up = SignUp.objects.get(event=event, user=user)
    # A sign-up opens an event by itself; without it the question is who else may see it.
    SignUp.objects.filter(pk=sign_up.pk).update(state=SignUpState.CANCELLED)
    stays = events_visible_to(user).filter(pk=event.pk).exists()
    SignUp.objects.filter(pk=sign_up.pk).update(state=sign_up.state)
    return not stays and release(event, user, actor=None)

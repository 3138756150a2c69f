"""Opening sign-in for a quarter of an hour, so that a card alone is enough (answers.md 21)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from classroom.domain_events import SignInClosed, SignInOpened
from classroom.models import SchoolClass
from core.emitting import emit
from core.refusals import Refusal
from people.audiences import for_staff
from people.models import Group, User


@transaction.atomic
def open_sign_in(group: Group, *, actor: User) -> datetime:
    """Open it, or open it anew; answers until when."""
    until = timezone.now() + timedelta(seconds=settings.KOTYLION_LIMITS["sign_in_open_seconds"])
    if not SchoolClass.objects.filter(group=group).update(sign_in_open_until=until):
        raise Refusal("NOT_A_CLASS", _("Only a school class has sign-in cards."))
    emit(SignInOpened(group_id=group.pk), actor=actor, audience=for_staff(group.pk))
    return until


@transaction.atomic
def close_sign_in(group: Group, *, actor: User) -> None:
    """Close it now. Closing it again changes nothing."""
    if (
        SchoolClass.objects.filter(group=group)
        .exclude(sign_in_open_until=None)
        .update(sign_in_open_until=None)
    ):
        emit(SignInClosed(group_id=group.pk), actor=actor, audience=for_staff(group.pk))

"""Opening and closing the places where learners may show that they can do something already."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from credentials.domain_events import DeskClosed, DeskOpened
from credentials.models import Achievement, ApplicationDesk
from credentials.selectors.offerable import Place
from people.audiences import for_staff
from people.models import User


def open_desk(place: Place, achievement: Achievement, *, actor: User) -> ApplicationDesk:
    """Let learners apply for the badge here; opening it again changes nothing.

    Raises Refusal ACHIEVEMENT_NOT_AWARDABLE.
    """
    if not place.offerable.filter(pk=achievement.pk).exists():
        raise Refusal("ACHIEVEMENT_NOT_AWARDABLE", _("This badge cannot be awarded here."))
    try:
        with transaction.atomic():
            desk = ApplicationDesk.objects.create(achievement=achievement, group=place.group, opened_by=actor)
            emit(DeskOpened(desk_id=desk.pk), actor=actor, audience=_staff_of(desk))
            return desk
    except IntegrityError:
        return ApplicationDesk.objects.get(achievement=achievement, group=place.group, closed_at=None)


@transaction.atomic
def close_desk(desk: ApplicationDesk, *, actor: User, now: datetime) -> None:
    """No new applications; those that wait are answered all the same. Again changes nothing."""
    if ApplicationDesk.objects.filter(pk=desk.pk, closed_at=None).update(closed_at=now):
        emit(DeskClosed(desk_id=desk.pk), actor=actor, audience=_staff_of(desk))
    desk.refresh_from_db(fields=["closed_at"])


def _staff_of(desk: ApplicationDesk) -> Audience:
    return for_staff(desk.group_id) if desk.group_id is not None else Audience()

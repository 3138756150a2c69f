"""Handing a badge to members: one act, one credential each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext_lazy

from clubs.models import Club
from clubs.services.refusing import require_open
from core.access import NotFound, as_uuid
from core.refusals import Refusal
from credentials.models import Achievement, Upload
from credentials.services import awarding
from credentials.services.awarding import Awarded
from paths.services.completing import complete_steps_satisfied_by
from people.models import Membership, User

MOST_AT_ONCE = 100
# A phone that had no network may tell what it handed out until so long after.
TOLD_LATER = timedelta(hours=24)


@transaction.atomic
def recognise(
    club: Club,
    achievement_id: object,
    user_ids: Iterable[object],
    *,
    actor: User,
    note: str = "",
    picture: Upload | None = None,
    context: Mapping[str, Any] | None = None,
    at: datetime | None = None,
) -> Awarded:
    """Award to 1 to 100 members, and complete the steps of paths that ask for the badge.

    Who has it already is left as they are. `at` is when it was handed over, as a phone tells that had no network:
    up to a day ago, else it counts from now. Raises NotFound if one of them is not in the club, Refusal HOW_MANY or
    CLUB_ARCHIVED, and ACHIEVEMENT_NOT_AWARDABLE for a badge that is not the club's to give.
    """
    require_open(club)
    wanted = list(dict.fromkeys(as_uuid(pk) for pk in user_ids))
    if not 1 <= len(wanted) <= MOST_AT_ONCE:
        raise Refusal(
            "HOW_MANY",
            ngettext_lazy("Choose from 1 to %(most)d person.", "Choose from 1 to %(most)d people.", "most"),
            "user_ids",
            most=MOST_AT_ONCE,
        )
    members = Membership.objects.current().filter(group=club.group_id, user__is_active=True)
    people = list(
        User.objects.active().filter(
            pk__in=members.filter(user__in=[pk for pk in wanted if pk]).values("user")
        )
    )
    if len(people) != len(wanted):
        raise NotFound
    awarded = awarding.award(
        Achievement(pk=as_uuid(achievement_id)),
        people,
        actor=actor,
        group=club.group,
        note=note,
        picture=picture,
        context=context,
        language=actor.language,
        awarded_at=_moment(at, timezone.now()),
    )
    if awarded.batch is not None:
        complete_steps_satisfied_by(awarded.batch, actor=actor, given=awarded.credentials)
    return awarded


def _moment(told: datetime | None, now: datetime) -> datetime:
    return told if told is not None and now - TOLD_LATER <= told <= now else now

"""The screen on which a leader hands out a badge: recent ones, faces, who is here."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from clubs.models import Club
from core.translated import in_language
from credentials.models import Achievement, AwardBatch
from credentials.selectors.achievements import awardable_in
from credentials.selectors.credentials import holders_among
from events.selectors.cards import EventCard, cards_of
from events.selectors.check_in import current_event_of, here_now
from people.alphabet import in_register_order
from people.enums import LEADING_ROLES
from people.models import Membership, User

MOST_RECENT, MOST_ACHIEVEMENTS, LOOK_BACK, MOST_PEOPLE = 6, 100, 40, 200


@dataclass(frozen=True)
class RecogniseCandidate:
    """`here`: checked in at the meeting that goes on or has just ended; `has`: has the chosen badge already."""

    id: UUID
    name: str
    initials: str
    here: bool
    has: bool


@dataclass(frozen=True)
class RecogniseScreen:
    group_id: UUID
    group_name: str
    recent: tuple[Achievement, ...]
    all: tuple[Achievement, ...]
    people: tuple[RecogniseCandidate, ...]
    event: EventCard | None
    achievement_id: UUID | None


def recognise_screen(club: Club, viewer: User, achievement_id: UUID | None = None) -> RecogniseScreen | None:
    """Badges the club may award, the recently awarded first; None for a badge that it may not award."""
    now = timezone.now()
    awardable = sorted(awardable_in(club.group)[:MOST_ACHIEVEMENTS], key=_name)
    by_id = {one.pk: one for one in awardable}
    if achievement_id is not None and achievement_id not in by_id:
        return None
    given = AwardBatch.objects.filter(group=club.group_id, cancelled_at=None).order_by("-created_at")
    recent = dict.fromkeys(given.values_list("version__achievement_id", flat=True)[:LOOK_BACK])
    rows = (
        Membership.objects.current()
        .filter(group=club.group_id, user__is_active=True)
        .exclude(role__in=LEADING_ROLES)
        .select_related("user")[:MOST_PEOPLE]
    )
    people = in_register_order([row.user for row in rows])
    here = here_now(club.pk, now)
    has = holders_among(by_id[achievement_id], [one.pk for one in people]) if achievement_id else set()
    event = current_event_of(club.pk, now)
    return RecogniseScreen(
        group_id=club.pk,
        group_name=club.group.name,
        recent=tuple([by_id[pk] for pk in recent if pk in by_id][:MOST_RECENT]),
        all=tuple(awardable),
        people=tuple(
            RecogniseCandidate(one.pk, one.get_full_name(), one.initials, one.pk in here, one.pk in has)
            for one in people
        ),
        event=cards_of([event], viewer)[0] if event else None,
        achievement_id=achievement_id,
    )


def _name(achievement: Achievement) -> str:
    version = achievement.current_version
    return in_language(version.name).casefold() if version else ""

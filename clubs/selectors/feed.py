"""What a club has done together, a line a day and thing. No names, no failures, no ranking.

Lines are counted from what stands now, so an award that was undone is simply gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import ngettext

from clubs.models import Thanks
from core.translated import in_language
from credentials.enums import LIVING_STATES
from credentials.models import AwardBatch
from people.enums import LEARNING_ROLES
from people.models import Group, Membership

MOST_ROWS, MOST_LINES = 200, 20
AWARDED, THANKED, JOINED = "credentials.CredentialsAwarded", "clubs.MemberThanked", "people.MemberJoined"


@dataclass(frozen=True)
class FeedLine:
    """`fact` names the kind of thing; `id` is that of the newest row that the line counts."""

    id: UUID
    at: datetime
    icon: str
    line: str
    fact: str


def club_feed(group: Group) -> tuple[FeedLine, ...]:
    """The newest lines first. Three statements."""
    lines = [*_awarded(group), *_thanked(group), *_joined(group)]
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:MOST_LINES])


def _awarded(group: Group) -> list[FeedLine]:
    people = Count("credentials", filter=Q(credentials__state__in=LIVING_STATES))
    rows = (
        AwardBatch.objects.filter(group=group, cancelled_at=None)
        .annotate(people=people)
        .filter(people__gt=0)
        .order_by("-created_at", "-id")
        .values_list("id", "created_at", "version__achievement_id", "version__name", "people")[:MOST_ROWS]
    )
    newest: dict[tuple[date, UUID], tuple[UUID, datetime, dict[str, str]]] = {}
    counts: Counter[tuple[date, UUID]] = Counter()
    for pk, at, achievement_id, name, given in rows:
        key = (_day(at), achievement_id)
        newest.setdefault(key, (pk, at, name))
        counts[key] += given
    return [
        FeedLine(
            pk,
            at,
            "badge",
            ngettext(
                "%(count)d person got the badge “%(name)s”.",
                "%(count)d people got the badge “%(name)s”.",
                counts[key],
            )
            % {"count": counts[key], "name": in_language(name)},
            AWARDED,
        )
        for key, (pk, at, name) in newest.items()
    ]


def _thanked(group: Group) -> list[FeedLine]:
    rows = Thanks.objects.filter(group=group).order_by("-created_at").values_list("id", "created_at")
    return [
        FeedLine(
            pk,
            at,
            "heart",
            ngettext("Thank you was said %(count)d time.", "Thank you was said %(count)d times.", count)
            % {"count": count},
            THANKED,
        )
        for pk, at, count in _by_day(rows[:MOST_ROWS])
    ]


def _joined(group: Group) -> list[FeedLine]:
    rows = (
        Membership.objects.current()
        .filter(group=group, role__in=LEARNING_ROLES)
        .order_by("-joined_at")
        .values_list("id", "joined_at")
    )
    return [
        FeedLine(
            pk,
            at,
            "people",
            ngettext("%(count)d person joined.", "%(count)d people joined.", count) % {"count": count},
            JOINED,
        )
        for pk, at, count in _by_day(rows[:MOST_ROWS])
    ]


def _by_day(rows: Iterable[tuple[UUID, datetime]]) -> list[tuple[UUID, datetime, int]]:
    newest: dict[date, tuple[UUID, datetime]] = {}
    counts: Counter[date] = Counter()
    for pk, at in rows:
        newest.setdefault(_day(at), (pk, at))
        counts[_day(at)] += 1
    return [(pk, at, counts[day]) for day, (pk, at) in newest.items()]


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()

"""The class feed: what the class has done together, a line a day and thing. No names, no failures, no ranking.

Lines are counted from what stands now, not from the trail of facts: an award that was undone is simply gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.translated import in_language
from credentials.enums import LIVING_STATES
from credentials.models import AwardBatch
from paths.models import Enrollment, PathAssignment
from people.enums import GroupKind
from people.models import Group

MOST_ROWS, MOST_LINES = 300, 100
AWARDED, ASSIGNED, COMPLETED = "credentials.CredentialsAwarded", "paths.PathAssigned", "paths.PathCompleted"
ICONS = {AWARDED: "badge", ASSIGNED: "path", COMPLETED: "flag"}


@dataclass(frozen=True)
class FeedLine:
    """`fact` names the kind of thing; `id` is that of the newest row that the line counts."""

    id: UUID
    at: datetime
    icon: str
    line: str
    fact: str


@dataclass(frozen=True)
class FeedPage:
    """`next` is the day to go on from, as text; None at the end."""

    group_id: UUID
    items: tuple[FeedLine, ...]
    next: str | None


@dataclass(frozen=True)
class _Row:
    fact: str
    id: UUID
    at: datetime
    thing: UUID
    name: dict[str, str]
    people: int

    @property
    def day(self) -> date:
        return timezone.localtime(self.at).date()


def class_feed(group: Group, *, limit: int = 30, after: str | None = None) -> FeedPage:
    """Whole days, the newest first, until `limit` lines are there. Three queries."""
    limit = max(1, min(limit, MOST_LINES))
    before = _start_of(after)
    if after is not None and before is None:
        return FeedPage(group.pk, (), None)
    queries = (_awards([group.pk], before), _assigned(group, before), _completed(group, before))
    sources = [list(rows[:MOST_ROWS]) for rows in queries]
    rows = sorted((_row(one) for source in sources for one in source), key=lambda row: row.at, reverse=True)
    # A source that is cut off may have more of its oldest day, so that day waits for the next page.
    cut = [_row(source[-1]).day for source in sources if len(source) == MOST_ROWS]
    oldest_whole = max(cut) if cut else None
    lines: list[FeedLine] = []
    days = sorted({row.day for row in rows}, reverse=True)
    for at, day in enumerate(days):
        if lines and (len(lines) >= limit or (oldest_whole and day <= oldest_whole)):
            return FeedPage(group.pk, tuple(lines), days[at - 1].isoformat())
        lines += _lines([row for row in rows if row.day == day], group)
    return FeedPage(group.pk, tuple(lines), None)


def newest_lines(
    groups: Sequence[Group], assignments: Iterable[PathAssignment], limit: int
) -> tuple[FeedLine, ...]:
    """The first lines over several groups, for a home screen: one query beside what the screen has loaded.

    `assignments` bring their paths along.
    """
    awards = list(_awards([group.pk for group in groups], None)[: limit * 3])
    given = {one.pk: one for one in assignments if one.for_everybody}
    lines: list[FeedLine] = []
    for group in groups:
        rows = [_row(source) for source in (*awards, *given.values()) if source.group_id == group.pk]
        for day in {row.day for row in rows}:
            same_day = sorted((row for row in rows if row.day == day), key=lambda row: row.at, reverse=True)
            lines += _lines(same_day, group)
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:limit])


def _start_of(after: str | None) -> datetime | None:
    try:
        day = date.fromisoformat(after) if after else None
    except ValueError:
        return None
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


def _awards(group_ids: Sequence[UUID], before: datetime | None) -> Any:
    rows = AwardBatch.objects.filter(group_id__in=group_ids, cancelled_at=None)
    if before:
        rows = rows.filter(created_at__lt=before)
    people = Count("credentials", filter=Q(credentials__state__in=LIVING_STATES))
    return (
        rows.annotate(people=people)
        .filter(people__gt=0)
        .select_related("version")
        .only("id", "group_id", "created_at", "version__achievement_id", "version__name")
        .order_by("-created_at", "-id")
    )


def _assigned(group: Group, before: datetime | None) -> Any:
    rows = PathAssignment.objects.filter(group=group, for_everybody=True).select_related("path")
    return (rows.filter(created_at__lt=before) if before else rows).order_by("-created_at", "-id")


def _completed(group: Group, before: datetime | None) -> Any:
    rows = Enrollment.objects.running().filter(assignment__group=group, completed_at__isnull=False)
    rows = rows.filter(completed_at__lt=before) if before else rows
    return rows.select_related("path").order_by("-completed_at", "-id")


def _row(source: AwardBatch | PathAssignment | Enrollment) -> _Row:
    if isinstance(source, AwardBatch):
        people: int = source.people  # type: ignore[attr-defined]
        version = source.version
        return _Row(AWARDED, source.pk, source.created_at, version.achievement_id, version.name, people)
    if isinstance(source, PathAssignment):
        return _Row(ASSIGNED, source.pk, source.created_at, source.path_id, source.path.title, 1)
    assert source.completed_at is not None
    return _Row(COMPLETED, source.pk, source.completed_at, source.path_id, source.path.title, 1)


def _lines(rows: Sequence[_Row], group: Group | None) -> list[FeedLine]:
    """One line a thing of one day, in the order of its newest row."""
    together: dict[tuple[str, UUID], list[_Row]] = {}
    for row in rows:
        together.setdefault((row.fact, row.thing), []).append(row)
    is_class = group is None or group.kind == GroupKind.SCHOOL_CLASS
    return [
        FeedLine(
            id=same[0].id,
            at=same[0].at,
            icon=ICONS[fact],
            line=_words(fact, in_language(same[0].name), sum(row.people for row in same), is_class=is_class),
            fact=fact,
        )
        for (fact, _thing), same in together.items()
    ]


def _words(fact: str, name: str, count: int, *, is_class: bool) -> str:
    values = {"count": count, "name": name}
    if fact == ASSIGNED:
        words = (
            _("The class has a new path: “%(name)s”.")
            if is_class
            else _("The group has a new path: “%(name)s”.")
        )
    elif fact == COMPLETED:
        words = ngettext(
            "%(count)d person has completed the path “%(name)s”.",
            "%(count)d people have completed the path “%(name)s”.",
            count,
        )
    elif is_class:
        words = ngettext(
            "The class has earned %(count)d badge “%(name)s”.",
            "The class has earned %(count)d badges “%(name)s”.",
            count,
        )
    else:
        words = ngettext(
            "The group has earned %(count)d badge “%(name)s”.",
            "The group has earned %(count)d badges “%(name)s”.",
            count,
        )
    return words % values

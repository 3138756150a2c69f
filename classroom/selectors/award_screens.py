"""The award screen: which badge, then who. Who has it already cannot be ticked; who is ready stands out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.models import Achievement, AwardBatch
from credentials.selectors.achievement_details import AchievementDetail, achievement_detail
from credentials.selectors.achievements import awardable_in
from credentials.selectors.credentials import holders_among
from credentials.selectors.stacking_progress import lines_of
from paths.models import Enrollment
from paths.selectors.standings import Standing, standings
from people.alphabet import in_register_order
from people.models import Group, User
from people.selectors.groups import students_of

MOST_RECENT, MOST_ACHIEVEMENTS, LOOK_BACK = 6, 100, 40


@dataclass(frozen=True)
class AwardCandidate:
    """`line` says in words why somebody cannot be ticked, or why now is the moment."""

    student_id: UUID
    name: str
    has: bool
    ready: bool
    line: str


@dataclass(frozen=True)
class AwardScreen:
    group_id: UUID
    group_name: str
    recent: tuple[Achievement, ...]
    all: tuple[Achievement, ...]
    achievement: AchievementDetail | None
    candidates: tuple[AwardCandidate, ...]


def award_screen(group: Group, viewer: User, achievement_id: UUID | None = None) -> AwardScreen | None:
    """Badges the group may award, the recently awarded first; None for a badge that it may not award."""
    awardable = sorted(
        awardable_in(group)[:MOST_ACHIEVEMENTS],
        key=lambda one: in_language(one.current_version.name).casefold() if one.current_version else "",
    )
    by_id = {one.pk: one for one in awardable}
    if achievement_id is not None and achievement_id not in by_id:
        return None
    given = AwardBatch.objects.filter(group=group, cancelled_at=None).order_by("-created_at")
    recent_ids = dict.fromkeys(given.values_list("version__achievement_id", flat=True)[:LOOK_BACK])
    recent = [by_id[pk] for pk in recent_ids if pk in by_id]
    chosen = by_id[achievement_id] if achievement_id else None
    return AwardScreen(
        group_id=group.pk,
        group_name=group.name,
        recent=tuple(recent[:MOST_RECENT]),
        all=tuple(awardable),
        achievement=achievement_detail(chosen, viewer) if chosen else None,
        candidates=_candidates(group, chosen),
    )


def _candidates(group: Group, achievement: Achievement | None) -> tuple[AwardCandidate, ...]:
    students = in_register_order(students_of(group)[:MOST_ACHIEVEMENTS])
    if achievement is None:
        return tuple(AwardCandidate(one.pk, one.get_full_name(), False, False, "") for one in students)
    holders = holders_among(achievement, [one.pk for one in students])
    version = achievement.current_version
    short = lines_of(version, [one.pk for one in students if one.pk not in holders]) if version else {}
    running = Enrollment.objects.running().filter(assignment__group=group, student__in=students)
    waiting: set[UUID] = set()
    ready: set[UUID] = set()
    for standing in standings(list(running), with_choices=False):
        if _work_waits(standing, achievement.pk):
            waiting.add(standing.enrollment.student_id)
        elif standing.is_ready and any(
            spec.gated and spec.achievement == achievement.pk for spec in standing.path.specs
        ):
            ready.add(standing.enrollment.student_id)
    return tuple(
        AwardCandidate(
            one.pk,
            one.get_full_name(),
            one.pk in holders,
            one.pk in ready | waiting and one.pk not in holders,
            _line(one.pk, holders, waiting, ready) or short.get(one.pk, ""),
        )
        for one in students
    )


def _work_waits(standing: Standing, achievement_id: UUID) -> bool:
    return any(
        (standing.works[spec.id].achievement_id or spec.achievement) == achievement_id
        for spec in standing.path.specs
        if spec.id in standing.waiting
    )


def _line(student_id: UUID, holders: set[UUID], waiting: set[UUID], ready: set[UUID]) -> str:
    if student_id in holders:
        return _("has it already")
    if student_id in waiting:
        return _("work waits for your review")
    if student_id in ready:
        return _("has met every requirement")
    return ""

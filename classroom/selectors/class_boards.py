"""The class board: students × steps of one path, one character a cell.

Six statements at any size, the gate's among them, and two for the sign-in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, FilteredRelation, Q, QuerySet
from django.utils import timezone

from classroom.selectors.sign_in_windows import open_until
from core.translated import in_language
from credentials.enums import LIVING_STATES
from paths.models import Enrollment, PathAssignment, Step, StepCompletion, Submission
from paths.selectors.boards import (
    BoardRow,
    BoardStep,
    Thresholds,
    cells_of,
    is_stuck,
    thresholds,
    waiting_work,
)
from paths.selectors.standings import Standing, Work
from paths.specs import PathSteps, spec_of
from people.alphabet import in_register_order
from people.models import Group, User
from people.selectors.groups import students_of


@dataclass(frozen=True)
class BoardPath:
    id: UUID
    title: str
    assignment_id: UUID


@dataclass(frozen=True)
class ClassBoard:
    """`path_id` is None, and rows have empty cells, while the class works through nothing."""

    group_id: UUID
    name: str
    sign_in_open_until: datetime | None
    paths: tuple[BoardPath, ...]
    path_id: UUID | None
    due_on: date | None
    to_review: int
    stuck: int
    ready: int
    steps: tuple[BoardStep, ...]
    rows: tuple[BoardRow, ...]


def class_board(group: Group, path_id: UUID | None = None) -> ClassBoard | None:
    """The board of `group` on a path it works through, by default the newest; None for any other path."""
    assignments = list(
        PathAssignment.objects.filter(group=group, ended_at=None)
        .select_related("path", "group__school_class")
        .order_by("-created_at", "id")[:30]
    )
    chosen = next((one for one in assignments if path_id in (None, one.path_id)), None)
    if chosen is None and path_id is not None:
        return None
    students = in_register_order(_students(group, chosen.path_id if chosen else None))
    path = _steps(chosen.path_id) if chosen else PathSteps((), ())
    found = _standings(students, path)
    limits = thresholds(timezone.localdate())
    rows = tuple(_row(student, found.get(student.pk), limits) for student in students)
    window = assignments[0].group if assignments else group
    return ClassBoard(
        group_id=group.pk,
        name=group.name,
        sign_in_open_until=open_until(getattr(window, "school_class", None), timezone.now()),
        paths=tuple(BoardPath(one.path_id, in_language(one.path.title), one.pk) for one in assignments),
        path_id=chosen.path_id if chosen else None,
        due_on=chosen.due_on if chosen else None,
        to_review=sum(len(standing.waiting) for standing in found.values()),
        stuck=sum(row.stuck for row in rows),
        ready=sum(row.ready for row in rows),
        steps=tuple(
            BoardStep(
                step.pk,
                in_language(step.title),
                step.kind,
                step.required,
                step.is_milestone,
                in_language(step.section.title),
            )
            for step in path.steps
        ),
        rows=rows,
    )


def _students(group: Group, path_id: UUID | None) -> QuerySet[User]:
    """Who learns in the group, with the number of badges awarded in it and, where they are on the path, since when.

    A learner is on a path once, so that joining it does not count a badge twice.
    """
    on_path = Q(enrollments__path=path_id, enrollments__ended_at=None)
    named = students_of(group).only("given_name", "family_name")
    return named.annotate(
        # What somebody got elsewhere is theirs to show: a number would tell that there is a club.
        badges=Count(
            "credentials",
            filter=Q(credentials__state__in=LIVING_STATES, credentials__batch__group=group),
        ),
        running=FilteredRelation("enrollments", condition=on_path),
        enrollment_id=F("running__id"),
        active_at=F("running__active_at"),
    )


def _steps(path_id: UUID) -> PathSteps:
    """The steps with their sections; what may be chosen in them is of no matter to a cell."""
    steps = (
        Step.objects.filter(path_id=path_id)
        .select_related("section")
        .only(
            "id", "path_id", "kind", "title", "required", "position", "achievement_id", "choose_count",
            "distinct_in_path", "section__title",
        )
        .order_by("position")
    )  # fmt: skip
    rows = tuple(steps)
    return PathSteps(rows, tuple(spec_of(step, ()) for step in rows))


def _standings(students: Sequence[Any], path: PathSteps) -> dict[UUID, Standing]:
    enrollments = [
        Enrollment(pk=one.enrollment_id, student_id=one.pk, active_at=one.active_at)
        for one in students
        if one.enrollment_id
    ]
    done: dict[UUID, dict[UUID, UUID | None]] = {enrollment.pk: {} for enrollment in enrollments}
    works: dict[UUID, dict[UUID, Work]] = {enrollment.pk: {} for enrollment in enrollments}
    completions = StepCompletion.objects.standing().filter(enrollment_id__in=done)
    for enrollment_id, step_id in completions.values_list("enrollment_id", "step_id"):
        done[enrollment_id][step_id] = None
    submissions = Submission.objects.filter(enrollment_id__in=done).values_list(
        "enrollment_id", "step_id", "id", "state", "waiting_since"
    )
    for enrollment_id, step_id, pk, state, waiting_since in submissions:
        works[enrollment_id][step_id] = Work(pk, state, None, "", waiting_since)
    return {
        enrollment.student_id: Standing(enrollment, path, done[enrollment.pk], {}, works[enrollment.pk])
        for enrollment in enrollments
    }


def _row(student: User, standing: Standing | None, limits: Thresholds) -> BoardRow:
    badges: int = student.badges  # type: ignore[attr-defined]
    name = student.get_full_name()
    if standing is None:
        return BoardRow(student.pk, None, name, "", 0, False, False, False, badges, None)
    return BoardRow(
        student_id=student.pk,
        enrollment_id=standing.enrollment.pk,
        name=name,
        cells=cells_of(standing),
        done=standing.progress.done,
        review=bool(standing.waiting),
        stuck=is_stuck(standing, limits),
        ready=standing.is_ready,
        badges=badges,
        submission_id=waiting_work(standing),
    )

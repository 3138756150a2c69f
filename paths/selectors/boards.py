"""A class on one path: rows and one character a step, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from core.translated import in_language
from credentials.models import Credential
from paths.enums import StepState
from paths.models import Enrollment, PathAssignment, Section
from paths.school_days import school_days_before
from paths.selectors.standings import Standing, standings
from paths.specs import steps_of
from people.models import Group, User

QUIET_DAYS, UNANSWERED_DAYS = 14, 7
CELLS = {
    StepState.OPEN: ".", StepState.LOCKED: ".", StepState.CHOSEN: "c", StepState.TOPIC_PROPOSED: "t",
    StepState.TOPIC_AGREED: "a", StepState.HANDED_IN: "h", StepState.NOT_YET: "n", StepState.DONE: "d",
}  # fmt: skip


@dataclass(frozen=True)
class BoardStep:
    id: UUID
    title: str
    kind: str
    required: bool
    milestone: bool
    section: str


@dataclass(frozen=True)
class BoardRow:
    """One student. `cells` has one character a step, as CELLS says; `submission_id` is the work that waits."""

    student_id: UUID
    enrollment_id: UUID | None
    name: str
    cells: str
    done: int
    review: bool
    stuck: bool
    ready: bool
    badges: int
    submission_id: UUID | None


@dataclass(frozen=True)
class Thresholds:
    """Before which moments silence means that somebody is stuck (answers.md 17)."""

    quiet_since: datetime
    unanswered_since: datetime


def thresholds(today: date) -> Thresholds:
    def start(days: int) -> datetime:
        return timezone.make_aware(datetime.combine(school_days_before(today, days), time.min))

    return Thresholds(start(QUIET_DAYS), start(UNANSWERED_DAYS))


def current_assignments(group: Group) -> list[PathAssignment]:
    """What the group works through now, the newest first."""
    return list(
        PathAssignment.objects.filter(group=group, ended_at=None)
        .select_related("path")
        .order_by("-created_at", "id")[:30]
    )


def cells_of(standing: Standing) -> str:
    return "".join(CELLS[standing.state(spec)] for spec in standing.path.specs)


def waiting_work(standing: Standing) -> UUID | None:
    """The submission that has waited longest for the teacher on this path."""
    found = [standing.works[step] for step in standing.waiting]
    found.sort(key=lambda work: (work.waiting_since is None, work.waiting_since))
    return found[0].id if found else None


def is_stuck(standing: Standing, limits: Thresholds) -> bool:
    return standing.is_stuck(quiet_since=limits.quiet_since, unanswered_since=limits.unanswered_since)


def rows(assignment: PathAssignment, students: Sequence[User], today: date) -> list[BoardRow]:
    """A row for each student, in the order given; those who are not on the path have empty cells."""
    enrollments = list(Enrollment.objects.running().filter(path_id=assignment.path_id, student__in=students))
    by_student = {standing.enrollment.student_id: standing for standing in standings(enrollments)}
    counted = dict(
        Credential.objects.living()
        .filter(recipient__in=students)
        .values_list("recipient_id")
        .annotate(Count("id"))
    )
    limits = thresholds(today)
    return [_row(user, by_student.get(user.pk), counted.get(user.pk, 0), limits) for user in students]


def _row(user: User, standing: Standing | None, badges: int, limits: Thresholds) -> BoardRow:
    if standing is None:
        return BoardRow(user.pk, None, user.get_full_name(), "", 0, False, False, False, badges, None)
    return BoardRow(
        student_id=user.pk,
        enrollment_id=standing.enrollment.pk,
        name=user.get_full_name(),
        cells=cells_of(standing),
        done=standing.progress.done,
        review=bool(standing.waiting),
        stuck=is_stuck(standing, limits),
        ready=standing.is_ready,
        badges=badges,
        submission_id=waiting_work(standing),
    )


def board_steps(path_id: UUID) -> list[BoardStep]:
    titles = {row.pk: in_language(row.title) for row in Section.objects.filter(path_id=path_id)}
    return [
        BoardStep(
            step.pk,
            in_language(step.title),
            step.kind,
            step.required,
            step.is_milestone,
            titles[step.section_id],
        )
        for step in steps_of(path_id).steps
    ]


def running_in(groups: Sequence[Group]) -> list[Enrollment]:
    """Running enrollments of current learners in these groups, with names and paths for the lists."""
    return list(
        Enrollment.objects.running()
        .filter(
            Q(assignment__group__in=groups),
            student__memberships__group__in=groups,
            student__memberships__left_at=None,
            student__is_active=True,
        )
        .select_related("path", "assignment__group", "student")
        .distinct()
    )

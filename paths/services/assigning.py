"""Giving a path to a group, taking it away, and enrolling those who come later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from paths.domain_events import PathAssigned, PathUnassigned
from paths.models import Enrollment, LearningPath, PathAssignment
from people.audiences import for_group
from people.enums import GroupKind
from people.models import Group, User
from people.selectors.groups import students_of


@transaction.atomic
def assign_path(
    path: LearningPath,
    group: Group,
    *,
    actor: User,
    due_on: date | None = None,
    students: Sequence[User] | None = None,
) -> tuple[PathAssignment, int]:
    """Enrol the group's learners (or the `students` named) on `path`.

    Answers the assignment and how many people are newly on the path; who is on it already stays as they are.
    Refuses an archived group or path, one assigned already, a date in the past, a path for another school type.
    """
    _check(path, group, due_on)
    assignment, is_new = PathAssignment.objects.get_or_create(
        path=path,
        group=group,
        ended_at=None,
        defaults={"assigned_by": actor, "due_on": due_on, "for_everybody": students is None},
    )
    if not is_new and students is None and assignment.for_everybody:
        raise Refusal("PATH_ALREADY_ASSIGNED", _("This class already has this path."), "path_id")
    if students is None:
        assignment.for_everybody = True
        learners = list(students_of(group))
    else:
        learners = list(students)
        assignment.only_for.add(*learners)
    if not is_new:
        assignment.due_on = due_on or assignment.due_on
        assignment.save(update_fields=["for_everybody", "due_on"])
    count = _enrol(assignment, learners)
    fact = PathAssigned(assignment_id=assignment.pk, path_id=path.pk, group_id=group.pk)
    emit(fact, actor=actor, audience=for_group(group.pk, deliver_to=[user.pk for user in learners]))
    return assignment, count


def _check(path: LearningPath, group: Group, due_on: date | None) -> None:
    if group.archived_at is not None:
        raise Refusal("GROUP_ARCHIVED", _("This class is archived."), "group_id")
    if path.archived_at is not None:
        raise Refusal("PATH_ARCHIVED", _("This path is no longer in use."), "path_id")
    if due_on is not None and due_on < timezone.localdate():
        raise Refusal("DATE_PASSED", _("Choose a date that is still to come."), "due_on")
    if due_on is not None and due_on.year > timezone.localdate().year + 5:
        raise Refusal("DATE_TOO_FAR", _("Choose a date within the next five years."), "due_on")
    if group.kind == GroupKind.SCHOOL_CLASS and path.school_types and group.parent is not None:
        school = getattr(group.parent, "school", None)
        if school is not None and school.type not in path.school_types:
            raise Refusal(
                "PATH_NOT_FOR_SCHOOL", _("This path is made for another type of school."), "path_id"
            )


def _enrol(assignment: PathAssignment, learners: Sequence[User]) -> int:
    already = set(
        Enrollment.objects.running()
        .filter(path_id=assignment.path_id, student__in=learners)
        .values_list("student_id", flat=True)
    )
    new = [
        Enrollment(path_id=assignment.path_id, student=user, assignment=assignment)
        for user in learners
        if user.pk not in already
    ]
    Enrollment.objects.bulk_create(new)
    return len(new)


@transaction.atomic
def unassign_path(assignment: PathAssignment, *, actor: User) -> None:
    """End the assignment. What was earned on it stays earned."""
    if assignment.ended_at is not None:
        raise Refusal("ASSIGNMENT_OVER", _("This class no longer has this path."))
    now = timezone.now()
    assignment.ended_at = now
    assignment.save(update_fields=["ended_at"])
    assignment.enrollments.running().update(ended_at=now)
    fact = PathUnassigned(assignment_id=assignment.pk, group_id=assignment.group_id)
    emit(fact, actor=actor, audience=for_group(assignment.group_id))


@transaction.atomic
def enrol_members(group_id: UUID, users: Sequence[User]) -> int:
    """Put later joiners on every path that the whole group works through. Safe to run twice."""
    assignments = PathAssignment.objects.filter(group_id=group_id, ended_at=None, for_everybody=True)
    return sum(_enrol(assignment, users) for assignment in assignments[:50])


def enrol_member(group_id: UUID, user: User) -> int:
    """The same for one joiner."""
    return enrol_members(group_id, [user])


@transaction.atomic
def end_enrollments_in(group_id: UUID, user_id: UUID) -> int:
    """Close the paths of somebody who left the group. Their badges stay theirs."""
    return (
        Enrollment.objects.running()
        .filter(assignment__group_id=group_id, student_id=user_id)
        .update(ended_at=timezone.now())
    )

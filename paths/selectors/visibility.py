"""What a person may see of paths and of work. Married to `rules.py` by a test."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.access import visible
from credentials.selectors.evidence import assessed_by
from paths.enums import Visibility
from paths.models import Enrollment, LearningPath, PathAssignment, Submission
from people.enums import LEADING_ROLES, Role
from people.models import Membership, User

Person = User | AnonymousUser


def _is_nobody(user: Person) -> bool:
    return user.is_anonymous or not user.is_active


def _memberships(user: Person) -> QuerySet[Membership]:
    return Membership.objects.current().filter(user=user.pk)


@visible(LearningPath)
def paths_visible_to(user: Person) -> QuerySet[LearningPath]:
    """Public paths; those assigned to a group one is in; for school staff all that a teacher may assign."""
    if _is_nobody(user):
        return LearningPath.objects.none()
    mine = _memberships(user)
    assigned = PathAssignment.objects.filter(
        Exists(mine.filter(group=OuterRef("group"))), path=OuterRef("pk"), ended_at=None
    )
    is_staff = mine.filter(role__in=[Role.TEACHER, Role.COORDINATOR])
    own = mine.filter(group=OuterRef("owner_group"), role__in=[Role.TEACHER, Role.COORDINATOR])
    return LearningPath.objects.filter(
        Q(visibility=Visibility.PUBLIC, archived_at=None)
        | Exists(assigned)
        | Exists(own)
        | (Q(owner_group=None, archived_at=None) & Exists(is_staff))
    )


@visible(PathAssignment)
def assignments_visible_to(user: Person) -> QuerySet[PathAssignment]:
    if _is_nobody(user):
        return PathAssignment.objects.none()
    return PathAssignment.objects.filter(Exists(_memberships(user).filter(group=OuterRef("group"))))


def running_where_one_is() -> QuerySet[Enrollment]:
    """Everybody's running enrollments, while the learner is in the group."""
    still_in = Membership.objects.current().filter(
        group=OuterRef("assignment__group"), user=OuterRef("student")
    )
    return Enrollment.objects.running().filter(Exists(still_in))


@visible(Enrollment)
def enrollments_visible_to(user: Person) -> QuerySet[Enrollment]:
    """One's own and those of learners one leads, while the learner is in the group."""
    if _is_nobody(user):
        return Enrollment.objects.none()
    leading = _memberships(user).filter(group=OuterRef("assignment__group"), role__in=LEADING_ROLES)
    return running_where_one_is().filter(Q(student_id=user.pk) | Exists(leading))


@visible(Submission)
def submissions_visible_to(user: Person) -> QuerySet[Submission]:
    """Work on the enrollments one may see: the author and those who lead them, nobody else."""
    if _is_nobody(user):
        return Submission.objects.none()
    return Submission.objects.filter(enrollment__in=enrollments_visible_to(user))


@assessed_by
def evidence_assessed_by(user: Person) -> Q:
    """The pieces of work of learners one leads."""
    mine = Q(submissions__enrollment__student_id=user.pk)
    return Q(submissions__in=submissions_visible_to(user)) & ~mine

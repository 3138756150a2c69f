"""Reading persons: whom somebody may know of."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.access import visible
from people.enums import CLASS_KINDS, LEADING_ROLES, LEARNING_ROLES, Role
from people.models import Membership, User


@visible(User)
def persons_visible_to(user: User | AnonymousUser) -> QuerySet[User]:
    """Oneself, the learners of the groups one leads, and those of the classes of a school one coordinates.

    Vouching for a club does not open its members: they may learn in another school.

    Classmates are not in it: what a student may know of a class comes aggregated (product.md, part 4).
    """
    if user.is_anonymous or not user.is_active:
        return User.objects.none()
    mine = Membership.objects.current().filter(user_id=user.pk)
    learning = Membership.objects.current().filter(user=OuterRef("pk"), role__in=LEARNING_ROLES)
    led = learning.filter(Exists(mine.filter(group=OuterRef("group"), role__in=LEADING_ROLES)))
    coordinated = learning.filter(
        Exists(mine.filter(group=OuterRef("group__parent"), role=Role.COORDINATOR)),
        group__kind__in=CLASS_KINDS,
    )
    return User.objects.filter(Exists(led) | Exists(coordinated) | Q(pk=user.pk))

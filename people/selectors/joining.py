"""Reading who asks to be let in, who is kept out, and the code with which one joins."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.access import visible
from people.enums import LEADING_ROLES
from people.models import Group, GroupBlock, JoinCode, JoinRequest, Membership
from people.selectors.groups import Person


@visible(JoinRequest)
def join_requests_visible_to(user: Person) -> QuerySet[JoinRequest]:
    """One's own, and those to groups that one leads."""
    if user.is_anonymous or not user.is_active:
        return JoinRequest.objects.none()
    led = Membership.objects.current().filter(user=user.pk, group=OuterRef("group"), role__in=LEADING_ROLES)
    return JoinRequest.objects.filter(Q(user=user.pk) | Exists(led)).select_related("group", "user")


def waiting_requests(group: Group) -> QuerySet[JoinRequest]:
    """Requests nobody has answered, the oldest first; not those that wait for a guardian's word alone."""
    return (
        JoinRequest.objects.filter(group=group, decided_at=None, admitted_at=None, user__is_active=True)
        .select_related("user")
        .order_by("asked_at", "id")
    )


def blocks_of(group: Group) -> QuerySet[GroupBlock]:
    """Who may not come back, the latest first."""
    return (
        GroupBlock.objects.filter(group=group, lifted_at=None)
        .select_related("user")
        .order_by("-blocked_at", "id")
    )


def current_join_code(group: Group) -> JoinCode | None:
    """The row of the group's code, whether it has expired or not; `services.join_codes.shown` writes it out."""
    return JoinCode.objects.filter(group=group, ended_at=None).first()

"""Reading groups: who is in them, who leads them, what somebody may see of them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet, UUIDField, Value

from core.access import visible
from core.live import topics
from people.enums import CLASS_KINDS, LEADING_ROLES, LEARNING_ROLES, VOUCHING_KINDS, GroupKind, Role
from people.models import Group, Membership, School, User

Person = User | AnonymousUser


def leads(user: Person, group: Group) -> bool:
    """True for a current teacher or leader of exactly this group."""
    if not user.is_active or user.is_anonymous:
        return False
    # `groups_visible_to` brings the answer along with the row, for the person it was asked for.
    if getattr(group, "viewer", None) == user.pk:
        return bool(group.viewer_leads)  # type: ignore[attr-defined]
    return Membership.objects.current().leading().filter(user=user.pk, group=group).exists()


def coordinates(user: Person, group: Group) -> bool:
    """True for the coordinator of the school that this group is, or belongs to."""
    if not user.is_active or user.is_anonymous:
        return False
    return (
        Membership.objects.current()
        .filter(user=user.pk, role=Role.COORDINATOR, group_id__in=[group.pk, group.parent_id])
        .exists()
    )


def belongs_to(user: Person, group: Group) -> bool:
    """True for everybody who is in the group now, in whatever role."""
    if not user.is_active or user.is_anonymous:
        return False
    return Membership.objects.current().filter(user=user.pk, group=group).exists()


def groups_led_by(user: Person) -> QuerySet[Group]:
    """Open groups below a school that `user` teaches or leads, by name."""
    leading = Membership.objects.current().leading().filter(user=user.pk, group=OuterRef("pk"))
    return Group.objects.open().exclude(kind=GroupKind.SCHOOL).filter(Exists(leading)).order_by("name")


def schools_of_staff(user: Person) -> QuerySet[School]:
    """Schools in which `user` is a teacher or the coordinator: there they may make classes."""
    staff = Membership.objects.current().filter(
        user=user.pk, group=OuterRef("group"), role__in=[Role.TEACHER, Role.COORDINATOR]
    )
    return School.objects.filter(Exists(staff)).order_by("name")


def students_of(group: Group | UUID) -> QuerySet[User]:
    """Current learners of a group in register order."""
    # IN, not EXISTS: SQLite begins with the group's members instead of walking through everybody.
    learning = Membership.objects.current().learning().filter(group=group)
    return User.objects.active().filter(pk__in=learning.values("user")).in_register_order()


def leaders_of(group: Group | UUID) -> QuerySet[User]:
    leading = Membership.objects.current().leading().filter(group=group)
    return User.objects.active().filter(pk__in=leading.values("user")).in_register_order()


def school_names_of(user: User) -> list[str]:
    """The schools in whose classes the person learns or teaches now, by name."""
    classes = Membership.objects.current().filter(
        user=user.pk, group__kind__in=CLASS_KINDS, group__archived_at=None
    )
    return list(
        School.objects.filter(group__children__memberships__in=classes)
        .order_by("name")
        .values_list("name", flat=True)
        .distinct()[:3]
    )


def current_member_ids(group_id: UUID, roles: Iterable[str] = LEARNING_ROLES) -> list[UUID]:
    return list(
        Membership.objects.current()
        .filter(group_id=group_id, role__in=list(roles), user__is_active=True)
        .values_list("user_id", flat=True)
    )


@topics.register
def topics_for(user: Person) -> set[str]:
    """Every live topic this person may hear now, from current memberships alone."""
    heard = {f"user:{user.pk}"}
    rows = (
        Membership.objects.current()
        .filter(user=user.pk, user__is_active=True, group__archived_at=None)
        .values_list("group_id", "group__kind", "role")
    )
    coordinated = []
    for group_id, kind, role in rows:
        heard.add(f"group:{group_id}")
        if role in LEADING_ROLES or (role == Role.HELPER and kind == GroupKind.CLUB):
            heard.add(f"staff:{group_id}")
        if role == Role.COORDINATOR and kind in VOUCHING_KINDS:
            coordinated.append(group_id)
    if coordinated:
        below = Group.objects.open().filter(parent_id__in=coordinated).values_list("id", flat=True)
        heard.update(f"staff:{group_id}" for group_id in below)
    return heard


@visible(Group)
def groups_visible_to(user: Person) -> QuerySet[Group]:
    """Groups the person is in now, and those of a school they coordinate."""
    if user.is_anonymous or not user.is_active:
        return Group.objects.none()
    mine = Membership.objects.current().filter(user=user.pk)
    coordinated = mine.filter(role=Role.COORDINATOR)
    leading = mine.filter(group=OuterRef("pk"), role__in=LEADING_ROLES)
    return Group.objects.filter(
        Exists(mine.filter(group=OuterRef("pk"))) | Exists(coordinated.filter(group=OuterRef("parent")))
    ).annotate(viewer=Value(user.pk, output_field=UUIDField()), viewer_leads=Exists(leading))


@visible(School)
def schools_visible_to(user: Person) -> QuerySet[School]:
    """Schools whose staff the person is; students meet their school through their class."""
    if user.is_anonymous or not user.is_active:
        return School.objects.none()
    return schools_of_staff(user)

"""What a person is here, in one word and in lists: for the app's first screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from people.enums import LEADING_ROLES, LEARNING_ROLES, VOUCHING_KINDS, ConsentPurpose, GroupKind, Role
from people.models import Membership, School, User
from people.selectors.consents import stands

# Sharing below 16 stays closed until a guardian agrees (answers.md 16).
AGE_FOR_SHARING = 16
_ORDER_OF_KINDS = (GroupKind.SCHOOL_CLASS, GroupKind.TEAM, GroupKind.CLUB)


@dataclass(frozen=True)
class GroupRef:
    """A class, team or club the person is in now."""

    id: UUID
    name: str
    role: str
    school_name: str
    kind: str


@dataclass(frozen=True)
class SchoolRef:
    id: UUID
    name: str


@dataclass(frozen=True)
class Me:
    """`role` is what decides which app opens; `may` names what goes beyond it."""

    user: User
    role: str
    groups: tuple[GroupRef, ...]
    schools: tuple[SchoolRef, ...]
    may: tuple[str, ...]

    @property
    def may_share_publicly(self) -> bool:
        """Old enough, or a guardian agreed: a query below 16, when a screen asks for it."""
        age = self.user.age_on(timezone.localdate())
        return (age is not None and age >= AGE_FOR_SHARING) or stands(self.user.pk, ConsentPurpose.SHARING)


def memberships_of(user: User) -> list[Membership]:
    """Current memberships in open groups, with each group's school: one query."""
    return list(
        Membership.objects.current()
        .filter(user=user, group__archived_at=None)
        .select_related("group__parent__school", "group__school")
        .order_by("group__name", "id")[:200]
    )


def group_refs(memberships: Iterable[Membership]) -> tuple[GroupRef, ...]:
    """Classes first, then teams and clubs; a school's own group is not among them."""
    found = [m for m in memberships if m.group.kind in _ORDER_OF_KINDS]
    found.sort(key=lambda m: _ORDER_OF_KINDS.index(GroupKind(m.group.kind)))
    return tuple(GroupRef(m.group_id, m.group.name, m.role, _school_name(m), m.group.kind) for m in found)


def _school_name(membership: Membership) -> str:
    school: School | None = getattr(membership.group.parent, "school", None)
    return school.name if school else ""


def role_of(user: User, memberships: Iterable[Membership]) -> str:
    """student, teacher, coordinator, leader, editor, operator or nobody; the widest wins.

    A student who leads a club stays a student.
    """
    if user.is_superuser:
        return "operator"
    held = {(m.group.kind, m.role) for m in memberships}
    roles = {role for _kind, role in held}
    if Role.TEACHER in roles:
        return "teacher"
    if Role.COORDINATOR in roles:
        return "coordinator"
    if Role.STUDENT in roles:
        return "student"
    if any(role in LEADING_ROLES for role in roles):
        return "leader"
    if any(role in LEARNING_ROLES for role in roles):
        return "student"
    return "editor" if user.is_staff else "nobody"


def me(user: User, memberships: Sequence[Membership] | None = None) -> Me:
    """Everything the app knows of the person who opened it: one query, or none with `memberships` at hand."""
    memberships = memberships_of(user) if memberships is None else memberships
    schools = tuple(
        SchoolRef(m.group.school.pk, m.group.school.name)
        for m in memberships
        if m.group.kind == GroupKind.SCHOOL and m.role in (Role.TEACHER, Role.COORDINATOR)
    )
    return Me(
        user=user,
        role=role_of(user, memberships),
        groups=group_refs(memberships),
        schools=schools,
        may=tuple(_may(user, memberships, schools)),
    )


def _may(user: User, memberships: Iterable[Membership], schools: tuple[SchoolRef, ...]) -> list[str]:
    found = []
    if schools:
        found.append("create_class")
    if any(m.role in LEADING_ROLES and m.group.kind != GroupKind.SCHOOL for m in memberships):
        found += ["assign_path", "award", "review"]
    if user.is_superuser or any(
        m.role == Role.COORDINATOR and m.group.kind in VOUCHING_KINDS for m in memberships
    ):
        found.append("decide_reports")
    if user.is_staff:
        found.append("edit_pages")
    return found

"""The class list for running it: who is in it, who has a card. Nothing about how anybody fares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from classroom.models import SchoolClass
from classroom.selectors.sign_in_windows import open_until
from people.alphabet import in_register_order
from people.enums import AccountKind
from people.models import Group, School, SignInCard, User
from people.selectors.groups import leaders_of, leads, students_of


@dataclass(frozen=True)
class PersonRef:
    """A person beside the group in which they are meant."""

    id: UUID
    name: str
    group_id: UUID
    group_name: str


@dataclass(frozen=True)
class RosterStudent:
    id: UUID
    given_name: str
    family_name: str
    nickname: str
    born_on: date | None
    has_card: bool
    # False once the student has taken the account over: no card, no new name, no sign-in that the school could end.
    run_by_school: bool
    signed_in_once: bool


@dataclass(frozen=True)
class ClassRoster:
    group_id: UUID
    name: str
    school_id: UUID
    sign_in_open_until: datetime | None
    # Whether the viewer teaches it.
    led: bool
    students: tuple[RosterStudent, ...]
    teachers: tuple[PersonRef, ...]


def class_roster(group: Group, viewer: User) -> ClassRoster | None:
    """The list of a school class in register order; None for a group that is no class."""
    school_class = SchoolClass.objects.filter(group=group).first()
    school = School.objects.filter(group=group.parent).first() if group.parent else None
    if school_class is None or school is None:
        return None
    return ClassRoster(
        group_id=group.pk,
        name=group.name,
        school_id=school.pk,
        sign_in_open_until=open_until(school_class, timezone.now()),
        led=leads(viewer, group),
        students=tuple(map(_student, in_register_order(_with_cards(students_of(group))))),
        teachers=tuple(
            PersonRef(user.pk, user.get_full_name(), group.pk, group.name) for user in leaders_of(group)
        ),
    )


def roster_student(student: User) -> RosterStudent:
    """One line of the list, read afresh."""
    return _student(_with_cards(User.objects.filter(pk=student.pk)).get())


def _with_cards(students: QuerySet[User]) -> QuerySet[User]:
    working = SignInCard.objects.filter(user=OuterRef("pk"), ended_at=None)
    return students.annotate(has_card=Exists(working))


def _student(student: User) -> RosterStudent:
    return RosterStudent(
        id=student.pk,
        given_name=student.given_name,
        family_name=student.family_name,
        nickname=student.nickname,
        born_on=student.born_on,
        has_card=student.has_card,  # type: ignore[attr-defined]
        run_by_school=student.kind == AccountKind.SCHOOL_MANAGED,
        signed_in_once=student.last_login is not None,
    )

"""Making a class from a pasted list."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from classroom.domain_events import ClassCreated
from classroom.given_names import given_names
from classroom.models import SchoolClass
from classroom.rosters import Field, RosterReport, RosterRow, RowState, dry_run, read_pasted
from classroom.rosters.classes import read_class_name
from classroom.school_years import school_year_of
from classroom.wording import unreadable
from core.emitting import emit
from core.refusals import Refusal
from core.tables import TableUnreadable
from core.text import clean_text
from people.audiences import for_staff
from people.enums import GroupKind, Role
from people.models import Group, Membership, School, User
from people.services.accounts import NewStudent, make_students
from people.services.memberships import join, join_many

CLASS_NAME_LIMIT = 20
PASTED_LIMIT = 40_000


@dataclass(frozen=True)
class Created:
    """A class that has just been made, and its students in the order of the list."""

    group: Group
    students: list[User]


@transaction.atomic
def create_class(school: School, name: str, students: str, *, actor: User) -> Created:
    """Make a class with the students of a pasted list, one a line; whoever teaches at the school teaches it.

    Rows that ask for a decision are taken as the preview proposed them; rows that cannot be people are left
    out. Raises Refusal for a name already in use, a list nobody can read, or one without a single person.
    """
    report = read_list(students)
    people = [row for row in report.rows if row.state is not RowState.SKIP] if report else []
    if students.strip() and not people:
        raise Refusal("NO_STUDENTS", _("There is nobody in this list yet."), "students")
    group = open_class(school, name, actor=actor)
    users = make_students(new_student(row) for row in people)
    join_many(group, users, Role.STUDENT, actor=actor)
    return Created(group, users)


def read_list(students: str) -> RosterReport | None:
    """What a pasted list holds, without changing anything; None for an empty one."""
    if len(students) > PASTED_LIMIT:
        raise Refusal("LIST_TOO_LONG", _("This list is too long to paste. Upload it as a file."), "students")
    if not students.strip():
        return None
    try:
        table = read_pasted(students, given_names=given_names())
        # All of them belong to the one class that is being made, whatever a column says.
        mapping = dict(table.proposed)
        mapping.pop(Field.CLASS_NAME, None)
        return dry_run(
            table, mapping, default_class="?", given_names=given_names(), today=timezone.localdate()
        )
    except TableUnreadable as error:
        raise unreadable(error, "students") from error


def new_student(row: RosterRow) -> NewStudent:
    return NewStudent(
        given_name=row.given_name,
        family_name=row.family_name,
        born_on=row.birth_date,
        register_number=str(row.register_number or ""),
    )


def open_class(school: School, name: str, *, actor: User) -> Group:
    """An empty class of the school. `name` is written the usual way: "2 b" becomes "2B"."""
    written = clean_text(name, limit=CLASS_NAME_LIMIT, multiline=False, field="name", required=True)
    read = read_class_name(written)
    group_name = read.name if read else written
    in_use = Group.objects.open().filter(
        parent_id=school.group_id, kind=GroupKind.SCHOOL_CLASS, name=group_name
    )
    if in_use.exists():
        raise Refusal(
            "CLASS_EXISTS", _("The school already has a class called %(name)s."), "name", name=group_name
        )
    group = Group.objects.create(kind=GroupKind.SCHOOL_CLASS, name=group_name, parent_id=school.group_id)
    SchoolClass.objects.create(group=group, school_year=school_year_of(timezone.localdate()))
    teaches = Membership.objects.current().filter(user=actor, group_id=school.group_id, role=Role.TEACHER)
    if teaches.exists():
        join(group, actor, Role.TEACHER, actor=actor)
    emit(ClassCreated(group_id=group.pk), actor=actor, audience=for_staff(group.pk))
    return group

"""Running a class: making it, its students, sign-in."""

from __future__ import annotations

import graphene

from classroom import rules
from classroom.graphql.class_types import RosterStudent
from classroom.graphql.queries import student_in
from classroom.graphql.roster_types import RosterRow
from classroom.selectors.class_rosters import roster_student
from classroom.selectors.imports import row_view
from classroom.services import classes, sign_in_windows, students
from core.graphql import Mutation, few
from people.models import Group, School


class CreateClass(Mutation):
    """Makes a class with the students of a pasted list."""

    class Meta:
        permission = rules.CREATE_CLASS
        target = School

    class Input:
        name = graphene.String(required=True)
        students = graphene.String(required=True)

    group_id = graphene.ID()
    students = graphene.Int()

    @classmethod
    def act(cls, actor, target, *, name, students):
        created = classes.create_class(target, name, students, actor=actor)
        return {"group_id": created.group.pk, "students": len(created.students)}


class PreviewStudents(Mutation):
    """Reads a pasted list without changing anything: for the preview."""

    class Meta:
        permission = rules.CREATE_CLASS
        target = School

    class Input:
        students = graphene.String(required=True)

    rows = few(RosterRow, most=100, required=False)
    ready = graphene.Int()
    decide = graphene.Int()
    skipped = graphene.Int()

    @classmethod
    def act(cls, actor, target, *, students):
        report = classes.read_list(students)
        if report is None:
            return {"rows": [], "ready": 0, "decide": 0, "skipped": 0}
        counts = report.counts
        return {
            "rows": [row_view(row) for row in report.rows],
            "ready": counts["ready"],
            "decide": counts["decide"],
            "skipped": counts["skip"],
        }


class AddStudent(Mutation):
    """One more student, for whom a card is printed next."""

    class Meta:
        permission = rules.MANAGE_STUDENTS
        target = Group

    class Input:
        given_name = graphene.String(required=True)
        family_name = graphene.String(required=True)
        born_on = graphene.Date()

    student = graphene.Field(RosterStudent)

    @classmethod
    def act(cls, actor, target, *, given_name, family_name, born_on=None):
        added = students.add_student(
            target, given_name=given_name, family_name=family_name, born_on=born_on, actor=actor
        )
        return {"student": roster_student(added)}


class RenameStudent(Mutation):
    """Corrects a name or a date of birth."""

    class Meta:
        permission = rules.MANAGE_STUDENTS
        target = Group

    class Input:
        student_id = graphene.ID(required=True)
        given_name = graphene.String(required=True)
        family_name = graphene.String(required=True)
        born_on = graphene.Date()

    student = graphene.Field(RosterStudent)

    @classmethod
    def act(cls, actor, target, *, student_id, given_name, family_name, born_on=None):
        renamed = students.rename_student(
            target,
            student_in(target, student_id),
            given_name=given_name,
            family_name=family_name,
            born_on=born_on,
            actor=actor,
        )
        return {"student": roster_student(renamed)}


class RemoveStudent(Mutation):
    """Ends the student's time in the class; badges and account stay theirs."""

    class Meta:
        permission = rules.MANAGE_STUDENTS
        target = Group

    class Input:
        student_id = graphene.ID(required=True)

    @classmethod
    def act(cls, actor, target, *, student_id):
        students.remove_student(target, student_in(target, student_id), actor=actor)


class OpenSignIn(Mutation):
    """For a quarter of an hour a card alone is enough."""

    class Meta:
        permission = rules.OPEN_SIGN_IN
        target = Group

    sign_in_open_until = graphene.DateTime()

    @classmethod
    def act(cls, actor, target):
        return {"sign_in_open_until": sign_in_windows.open_sign_in(target, actor=actor)}


class CloseSignIn(Mutation):
    """From now on a new device asks the PIN again."""

    class Meta:
        permission = rules.OPEN_SIGN_IN
        target = Group

    sign_in_open_until = graphene.DateTime()

    @classmethod
    def act(cls, actor, target):
        sign_in_windows.close_sign_in(target, actor=actor)
        return {"sign_in_open_until": None}


class EndStudentSignIns(Mutation):
    """A lost phone: ends every sign-in of one student."""

    class Meta:
        permission = rules.MANAGE_STUDENTS
        target = Group

    class Input:
        student_id = graphene.ID(required=True)

    @classmethod
    def act(cls, actor, target, *, student_id):
        students.sign_out_student(student_in(target, student_id), actor=actor)

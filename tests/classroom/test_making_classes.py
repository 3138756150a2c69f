"""A teacher makes a class of thirty by pasting it (the issue, step 2; answers.md 26–27)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from classroom.models import SchoolClass
from classroom.services.classes import create_class
from core.models import Activity
from core.refusals import Refusal
from people.enums import AccountKind
from people.models import Group, Membership, School, User
from tests.asking import ask
from tests.conftest import ClassOf

CREATE = """mutation($school: ID!, $name: String!, $students: String!, $key: ID) {
  createClass(schoolId: $school, name: $name, students: $students, key: $key) {
    groupId students errors { field code message } } }"""
PREVIEW = """mutation($school: ID!, $students: String!) {
  previewStudents(schoolId: $school, students: $students) {
    ready decide skipped
    rows { line row givenName familyName state issues { code blocking } alternatives { givenName familyName } }
    errors { code } } }"""
ROSTER = """query($group: ID!) { classRoster(groupId: $group) {
    name schoolId signInOpenUntil teachers { name } students { givenName familyName bornOn hasCard signedInOnce } } }"""
THIRTY = (Path(settings.CONTENT) / "rosters" / "2c-pasted.txt").read_text(encoding="utf-8")


def test_thirty_pasted_lines_become_a_class_with_its_teacher(teacher: User, school_a: School) -> None:
    made = ask(teacher, CREATE, school=school_a.pk, name="2 c", students=THIRTY).data
    assert made["errors"] == []
    assert made["students"] == 30
    group = Group.objects.get(pk=made["groupId"])
    assert (group.name, group.kind, group.parent_id) == ("2C", "class", school_a.group_id)
    assert SchoolClass.objects.get(group=group).school_year == 2026
    roster = ask(teacher, ROSTER, group=group.pk).data
    assert roster["name"] == "2C"
    assert [one["name"] for one in roster["teachers"]] == ["Anna Uczy-2b"]
    assert len(roster["students"]) == 30
    names = {(one["familyName"], one["givenName"]) for one in roster["students"]}
    assert ("Bielawska-Kruk", "Zuzanna") in names
    assert ("Грищенко", "Соломія") in names
    assert {one["hasCard"] for one in roster["students"]} == {False}
    made_up = User.objects.get(family_name="Żurawiecki")
    assert (made_up.kind, made_up.email, made_up.has_usable_password()) == (
        AccountKind.SCHOOL_MANAGED,
        "",
        False,
    )


def test_the_preview_changes_nothing_and_names_what_it_doubts(teacher: User, school_a: School) -> None:
    before = (User.objects.count(), Group.objects.count())
    seen = ask(
        teacher, PREVIEW, school=school_a.pk, students="Nowak Ola\nKowalska Anna Maria\nNowak Ola\nZielińska"
    ).data
    assert (seen["ready"], seen["decide"], seen["skipped"]) == (1, 2, 1)
    doubted = seen["rows"][1]
    assert doubted["state"] == "decide"
    assert {"givenName": "Anna Maria", "familyName": "Kowalska"} in doubted["alternatives"]
    assert (User.objects.count(), Group.objects.count()) == before


def test_the_same_key_twice_makes_one_class(teacher: User, school_a: School) -> None:
    key = "0b0f2a0e-6f6d-4a3e-9d4e-0a4b8a3f7b11"
    first = ask(teacher, CREATE, school=school_a.pk, name="3A", students="Nowak Ola", key=key).data
    second = ask(teacher, CREATE, school=school_a.pk, name="3A", students="Nowak Ola", key=key).data
    assert first == second
    assert Group.objects.filter(name="3A").count() == 1


@pytest.mark.parametrize(
    ("name", "students", "code", "field"),
    [
        ("2 b", "Nowak Ola", "CLASS_EXISTS", "name"),
        ("", "Nowak Ola", "TEXT_EMPTY", "name"),
        ("4D", "Nowak\nKowalski", "NO_STUDENTS", "students"),
        ("4D", "12345\n???", "ROSTER_NAME_COLUMNS_MISSING", "students"),
        ("4D", "x" * 40_001, "LIST_TOO_LONG", "students"),
    ],
)
def test_refusals_change_nothing(
    teacher: User, school_a: School, name: str, students: str, code: str, field: str
) -> None:
    before = (User.objects.count(), Group.objects.count(), Activity.objects.count())
    (problem,) = ask(teacher, CREATE, school=school_a.pk, name=name, students=students).data["errors"]
    assert (problem["code"], problem["field"]) == (code, field)
    assert (User.objects.count(), Group.objects.count(), Activity.objects.count()) == before


def test_an_empty_class_can_be_made_and_filled_by_hand(teacher: User, school_a: School) -> None:
    group = ask(teacher, CREATE, school=school_a.pk, name="1T", students=" \n").data["groupId"]
    added = ask(
        teacher,
        """mutation($g: ID!) { addStudent(groupId: $g, givenName: " Ola ", familyName: "Nowak", bornOn: "2009-05-01") {
             student { givenName familyName bornOn hasCard } errors { code } } }""",
        g=group,
    ).data
    assert added["student"] == {
        "givenName": "Ola",
        "familyName": "Nowak",
        "bornOn": "2009-05-01",
        "hasCard": False,
    }
    student = User.objects.get(family_name="Nowak", born_on=date(2009, 5, 1))
    renamed = ask(
        teacher,
        """mutation($g: ID!, $s: ID!) { renameStudent(groupId: $g, studentId: $s, givenName: "Aleksandra",
             familyName: "Nowak") { student { givenName bornOn } errors { code } } }""",
        g=group,
        s=student.pk,
    ).data
    assert renamed["student"] == {"givenName": "Aleksandra", "bornOn": "2009-05-01"}


def test_a_coordinator_makes_a_class_without_teaching_it(coordinator: User, school_a: School) -> None:
    group = ask(coordinator, CREATE, school=school_a.pk, name="1T", students="Nowak Ola").data["groupId"]
    assert list(Membership.objects.filter(group_id=group).values_list("role", flat=True)) == ["student"]


def test_nobody_makes_a_class_in_a_school_they_do_not_work_at(
    teacher_b: User, pa1: User, leader: User, editor: User, school_a: School
) -> None:
    for user in (teacher_b, pa1, leader, editor):
        assert ask(user, CREATE, school=school_a.pk, name="9Z", students="Nowak Ola").code == "NOT_FOUND", (
            user
        )
    assert ask(None, CREATE, school=school_a.pk, name="9Z", students="Nowak Ola").code == "NOT_SIGNED_IN"
    assert not Group.objects.filter(name="9Z").exists()


def test_as_many_statements_for_one_as_for_thirty(teacher: User, school_a: School) -> None:
    counts = []
    for name, students in (("3A", "Nowak Ola"), ("3B", THIRTY)):
        with CaptureQueriesContext(connection) as asked:
            create_class(school_a, name, students, actor=teacher)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_two_classes_of_one_name_are_refused_by_the_database_too(teacher: User, school_a: School) -> None:
    create_class(school_a, "3A", "", actor=teacher)
    with pytest.raises(Refusal, match="3A"):
        create_class(school_a, "3 a", "", actor=teacher)


def test_removing_a_student_ends_the_membership_and_keeps_the_account(
    teacher: User, class_2b: ClassOf, pa1: User
) -> None:
    remove = "mutation($g: ID!, $s: ID!) { removeStudent(groupId: $g, studentId: $s) { errors { code } } }"
    assert ask(teacher, remove, g=class_2b.group.pk, s=pa1.pk).data == {"errors": []}
    assert Membership.objects.get(group=class_2b.group, user=pa1).left_at is not None
    assert User.objects.get(pk=pa1.pk).is_active
    assert ask(teacher, remove, g=class_2b.group.pk, s=pa1.pk).code == "NOT_FOUND"

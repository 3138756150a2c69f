"""Schools, classes, the cast and the club of `content/demo_school.json`. Run again, it adds what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group as PermissionGroup

from classroom.models import SchoolClass
from people.enums import AccountKind, GroupKind, Role
from people.models import Group, Membership, School, User
from people.services.schools import make_school

# Who is on the school's staff; the rest of the cast is placed by the club, by a class or nowhere.
STAFF = {"teacher": Role.TEACHER, "issuer": Role.TEACHER, "coordinator": Role.COORDINATOR}


def make_people(document: Mapping[str, Any], password: str) -> dict[str, School]:
    """Everybody of the demo with one password; the schools by their key."""
    encoded = make_password(password)
    schools = {entry["key"]: _school(entry) for entry in document["schools"]}
    for person in document["cast"]:
        _cast(person, schools, encoded)
    for entry in document["schools"]:
        for described in entry["classes"]:
            if described["students"]:
                _class(schools[entry["key"]], described, document, encoded)
    for club in document["clubs"]:
        _club(club, schools)
    _renew_passwords(document, password, encoded)
    return schools


def _school(entry: Mapping[str, Any]) -> School:
    school, _new = make_school(
        name=entry["name"]["pl"],
        register_number=entry["rspo"],
        school_type=entry["school_type"],
        town=entry["town"],
        slug=entry["slug"],
    )
    return school


def _account(username: str, described: Mapping[str, Any], encoded: str, **fields: Any) -> User:
    user, _new = User.objects.get_or_create(
        username=username,
        defaults={
            "given_name": described["given_name"],
            "family_name": described["family_name"],
            "nickname": described.get("nickname") or "",
            "language": described["language"],
            "password": encoded,
            **fields,
        },
    )
    return user


def _cast(person: Mapping[str, Any], schools: Mapping[str, School], encoded: str) -> None:
    is_operator, is_editor = person["role"] == "admin", person["role"] == "editor"
    born_on = date.fromisoformat(person["born_on"]) if "born_on" in person else None
    user = _account(
        person["username"],
        person,
        encoded,
        is_superuser=is_operator,
        is_staff=is_operator or is_editor,
        born_on=born_on,
    )
    if is_editor:
        user.groups.add(PermissionGroup.objects.get(name="Editors"))
    if person["role"] in STAFF:
        _member(schools[person["school"]].group, user, STAFF[person["role"]])


def _member(group: Group, user: User, role: Role) -> None:
    Membership.objects.get_or_create(group=group, user=user, left_at=None, defaults={"role": role})


def _class(school: School, described: Mapping[str, Any], document: Mapping[str, Any], encoded: str) -> None:
    group, is_new = Group.objects.get_or_create(
        kind=GroupKind.SCHOOL_CLASS, parent=school.group, name=described["name"], archived_at=None
    )
    if not is_new:
        return
    year = date.fromisoformat(document["school_year"]["starts_on"]).year
    SchoolClass.objects.create(group=group, school_year=year)
    for username in described["teachers"]:
        _member(group, User.objects.get(username=username), Role.TEACHER)
    students = User.objects.bulk_create(
        User(
            username=student["username"],
            given_name=student["given_name"],
            family_name=student["family_name"],
            nickname=student["nickname"] or "",
            language=student["language"],
            born_on=date.fromisoformat(student["born_on"]),
            register_number=str(student["register_number"]),
            kind=AccountKind.SCHOOL_MANAGED,
            password=encoded,
        )
        for student in described["students"]
    )
    Membership.objects.bulk_create(Membership(group=group, user=user, role=Role.STUDENT) for user in students)


def _club(club: Mapping[str, Any], schools: Mapping[str, School]) -> None:
    vouched_by = schools[club["vouched_by"]].group
    group, is_new = Group.objects.get_or_create(
        kind=GroupKind.CLUB, name=club["name"]["pl"], parent=vouched_by, archived_at=None
    )
    if is_new:
        _member(group, User.objects.get(username=club["leader"]), Role.LEADER)
        for user in User.objects.filter(username__in=club["members"]):
            _member(group, user, Role.MEMBER)


def _renew_passwords(document: Mapping[str, Any], password: str, encoded: str) -> None:
    """Another password than last time holds for everybody; the same one leaves all sign-ins as they are."""
    usernames = [person["username"] for person in document["cast"]]
    for school in document["schools"]:
        usernames += [one["username"] for described in school["classes"] for one in described["students"]]
    everybody = User.objects.filter(username__in=usernames)
    known = everybody.values_list("password", flat=True).first()
    if known is not None and not check_password(password, known):
        everybody.update(password=encoded)

"""The demo school: two schools, the cast, classes that the journeys need."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.content.seed import CONTENT, badges, known_given_names, load

KNOWN = known_given_names()
SCHOOL = load("demo_school")
SCHOOLS = {school["key"]: school for school in SCHOOL["schools"]}
CLASSES = {group["name"]: group for school in SCHOOL["schools"] for group in school["classes"]}
STUDENTS = [student for group in CLASSES.values() for student in group["students"]]
CAST = {person["username"]: person for person in SCHOOL["cast"]}
TODAY = date(2026, 11, 21)


def age(student: dict[str, Any]) -> int:
    born = date.fromisoformat(student["born_on"])
    return TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))


def test_the_first_school_is_the_accredited_issuer_of_the_badges() -> None:
    issuer = load("badges")["issuer_example"]
    assert (SCHOOLS["A"]["slug"], SCHOOLS["A"]["rspo"]) == (issuer["slug"], issuer["rspo"])
    assert SCHOOLS["A"]["name"] == issuer["name"]
    assert SCHOOLS["A"]["issuer"]["standing"] == "accredited"
    assert SCHOOLS["B"]["issuer"] is None


def test_2b_has_thirty_students_named_by_number() -> None:
    assert [s["username"] for s in CLASSES["2B"]["students"]] == [f"student{n:02d}" for n in range(1, 31)]
    assert [s["register_number"] for s in CLASSES["2B"]["students"]] == list(range(1, 31))


def test_the_first_twenty_of_2b_are_sixteen_and_some_others_are_not() -> None:
    ages = [age(student) for student in CLASSES["2B"]["students"]]
    assert min(ages[:20]) >= 16
    assert min(ages) == 15


def test_every_person_has_a_sign_in_of_their_own() -> None:
    names = [*CAST, *(student["username"] for student in STUDENTS), *SCHOOL["sign_in_aliases"]]
    assert len(set(names)) == len(names)


def test_the_cast_covers_every_demo_sign_in() -> None:
    sign_ins = {"teacher", "student", "leader", "guardian", "coordinator", "issuer", "editor", "admin"}
    assert sign_ins <= CAST.keys() | SCHOOL["sign_in_aliases"].keys()


def test_references_resolve() -> None:
    students = {student["username"]: student for student in STUDENTS}
    assert set(SCHOOL["sign_in_aliases"].values()) <= students.keys()
    for group in CLASSES.values():
        assert {CAST[username]["role"] for username in group["teachers"]} == {"teacher"}
    for club in SCHOOL["clubs"]:
        assert CAST[club["leader"]]["role"] == "leader"
        assert set(club["members"]) <= students.keys()
        assert {badges()[slug]["kind"] for slug in club["badges"]} == {"club_badge"}
        assert club["vouched_by"] in SCHOOLS
    wards = [students[username] for username in CAST["guardian"]["guardian_of"]]
    assert [age(ward) < 16 for ward in wards] == [True]


def test_the_list_of_2c_has_thirty_people_with_the_surname_first() -> None:
    lines = (CONTENT / CLASSES["2C"]["pasted_list"]).read_text("utf-8").splitlines()
    assert len(set(lines)) == 30
    for line in lines:
        family_name, given_name = line.split(" ")
        assert given_name in KNOWN
        assert family_name not in KNOWN


def test_everybody_in_the_demo_school_has_a_known_given_name() -> None:
    people = [*STUDENTS, *SCHOOL["cast"]]
    assert [person["given_name"] for person in people if person["given_name"] not in KNOWN] == []
    assert [person["family_name"] for person in people if person["family_name"] in KNOWN] == []

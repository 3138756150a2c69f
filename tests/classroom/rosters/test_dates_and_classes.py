"""Birth dates, classes and the words for leaving, as lists write them."""

from datetime import date

import pytest

from classroom.rosters import dry_run, read_roster
from classroom.rosters.classes import class_in_title, looks_like_class, read_class_name
from classroom.rosters.dates import read_date, years_between
from classroom.rosters.statuses import Attendance, read_status


@pytest.mark.parametrize(
    "written, read",
    [
        ("12.03.2010", date(2010, 3, 12)),
        ("1.2.2010 r.", date(2010, 2, 1)),
        ("12/03/2010", date(2010, 3, 12)),
        ("12-03-2010", date(2010, 3, 12)),
        ("2010-03-12", date(2010, 3, 12)),
        ("2010-03-12T00:00:00", date(2010, 3, 12)),
        ("2010.03.12", date(2010, 3, 12)),
        ("40249", date(2010, 3, 12)),
        ("40249.0", date(2010, 3, 12)),
        ("29.02.2010", None),
        ("12.03.10", None),
        ("2010-13-01", None),
        ("0000-01-01", None),
        ("03/2010", None),
        ("marzec", None),
        ("", None),
    ],
)
def test_dates(written, read):
    assert read_date(written) == read


def test_age_turns_on_the_birthday():
    born = date(2010, 3, 12)
    assert years_between(born, date(2026, 3, 11)) == 15
    assert years_between(born, date(2026, 3, 12)) == 16


def test_a_birth_date_no_student_has_is_told_and_the_row_stays():
    table = read_roster("Nazwisko;Imię;Data urodzenia\nKos;Anna;2026-09-01\nLis;Jan;1.1.2009\n".encode())
    report = dry_run(table, default_class="2B", today=date(2026, 11, 21))
    assert [[issue.code.value for issue in row.issues] for row in report.rows] == [
        ["unlikely_birth_date"],
        [],
    ]
    assert report.importable == 2


@pytest.mark.parametrize(
    "written, name, level, letter",
    [
        ("2B", "2B", 2, "B"),
        ("2 b", "2B", 2, "B"),
        ("2b LO", "2B", 2, "B"),
        ("klasa 2 b", "2B", 2, "B"),
        ("kl. 2b", "2B", 2, "B"),
        ("II b", "2B", 2, "B"),
        ("IV B", "4B", 4, "B"),
        ("3 Ti", "3TI", 3, "TI"),
        ("3T", "3T", 3, "T"),
        ("1/c", "1C", 1, "C"),
        ("2-Б", "2Б", 2, "Б"),
        ("Grupa  A", "Grupa A", None, None),
    ],
)
def test_classes(written, name, level, letter):
    read = read_class_name(written)
    assert (read.name, read.level, read.letter) == (name, level, letter)


def test_no_class():
    assert read_class_name("  ") is None
    assert not looks_like_class("Ida")


@pytest.mark.parametrize(
    "title, name",
    [
        ("Lista uczniów oddziału 2 b", "2B"),
        ("Klasa: 1C, rok szkolny 2026/2027", "1C"),
        ("2A", "2A"),
        ("Stan na 1 IX", None),
    ],
)
def test_class_in_a_title(title, name):
    assert class_in_title(title) == name


def test_rows_without_a_class_need_one():
    table = read_roster("Nazwisko;Imię;Klasa\nKos;Anna;\nLis;Jan;1a\n".encode())
    assert [[issue.code.value for issue in row.issues] for row in dry_run(table).rows] == [
        ["missing_class"],
        [],
    ]
    assert [row.class_name for row in dry_run(table, default_class="2 c").rows] == ["2C", "1A"]


@pytest.mark.parametrize(
    "written, attendance",
    [
        ("uczeń", Attendance.ATTENDS),
        ("", Attendance.ATTENDS),
        ("Uczennica", Attendance.ATTENDS),
        ("skreślona", Attendance.LEFT),
        ("Wypisany z dniem 1.09", Attendance.LEFT),
        ("transferred", Attendance.LEFT),
        ("вибув", Attendance.LEFT),
        ("nieaktywny", Attendance.LEFT),
        ("urlop", Attendance.UNKNOWN),
    ],
)
def test_status(written, attendance):
    assert read_status(written) is attendance

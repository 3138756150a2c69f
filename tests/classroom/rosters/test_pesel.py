"""A PESEL number does not get past the door, wherever in the list it stands."""

import json
import pickle

import pytest

from classroom.rosters import IssueCode, dry_run, read_pasted, read_roster
from classroom.rosters.pesel import is_valid_pesel
from tests.classroom.rosters.workbooks import workbook

# Made up: the check digit fits, the dates of birth lie far back.
NUMBER = "44051401359"
LEADING_ZERO = "02070803628"


def everything(table, report):
    """Every form in which a result could be kept or shown."""
    return "\n".join(
        [
            repr(table),
            repr(report),
            pickle.dumps((table, report)).decode("latin-1"),
            json.dumps([table.to_json(), report.to_json()]),
        ]
    )


def read(data):
    table = read_pasted(data) if isinstance(data, str) else read_roster(data)
    return table, dry_run(table, default_class="2B")


def test_check_digit():
    assert is_valid_pesel(NUMBER)
    assert is_valid_pesel(LEADING_ZERO)
    assert not is_valid_pesel("44051401358")
    assert not is_valid_pesel("44133201359")


@pytest.mark.parametrize(
    "data",
    [
        f"PESEL {NUMBER}\nNazwisko;Imię;Nr PESEL\nNowak;Anna;{NUMBER}\nRazem:;{NUMBER}\n".encode(),
        f"Nazwisko;Imię;Identyfikator\nNowak;Anna;{NUMBER}\nLis;Jan;\n".encode(),
        f"Nowak;Anna;{NUMBER}\nLis;Jan;{NUMBER}\n".encode(),
        f"Nazwisko;Imię;Klasa {NUMBER}\nNowak;Anna;2B\n".encode(),
        f"Nazwisko;Imię;Status\nNowak;Anna {NUMBER};uczeń\nLis;Jan;{NUMBER}x\n".encode(),
        f"1. Nowak Anna {NUMBER}\n2. Lis Jan ({NUMBER})",
        f"Nowak Anna, {NUMBER[:6]} {NUMBER[6:]}\nLis Jan 44 05 14 01359",
        workbook(
            [["Nazwisko", "Imię", "Kod"], ["Nowak", "Anna", int(NUMBER)], ["Lis", "Jan", int(LEADING_ZERO)]]
        ),
        workbook([["Nazwisko", "Imię", "Status"], ["Nowak", "Anna", float(NUMBER)], ["Lis", "Jan", "uczeń"]]),
    ],
    ids=[
        "heading",
        "own name",
        "no headings",
        "in a heading",
        "in text",
        "pasted",
        "spaced",
        "numbers",
        "float",
    ],
)
def test_no_number_is_left_in_any_form(data):
    table, report = read(data)
    kept = everything(table, report)
    for secret in (NUMBER, NUMBER[6:], LEADING_ZERO, LEADING_ZERO.lstrip("0")):
        assert secret not in kept
    assert [(row.family_name, row.given_name) for row in report.rows if row.family_name == "Nowak"] == [
        ("Nowak", "Anna")
    ]


def test_a_number_in_another_column_is_told():
    _, report = read(f"Nazwisko;Imię;Klasa\nNowak;Anna {NUMBER};2B\nLis;Jan;2B\n".encode())
    assert [[issue.code for issue in row.issues] for row in report.rows] == [[IssueCode.PESEL_IN_TEXT], []]
    assert (report.rows[0].given_name, report.rows[0].state.value) == ("Anna", "ready")


def test_a_column_of_numbers_without_their_zeros_is_thrown_away():
    # 00210112344 and 05210112349: made up, born in 2000 and 2005; a spreadsheet swallows the zeros.
    assert is_valid_pesel("00210112344")
    assert is_valid_pesel("05210112349")
    table, report = read("Nazwisko;Imię;Identyfikator\nNowak;Anna;210112344\nLis;Jan;5210112349\n".encode())
    assert report.dropped_columns == ("Identyfikator",)
    assert "210112344" not in everything(table, report)


def test_other_numbers_stay():
    table, _ = read("Nazwisko;Imię;Kod\nNowak;Anna;1234567890\nLis;Jan;123456789012\n".encode())
    assert [row.cells[2] for row in table.rows] == ["1234567890", "123456789012"]


def test_second_names_notes_and_contacts_are_thrown_away_at_reading():
    data = (
        "Nazwisko;Imię;Drugie imię;Uwagi;E-mail;Telefon;Imię matki\n"
        "Nowak;Anna;Tajna;orzeczenie;tajna@example.com;600700800;Sekretna\n"
    )
    table, report = read(data.encode())
    kept = everything(table, report)
    for secret in ("Tajna", "orzeczenie", "tajna@", "600700800", "Sekretna"):
        assert json.dumps(secret).strip('"') not in kept
    assert report.dropped_columns == ("Drugie imię", "Uwagi", "E-mail", "Telefon", "Imię matki")


def test_names_do_not_stand_in_a_representation():
    table, report = read("Nazwisko;Imię\nNowak;Anna\n".encode())
    assert "Nowak" not in repr(table) + repr(report) + repr(report.rows[0])

"""The same people, however the file was saved or pasted."""

from datetime import date

import pytest

from classroom.rosters import Field, dry_run, read_pasted, read_roster
from tests.classroom.rosters.workbooks import workbook

ROWS = [
    ["Lp.", "Nazwisko", "Imię", "Data urodzenia", "Klasa"],
    ["1", "Gżegżółka", "Łucja", "2010-02-01", "2B"],
    ["2", "Źdźbło", "Żegota", "2010-03-12", "2B"],
]
UKRAINIAN = [
    ["№", "Прізвище", "Ім'я", "Дата народження", "Клас"],
    ["1", "Вигадана", "Соломія", "2010-02-01", "2B"],
    ["2", "Їжакевич", "Ілля", "2010-03-12", "2B"],
]


def people(report):
    return [(row.row, row.family_name, row.given_name, row.birth_date, row.class_name) for row in report.rows]


def expected_people(rows):
    return [(row[0], row[1], row[2], date.fromisoformat(row[3]), row[4]) for row in rows[1:]]


def text(rows, delimiter=";", newline="\r\n"):
    return newline.join(delimiter.join(row) for row in rows) + newline


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_up_05_any_separator_and_line_end(delimiter, newline):
    table = read_roster(text(ROWS, delimiter, newline).encode())
    assert table.delimiter == delimiter
    assert people(dry_run(table)) == expected_people(ROWS)


@pytest.mark.parametrize(
    "rows, encoding, found",
    [
        (ROWS, "utf-8", "utf-8"),
        (ROWS, "utf-8-sig", "utf-8-sig"),
        (ROWS, "utf-16", "utf-16"),
        (ROWS, "utf-16-le", "utf-16-le"),
        (ROWS, "utf-16-be", "utf-16-be"),
        (ROWS, "cp1250", "cp1250"),
        (ROWS, "iso-8859-2", "iso-8859-2"),
        (UKRAINIAN, "utf-8", "utf-8"),
        (UKRAINIAN, "utf-16", "utf-16"),
        (UKRAINIAN, "cp1251", "cp1251"),
    ],
)
def test_up_05_any_usual_encoding(rows, encoding, found):
    table = read_roster(text(rows).encode(encoding))
    assert table.encoding == found
    assert people(dry_run(table)) == expected_people(rows)


def test_up_05_quoted_newlines_and_separators_stay_in_their_cell():
    table = read_roster('Nazwisko;Imię;Uwagi\r\nNowak;"Anna\r\nMaria";"a;b\r\nc"\r\nLis;Jan;\r\n'.encode())
    report = dry_run(table, default_class="2B")
    assert [(row.line, row.family_name, row.given_name) for row in report.rows] == [
        (2, "Nowak", "Anna Maria"),
        (3, "Lis", "Jan"),
    ]


def test_workbook_with_titles_dates_and_numbers():
    rows = [
        ["Lista uczniów oddziału 2B"],
        [],
        ["Nr", "Uczeń", "Data urodzenia", "PESEL"],
        [1, "Gżegżółka Łucja", date(2010, 2, 1), 10220112345],
        [2.0, "Źdźbło Żegota", 40249, None],
        ["Razem:", 2],
    ]
    table = read_roster(workbook(rows, [["Legenda"]]))
    report = dry_run(table, default_class=table.suggested_class)
    assert (table.encoding, table.header_row, table.footer_rows, table.sheets_unread) == ("xlsx", 3, 1, 1)
    assert [
        (row.register_number, row.family_name, row.birth_date, row.class_name) for row in report.rows
    ] == [
        (1, "Gżegżółka", date(2010, 2, 1), "2B"),
        (2, "Źdźbło", date(2010, 3, 12), "2B"),
    ]
    assert report.dropped_columns == ("PESEL",)


def test_an_empty_first_sheet_is_passed_over():
    assert [row.cells for row in read_roster(workbook([], ROWS)).rows] == [tuple(row) for row in ROWS[1:]]


@pytest.mark.parametrize(
    "pasted",
    [
        "Nowak Anna\nLis Jan\nKos-Wilk Ewa",
        "Anna Nowak\nJan Lis\nEwa Kos-Wilk\n",
        "Nowak, Anna\nLis, Jan\nKos-Wilk, Ewa",
        "1. Nowak Anna\n2. Lis Jan\n3. Kos-Wilk Ewa",
        "1) Nowak Anna\n\n2) Lis Jan\n3)Kos-Wilk Ewa\n\nRazem: 3",
        " 1 Nowak\xa0Anna\r\n 2 Lis  Jan\r\n 3 Kos - Wilk Ewa",
        "• Nowak Anna\n• Lis Jan\n• Kos-Wilk Ewa",
        "Klasa 2B\nNowak Anna\nLis Jan\nKos-Wilk Ewa",
        "Nazwisko i imię\nNowak Anna\nLis Jan\nKos-Wilk Ewa",
        "Lp.\tNazwisko\tImię\n1\tNowak\tAnna\n2\tLis\tJan\n3\tKos-Wilk\tEwa",
        "1\tNowak\tAnna\n2\tLis\tJan\n3\tKos-Wilk\tEwa",
        "Nowak\tAnna\nLis\tJan\nKos-Wilk\tEwa",
        "Anna\tNowak\nJan\tLis\nEwa\tKos-Wilk",
        "Nowak;Anna;2B\nLis;Jan;2B\nKos-Wilk;Ewa;2B",
        "Surname,First name\nNowak,Anna\nLis,Jan\nKos-Wilk,Ewa",
    ],
)
def test_pasted_lists_of_every_shape(pasted, given_names):
    report = dry_run(
        read_pasted(pasted, given_names=given_names), default_class="2B", given_names=given_names
    )
    assert [(row.row, row.family_name, row.given_name, row.state.value) for row in report.rows] == [
        ("1", "Nowak", "Anna", "ready"),
        ("2", "Lis", "Jan", "ready"),
        ("3", "Kos-Wilk", "Ewa", "ready"),
    ]


def test_pasted_dates_at_the_end_of_a_line(given_names):
    report = dry_run(read_pasted("1. Nowak Anna 2010-04-02\n2. Lis Jan, 3.05.2010 r."), default_class="2B")
    assert [(row.family_name, row.given_name, row.birth_date) for row in report.rows] == [
        ("Nowak", "Anna", date(2010, 4, 2)),
        ("Lis", "Jan", date(2010, 5, 3)),
    ]


def test_a_person_may_map_the_columns_differently():
    table = read_roster("Kto;Dom;Oddział\nŻaneta;Nowak;2B\n".encode())
    mapping = {Field.GIVEN_NAME: 0, Field.FAMILY_NAME: 1, Field.CLASS_NAME: 2}
    report = dry_run(table, mapping)
    assert [(row.family_name, row.given_name) for row in report.rows] == [("Nowak", "Żaneta")]
    assert dry_run(table, {Field.FULL_NAME: 1, Field.GIVEN_NAME: 0}).ignored_columns == ("Oddział",)


def test_columns_nobody_mapped_can_be_forgotten():
    table = read_roster("Nazwisko;Imię;Zainteresowania;Uwagi\nNowak;Anna;szachy;x\n".encode())
    kept = table.keeping_only(table.proposed)
    assert kept.rows[0].cells == ("Nowak", "Anna", "", "")
    assert dry_run(kept, default_class="2B").dropped_columns == ("Zainteresowania", "Uwagi")
    assert dry_run(kept, default_class="2B").rows == dry_run(table, default_class="2B").rows


@pytest.mark.parametrize(
    "headings",
    [
        "Nr w dzienniku;Nazwisko;Imię;Data ur.;Klasa;Status;Drugie imię;Uwagi",
        "Roll number;Surname;First name;Date of birth;Class;Status;Middle name;Notes",
        "Номер у журналі;Прізвище;Ім'я;Дата народження;Клас;Статус;По батькові;Примітки",
        "NR W DZIENNIKU;NAZWISKO;IMIĘ;DATA UR;KLASA;STATUS;IMIĘ DRUGIE;UWAGI:",
    ],
)
def test_headings_in_three_languages(headings):
    table = read_roster(f"{headings}\n7;Nowak;Anna;2010-04-02;2b;;Maria;tajne\n".encode())
    assert table.proposed == {
        Field.REGISTER_NUMBER: 0,
        Field.FAMILY_NAME: 1,
        Field.GIVEN_NAME: 2,
        Field.BIRTH_DATE: 3,
        Field.CLASS_NAME: 4,
        Field.STATUS: 5,
    }
    assert table.dropped == (6, 7)
    assert table.rows[0].cells == ("7", "Nowak", "Anna", "2010-04-02", "2b", "", "", "")

"""Names: tidied, split where nothing is guessed, and asked about where something would be."""

import pytest

from classroom.rosters import Decision, IssueCode, NameOrder, Split, dry_run, read_pasted, read_roster
from classroom.rosters.names import (
    GivenNames,
    mixes_alphabets,
    name_problem,
    order_in_column,
    read_full_name,
    recased,
    tidy_name,
)

SOME = GivenNames(["Anna", "Lena", "Jan", "Łukasz", "Соломія", "Maria", "José"])
FAMILY_FIRST, GIVEN_FIRST = NameOrder.FAMILY_FIRST, NameOrder.GIVEN_FIRST


@pytest.mark.parametrize(
    "written, tidy",
    [
        ("  Jęczmyk \xa0", "Jęczmyk"),
        ("Nowa - Stara", "Nowa-Stara"),
        ("Nowa – Stara", "Nowa-Stara"),
        ("O’Przykład", "O’Przykład"),
        ("В'юненко-Ґанок", "В'юненко-Ґанок"),
        ("-", ""),
        ("Anna\nMaria", "Anna Maria"),
    ],
)
def test_tidying(written, tidy):
    assert tidy_name(written) == tidy


@pytest.mark.parametrize(
    "name, problem",
    [
        ("Nowak", None),
        ("Przecinek; młodszy", None),
        ("O’Neil d'Arc", None),
        ("Nguyễn", None),
        ("N?wak", IssueCode.CHARACTERS_LOST),
        ("Now\ufffdk", IssueCode.CHARACTERS_LOST),
        ("Nowak 2", IssueCode.NOT_A_NAME),
        ("+48 600", IssueCode.NOT_A_NAME),
        ("@SUM(A1)", IssueCode.NOT_A_NAME),
        ("<b>Jan</b>", IssueCode.NOT_A_NAME),
        ("a" * 100, None),
        ("a" * 101, IssueCode.NAME_TOO_LONG),
    ],
)
def test_what_cannot_be_a_name(name, problem):
    assert name_problem(name) is problem


@pytest.mark.parametrize(
    "written, normal, issue",
    [
        ("ŻÓŁĆ-GĘŚLA", "Żółć-Gęśla", IssueCode.ALL_CAPS),
        ("O’PRZYKŁAD", "O’Przykład", IssueCode.ALL_CAPS),
        ("В'ЮНЕНКО", "В'юненко", IssueCode.ALL_CAPS),
        ("JOSÉ MARÍA", "José María", IssueCode.ALL_CAPS),
        ("nowak", "Nowak", IssueCode.ALL_LOWER_CASE),
        ("McDonald", "McDonald", None),
        ("Ą", "Ą", None),
        ("李", "李", None),
    ],
)
def test_capitals(written, normal, issue):
    assert recased(written) == (normal, issue)


def test_one_word_in_two_alphabets():
    assert mixes_alphabets("Nоwak")
    assert not mixes_alphabets("Nowak Соломія")
    assert not mixes_alphabets("Nowak-Вигадана")


@pytest.mark.parametrize(
    "name, order, choices, issue",
    [
        ("Nowak Anna", FAMILY_FIRST, [("Nowak", "Anna")], None),
        ("Anna Nowak", GIVEN_FIRST, [("Nowak", "Anna")], None),
        ("Von Nowak, Anna Maria", GIVEN_FIRST, [("Von Nowak", "Anna Maria")], None),
        ("Nowak-Lis Anna", FAMILY_FIRST, [("Nowak-Lis", "Anna")], None),
        ("Anna-Lena Kos", FAMILY_FIRST, [("Anna-Lena", "Kos")], None),
        ("Lukasz Anna", FAMILY_FIRST, [("Lukasz", "Anna")], None),
        ('Kos Lena "Iskra Mała"', FAMILY_FIRST, [("Kos", 'Lena "Iskra Mała"')], None),
        ("Kos", FAMILY_FIRST, [("Kos", "")], None),
        (
            "Lena Kos",
            FAMILY_FIRST,
            [("Lena", "Kos"), ("Kos", "Lena")],
            IssueCode.GIVEN_FAMILY_POSSIBLY_SWAPPED,
        ),
        (
            "Kos Lena",
            GIVEN_FIRST,
            [("Lena", "Kos"), ("Kos", "Lena")],
            IssueCode.GIVEN_FAMILY_POSSIBLY_SWAPPED,
        ),
        (
            "Kos José Maria",
            FAMILY_FIRST,
            [("Kos", "José Maria"), ("Kos José", "Maria"), ("Maria", "Kos José"), ("José Maria", "Kos")],
            IssueCode.AMBIGUOUS_NAME_SPLIT,
        ),
        (
            "Anna de Kos",
            GIVEN_FIRST,
            [("de Kos", "Anna"), ("Kos", "Anna de"), ("Anna de", "Kos"), ("Anna", "de Kos")],
            IssueCode.AMBIGUOUS_NAME_SPLIT,
        ),
    ],
)
def test_one_column_of_names(name, order, choices, issue):
    reading = read_full_name(name, order, SOME)
    assert [(choice.family_name, choice.given_name) for choice in reading.choices] == choices
    assert reading.issue is issue


def test_without_a_list_of_given_names_two_words_still_split():
    assert read_full_name("Lena Kos", FAMILY_FIRST, GivenNames()).choices == (Split("Lena", "Kos"),)


def test_the_order_in_a_column_is_what_most_names_say():
    assert order_in_column(["Anna Kos", "Lena Lis", "Wilk Jan"], SOME) is GIVEN_FIRST
    assert order_in_column(["Kos Anna", "Lis Lena", "Jan Wilk"], SOME) is FAMILY_FIRST
    assert order_in_column(["Kos Wilk"], SOME) is FAMILY_FIRST


def test_the_heading_decides_the_order():
    table = read_roster("Imię i nazwisko;Klasa\nRadzim Śrubka;2B\n".encode())
    report = dry_run(table, given_names=SOME)
    assert report.name_order is GIVEN_FIRST
    assert (report.rows[0].family_name, report.rows[0].given_name) == ("Śrubka", "Radzim")


def test_given_names_are_read_from_lists_of_spellings():
    names = GivenNames.from_document(
        {"note": "Kos", "polish": ["Anna"], "ukrainian": [{"cyrillic": "Єва", "latin": ["Yeva"]}]}
    )
    assert [names.know(name) for name in ("ANNA", "Єва", "Yeva", "Kos", "")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_decision_settles_a_name():
    table = read_pasted("Lis Anna\nKos José Maria\nWilk Jan", given_names=SOME)
    asked = dry_run(table, default_class="2B", given_names=SOME)
    assert [row.state.value for row in asked.rows] == ["ready", "decide", "ready"]
    line = asked.rows[1].line
    decided = dry_run(
        table,
        default_class="2B",
        given_names=SOME,
        decisions={line: Decision(name=Split("Kos José", "Maria"))},
    )
    assert (decided.rows[1].family_name, decided.rows[1].given_name) == ("Kos José", "Maria")
    assert (decided.rows[1].state.value, decided.rows[1].issues, decided.rows[1].choices) == ("ready", (), ())


def test_a_row_can_be_left_out():
    table = read_pasted("Lis Anna\nKos Jan", given_names=SOME)
    report = dry_run(table, default_class="2B", decisions={2: Decision(leave_out=True)})
    assert [row.state.value for row in report.rows] == ["ready", "skip"]
    assert [issue.code for issue in report.rows[1].issues] == [IssueCode.LEFT_OUT]
    assert report.counts["create"] == 1


def test_incomplete_names_are_left_out_with_their_reason():
    table = read_roster(
        "Nazwisko;Imię;Data urodzenia\nKos;;2010-01-01\n;Anna;\n;;2010-01-01\n1;2;\n".encode()
    )
    report = dry_run(table, default_class="2B")
    assert [[issue.code.value for issue in row.issues] for row in report.rows] == [
        ["missing_given_name"],
        ["missing_family_name"],
        ["missing_family_name"],
        ["not_a_name"],
    ]
    assert report.importable == 0

"""Lists of people outside: read with row numbers, doubts shown, nothing guessed, nothing calculated (TX-02)."""

import io

import pytest
from openpyxl import Workbook

from core.tables import TableUnreadable
from credentials.offer_words import problem_of
from credentials.outsiders import clean_address, read_file, read_pasted, with_offered
from credentials.scales import Scale

CSV = """Imię i nazwisko;E-mail;Notatka;Dowód
Ola Nowak;OLA@Example.org;Świetny plakat;https://example.org/plakat
Jan;jan@example.org;;
;;;
Ewa;to nie adres;;
Bez;;;
Ola dwa;ola@example.org;;
Iga;iga@example.org;;ftp://example.org/x
"""


def told(rows):
    return [(row.row, row.email, row.name, row.problem and row.problem.value, row.of) for row in rows]


def test_a_file_with_headings_says_what_is_wrong_and_where():
    rows = read_file(CSV.encode())
    assert told(rows) == [
        (2, "ola@example.org", "Ola Nowak", None, None),
        (3, "jan@example.org", "Jan", None, None),
        (5, "to nie adres", "", "not_an_address", None),
        (6, "", "", "no_address", None),
        (7, "ola@example.org", "Ola dwa", "twice", 2),
        (8, "iga@example.org", "", "link", None),
    ]
    assert (rows[0].note, rows[0].link) == ("Świetny plakat", "https://example.org/plakat")
    assert "2" in problem_of(rows[4])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
def test_letters_survive_every_usual_encoding(encoding):
    (row,) = read_file("E-mail,Imię,Nazwisko\nz@example.org,Żaneta,Łęcka\n".encode(encoding))
    assert (row.email, row.name) == ("z@example.org", "Żaneta Łęcka")


def test_a_workbook_is_read_as_a_file():
    book = Workbook()
    for cells in (("email", "name"), ("a@example.org", "Ala"), ("b@example.org", None)):
        book.active.append(cells)
    out = io.BytesIO()
    book.save(out)
    assert told(read_file(out.getvalue())) == [
        (2, "a@example.org", "Ala", None, None),
        (3, "b@example.org", "", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ola@example.org", [("ola@example.org", "")]),
        ("Ola Nowak <ola@example.org>\njan@example.org", [("ola@example.org", "Ola Nowak"), ("jan@example.org", "")]),
        ("ola@example.org, jan@example.org; iga@example.org",
         [("ola@example.org", ""), ("jan@example.org", ""), ("iga@example.org", "")]),
        ("Ola <ola@example.org>, Jan <jan@example.org>", [("ola@example.org", "Ola"), ("jan@example.org", "Jan")]),
        ("ola@example.org\tOla Nowak\njan@example.org\tJan", [("ola@example.org", "Ola Nowak"), ("jan@example.org", "Jan")]),
    ],
)  # fmt: skip
def test_what_is_pasted_is_understood(text, expected):
    assert [(row.email, row.name) for row in read_pasted(text)] == expected


def test_tx_02_a_formula_refuses_the_whole_list():
    for data in (b"email;name\na@example.org;=HYPERLINK(1)\n", b"=1+1\na@example.org\n"):
        with pytest.raises(TableUnreadable) as refused:
            read_file(data)
        assert refused.value.code == "formula"


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x", b"PK\x03\x04nonsense", b"a\x00b"]
)
def test_what_is_no_list_is_refused_whole(data):
    with pytest.raises(TableUnreadable):
        read_file(data)


@pytest.mark.parametrize(
    "typed",
    [
        "a@b",
        "a@@example.org",
        "a@example.org\nBcc: x@example.org",
        "ą@example.org",
        "a" * 250 + "@example.org",
        "@",
    ],
)
def test_what_is_no_address_is_none(typed):
    assert clean_address(typed) == ""


def test_who_is_offered_the_badge_already_is_left_out():
    rows = with_offered(read_pasted("a@example.org\nb@example.org"), frozenset({"a@example.org"}))
    assert [row.problem and row.problem.value for row in rows] == ["already_offered", None]


SCHOOL_SCALE = Scale("grades", ("2", "3", "4", "5"), required="3")
PERCENT = Scale("percent")
TYPED = """ola@example.org; Ola Nowak; 4
Jan <jan@example.org>; 5
iga@example.org
ewa@example.org; Ewa; 6
ada@example.org; 2; Ada"""


def graded(rows):
    return [(row.name, row.grade, row.problem and row.problem.value) for row in rows]


def test_a_grade_stands_in_a_column_or_behind_a_semicolon():
    file = b"E-mail,Ocena,Uwagi\na@example.org,5,Brawo\nb@example.org,,\n"
    (first, second) = read_file(file, SCHOOL_SCALE)
    assert (first.grade, first.note, first.problem, second.problem) == ("5", "Brawo", None, "grade_missing")
    assert graded(read_pasted(TYPED, SCHOOL_SCALE)) == [
        ("Ola Nowak", "4", None),
        ("Jan", "5", None),
        ("", "", "grade_missing"),
        ("Ewa", "6", "grade_unknown"),
        ("Ada", "2", "grade_too_low"),
    ]
    said = [problem_of(row, SCHOOL_SCALE) for row in read_pasted(TYPED, SCHOOL_SCALE)]
    assert said[2:] == [
        "W tym wierszu nie ma oceny, a ta odznaka jej wymaga.",
        "Oceny „6” nie ma na skali odznaki.",
        "Odznakę przyznaje się od oceny 3 wzwyż, a tu jest 2.",
    ]


def test_a_grade_is_never_guessed_nor_dropped():
    # Words stay words, and a number beside a badge without a scale is what it always was: a name.
    assert graded(read_pasted("a@example.org; Ala; świetnie", Scale("grades", ("dobrze", "Świetnie")))) == [
        ("Ala", "Świetnie", None)
    ]
    assert graded(read_pasted("a@example.org; 5")) == [("5", "", None)]
    assert graded(read_file(b"email;ocena\na@example.org;5\nb@example.org;\n")) == [
        ("", "5", "grade_without_scale"),
        ("", "", None),
    ]
    assert graded(read_pasted("a@example.org; Ala; 105", PERCENT)) == [("Ala", "105", "grade_unknown")]


def test_a_workbook_says_per_cent_as_they_are_seen():
    book = Workbook()
    for cells in (("email", "wynik"), ("a@example.org", 0.85), ("b@example.org", 85)):
        book.active.append(cells)
    book.active["B2"].number_format = "0%"
    out = io.BytesIO()
    book.save(out)
    assert graded(read_file(out.getvalue(), PERCENT)) == [("", "85", None), ("", "85", None)]

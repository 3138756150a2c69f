"""A list of people outside, as somebody brings it: e-mail addresses, perhaps with a name, a sentence, a link, a grade.

Pure but for the check of an address: `core.tables` reads the cells, here they get their meaning. Doubts are shown with
the number of the row and never guessed; nothing of a list is kept by reading it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from core.refusals import Refusal
from core.tables import PUBLISHED_LIMITS, Limits, Records, checked_cell, read_records, read_text
from core.text import clean_text
from credentials.scales import GRADE_LETTERS, GradeProblem, GradeRefused, Scale, grade_on


class Column(StrEnum):
    EMAIL = "email"
    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    NOTE = "note"
    LINK = "link"
    GRADE = "grade"


class RowProblem(StrEnum):
    """Why a row is left out. The words for it are `credentials.offer_words.ROW_PROBLEMS`."""

    NO_ADDRESS = "no_address"
    NOT_AN_ADDRESS = "not_an_address"
    TWICE = "twice"
    ALREADY_OFFERED = "already_offered"
    NAME = "name"
    NOTE = "note"
    LINK = "link"
    GRADE_MISSING = GradeProblem.MISSING
    GRADE_UNKNOWN = GradeProblem.UNKNOWN
    GRADE_TOO_LOW = GradeProblem.TOO_LOW
    GRADE_WITHOUT_SCALE = GradeProblem.NO_SCALE


@dataclass(frozen=True, slots=True)
class Outsider:
    """One row. `row` is its number in the file, from 1; `of` the row that has the same address; `grade` a value of the
    badge's scale as it is kept, or as it stands in the list where that is the problem.
    """

    row: int
    email: str
    name: str = ""
    note: str = ""
    link: str = ""
    grade: str = ""
    problem: RowProblem | None = None
    of: int | None = None


_HEADINGS = {
    Column.EMAIL: "e-mail email mail adres_e-mail adres_email adres_mailowy poczta e-mail_address email_address "
    "електронна_пошта пошта ел_пошта",
    Column.NAME: "imię_i_nazwisko nazwisko_i_imię osoba uczestnik uczestniczka name full_name participant person "
    "ім’я_та_прізвище прізвище_та_ім’я учасник",
    Column.GIVEN_NAME: "imię imiona first_name given_name ім’я імя",
    Column.FAMILY_NAME: "nazwisko last_name family_name surname прізвище",
    Column.NOTE: "notatka uwagi uwaga zdanie komentarz informacja_zwrotna note notes comment feedback "
    "примітка коментар",
    Column.LINK: "link dowód dowody praca adres_pracy url evidence work proof посилання доказ",
    Column.GRADE: "ocena oceny wynik punkty procent grade mark result score points percent "
    "оцінка результат бали відсоток",
}


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


_KNOWN = {_folded(word): column for column, words in _HEADINGS.items() for word in words.split()}
_ADDRESS = re.compile(r"[^\s<>,;|\"'()\[\]]+@[^\s<>,;|\"'()\[\]]+")
# Where several addresses stand in one line, as copied from a letter.
_AFTER_AN_ADDRESS = re.compile(r"(@[^\s<>,;]+>?)\s*[;,]\s*")
_AROUND = " \t<>,;|\"'()[]"
_web_address = URLValidator(schemes=["http", "https"])
NAME, NOTE, LINK = 120, 500, 500


def headings_of(cells: Sequence[str]) -> list[Column | None]:
    """For each cell what the column holds, when it is a heading."""
    return [_KNOWN.get(_folded(cell)) if len(cell) < 40 else None for cell in cells]


def read_file(
    data: bytes, scale: Scale | None = None, *, limits: Limits = PUBLISHED_LIMITS
) -> list[Outsider]:
    """The people in an uploaded CSV or XLSX file; `scale` is the badge's. Raises TableUnreadable."""
    return _rows(read_records(data, headings_of=headings_of, limits=limits).records, scale, limits)


def read_pasted(
    text: str, scale: Scale | None = None, *, limits: Limits = PUBLISHED_LIMITS
) -> list[Outsider]:
    """The people somebody typed or pasted: "Ola Nowak <ola@example.org>" one a line, with "; 5" behind it for a grade,
    or cells copied from a sheet.

    Raises TableUnreadable.
    """
    lines = text.split("\n")
    one_a_line = "\n".join(
        _AFTER_AN_ADDRESS.sub(r"\1\n", line) if line.count("@") > 1 else line for line in lines
    )
    return _rows(read_text(one_a_line, headings_of=headings_of, limits=limits).records, scale, limits)


def with_offered(rows: Sequence[Outsider], offered: frozenset[str]) -> list[Outsider]:
    """Those whose address already has an open offer of the same badge are left out."""
    return [
        replace(row, problem=RowProblem.ALREADY_OFFERED)
        if row.problem is None and row.email in offered
        else row
        for row in rows
    ]


def clean_address(typed: str) -> str:
    """An address in the form in which two are compared; "" for what is none."""
    address = typed.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address if len(address) <= 254 and address.isascii() else ""


def _rows(records: Records, scale: Scale | None, limits: Limits) -> list[Outsider]:
    columns: list[Column | None] | None = None
    found: list[Outsider] = []
    seen: dict[str, int] = {}
    for number, cells in enumerate(records, start=1):
        texts = [checked_cell(cell, number, at, limits) for at, cell in enumerate(cells, start=1)]
        if not any(texts):
            continue
        if columns is None and not found:
            known = headings_of(texts)
            if Column.EMAIL in known or sum(one is not None for one in known) > 1:
                columns = known
                continue
        row = _row(number, texts, columns, scale)
        if row.problem is None:
            first = seen.setdefault(row.email, number)
            if first != number:
                row = replace(row, problem=RowProblem.TWICE, of=first)
        found.append(row)
    return found


def _row(number: int, cells: list[str], columns: list[Column | None] | None, scale: Scale | None) -> Outsider:
    said = _by_column(cells, columns) if columns is not None else _by_content(cells, scale)
    typed = said.get(Column.EMAIL, "")
    name = said.get(Column.NAME) or f"{said.get(Column.GIVEN_NAME, '')} {said.get(Column.FAMILY_NAME, '')}"
    match = _ADDRESS.search(typed)
    email = clean_address(match[0] if match else typed)
    grade = said.get(Column.GRADE, "")[:GRADE_LETTERS]
    row = Outsider(number, email or typed[:80], grade=grade)
    if not email:
        return replace(row, problem=RowProblem.NOT_AN_ADDRESS if typed else RowProblem.NO_ADDRESS)
    try:
        row = replace(
            row,
            name=clean_text(name, limit=NAME, multiline=False, field=RowProblem.NAME),
            note=clean_text(said.get(Column.NOTE, ""), limit=NOTE, field=RowProblem.NOTE),
            link=_link(said.get(Column.LINK, "")),
        )
        return replace(row, grade=grade_on(scale, grade))
    except Refusal as refused:
        return replace(row, problem=RowProblem(refused.field))
    except GradeRefused as refused:
        return replace(row, problem=RowProblem(refused.problem))


def _by_column(cells: list[str], columns: list[Column | None]) -> dict[Column, str]:
    return {column: cell for column, cell in zip(columns, cells, strict=False) if column is not None and cell}


def _by_content(cells: list[str], scale: Scale | None) -> dict[Column, str]:
    """Without headings: the cell with an address; of the others the first is the name, a web address the link, and what
    can only be meant as one the grade.
    """
    said: dict[Column, str] = {}
    for cell in cells:
        match = _ADDRESS.search(cell)
        if match and Column.EMAIL not in said:
            said[Column.EMAIL] = match[0]
            cell = (cell[: match.start()] + cell[match.end() :]).strip(_AROUND)
        if not cell:
            continue
        if cell.lower().startswith(("http://", "https://")):
            said.setdefault(Column.LINK, cell)
        elif scale is not None and Column.GRADE not in said and scale.is_meant_by(cell):
            said[Column.GRADE] = cell
        else:
            said.setdefault(Column.NAME if Column.NAME not in said else Column.NOTE, cell)
    if Column.EMAIL not in said and len(cells) == 1:
        return {Column.EMAIL: cells[0]}
    return said


def _link(typed: str) -> str:
    address = clean_text(typed, limit=LINK, multiline=False, field=RowProblem.LINK)
    if not address:
        return ""
    address = address if "://" in address else f"https://{address}"
    try:
        _web_address(address)
    except ValidationError as refused:
        raise Refusal("NOT_A_LINK", "", RowProblem.LINK) from refused
    return address

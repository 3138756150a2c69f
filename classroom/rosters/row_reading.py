"""A row of text → a draft: who it is, in which class, and what is wrong with it."""

from dataclasses import dataclass, field
from datetime import date

from classroom.rosters.cells import whole_number
from classroom.rosters.classes import read_class_name
from classroom.rosters.dates import read_date, years_between
from classroom.rosters.draft import Draft
from classroom.rosters.headings import Field, NameOrder
from classroom.rosters.issues import IssueCode
from classroom.rosters.names import (
    GivenNames,
    Reading,
    Split,
    mixes_alphabets,
    name_problem,
    read_full_name,
    read_two_names,
    recased,
    tidy_name,
)
from classroom.rosters.statuses import Attendance, read_status
from classroom.rosters.table import ColumnMapping, TableRow

_AGES_OF_STUDENTS = range(5, 100)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a row.

    `name` is the name as it should stand. `student_id` says the row is this known student, `new_person` that
    it is nobody known and no duplicate. `leave_out` keeps the row out of the import.
    """

    name: Split | None = None
    student_id: str | None = None
    new_person: bool = False
    leave_out: bool = False


@dataclass(slots=True)
class RowReader:
    """Reads rows under one mapping and gathers the spellings of classes it meets."""

    mapping: ColumnMapping
    default_class: str | None
    given_names: GivenNames
    name_order: NameOrder
    today: date | None
    class_aliases: dict[str, str] = field(default_factory=dict)

    def read(self, row: TableRow, decision: Decision | None) -> Draft:
        """The draft of a row; a decision stands above what was written."""
        draft = Draft(row=self._cell(row, Field.ORDINAL).rstrip(".) ") or str(row.number), line=row.line)
        draft.class_name = self._class_name(row) or self.default_class
        if decision is not None:
            draft.name_settled = decision.name is not None
            draft.new_person = decision.new_person
            draft.student_id = decision.student_id
            if decision.leave_out:
                draft.note(IssueCode.LEFT_OUT)
        if row.cells_shifted:
            draft.note(IssueCode.CELLS_SHIFTED)
        if not any(self._cell(row, name) for name in (*_NAMES, Field.BIRTH_DATE)):
            draft.note(IssueCode.EMPTY_ROW)
            return draft
        self._read_names(row, draft, decision)
        self._read_status(row, draft)
        if draft.class_name is None:
            draft.note(IssueCode.MISSING_CLASS)
        self._read_birth_date(row, draft)
        self._read_register_number(row, draft)
        if row.pesel_missing:
            draft.note(IssueCode.NO_PESEL)
        if row.pesel_in_text:
            draft.note(IssueCode.PESEL_IN_TEXT)
        return draft

    def _cell(self, row: TableRow, wanted: Field) -> str:
        column = self.mapping.get(wanted)
        return "" if column is None else row.cells[column]

    def _class_name(self, row: TableRow) -> str | None:
        written = self._cell(row, Field.CLASS_NAME)
        name = read_class_name(written)
        if name is None:
            return None
        if name.name != written:
            self.class_aliases[written] = name.name
        return name.name

    def _read_names(self, row: TableRow, draft: Draft, decision: Decision | None) -> None:
        reading = self._name_reading(row)
        if decision is not None and decision.name is not None:
            name = Split(tidy_name(decision.name.family_name), tidy_name(decision.name.given_name))
            reading = Reading((name,))
        first = reading.choices[0]
        problems = {name_problem(part) for part in (first.family_name, first.given_name) if part} - {None}
        for code in sorted(code for code in problems if code):
            draft.note(code)
        if not first.family_name:
            draft.note(IssueCode.MISSING_FAMILY_NAME)
        elif not first.given_name:
            draft.note(IssueCode.MISSING_GIVEN_NAME)
        if reading.issue:
            draft.note(reading.issue)
        cases = {recased(part)[1] for part in (first.family_name, first.given_name)}
        if decision is None or decision.name is None:
            for code in (IssueCode.ALL_CAPS, IssueCode.ALL_LOWER_CASE):
                if code in cases:
                    draft.note(code)
            reading = Reading(tuple(map(_recased_split, reading.choices)), reading.issue)
        if any(mixes_alphabets(part) for part in (first.family_name, first.given_name)):
            draft.note(IssueCode.MIXED_ALPHABETS)
        draft.names = reading.choices
        draft.tidied = self._differs_from_written(row, draft.names[0])

    def _name_reading(self, row: TableRow) -> Reading:
        if Field.FULL_NAME in self.mapping:
            name = tidy_name(self._cell(row, Field.FULL_NAME))
            return (
                read_full_name(name, self.name_order, self.given_names) if name else Reading((Split("", ""),))
            )
        family, given = (tidy_name(self._cell(row, name)) for name in (Field.FAMILY_NAME, Field.GIVEN_NAME))
        return read_two_names(family, given, self.given_names)

    def _differs_from_written(self, row: TableRow, name: Split) -> bool:
        written = [self._cell(row, field) for field in _NAMES if self._cell(row, field)]
        words = f"{name.family_name} {name.given_name}".split()
        return sorted(" ".join(written).replace(",", " ").split()) != sorted(words)

    def _read_status(self, row: TableRow, draft: Draft) -> None:
        attendance = read_status(self._cell(row, Field.STATUS))
        if attendance is Attendance.LEFT:
            draft.note(IssueCode.LEFT_SCHOOL)
        elif attendance is Attendance.UNKNOWN:
            draft.note(IssueCode.UNKNOWN_STATUS)

    def _read_birth_date(self, row: TableRow, draft: Draft) -> None:
        written = self._cell(row, Field.BIRTH_DATE)
        if not written:
            return
        draft.birth_date = read_date(written)
        if draft.birth_date is None:
            draft.note(IssueCode.INVALID_DATE)
        elif self.today and years_between(draft.birth_date, self.today) not in _AGES_OF_STUDENTS:
            draft.note(IssueCode.UNLIKELY_BIRTH_DATE)

    def _read_register_number(self, row: TableRow, draft: Draft) -> None:
        if Field.REGISTER_NUMBER not in self.mapping:
            return
        written = self._cell(row, Field.REGISTER_NUMBER)
        draft.register_number = whole_number(written)
        if not written:
            draft.note(IssueCode.MISSING_REGISTER_NUMBER)
        elif draft.register_number is None:
            draft.note(IssueCode.INVALID_REGISTER_NUMBER)


_NAMES = (Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAME)


def _recased_split(name: Split) -> Split:
    return Split(recased(name.family_name)[0], recased(name.given_name)[0])

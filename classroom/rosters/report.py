"""What a dry run tells: every row with what would become of it. Plain data, storable, free of PESEL."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from classroom.rosters.headings import NameOrder
from classroom.rosters.issues import Issue, IssueCode
from classroom.rosters.names import Split


class RowState(StrEnum):
    """Ready to import, waiting for a person's decision, or left out."""

    READY = "ready"
    DECIDE = "decide"
    SKIP = "skip"


class RowAction(StrEnum):
    """What importing the row would do."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of a list.

    `row` is the label a teacher sees (the list's own numbering where it has one), `line` the place in the
    file from 1. `choices` are the ways to read the name where a person decides, the proposal first; the names
    are that proposal. `student_id` is the known student whom the row concerns, `candidates` those it may
    concern. `tidied` tells that spaces, hyphens or capitals differ from what was written.
    """

    row: str
    line: int
    state: RowState
    action: RowAction
    family_name: str = field(repr=False)
    given_name: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    class_name: str | None
    register_number: int | None
    issues: tuple[Issue, ...]
    choices: tuple[Split, ...] = field(default=(), repr=False)
    student_id: str | None = None
    candidates: tuple[str, ...] = ()
    tidied: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain data; an issue says itself whether it blocks."""
        return {
            "row": self.row,
            "line": self.line,
            "state": self.state.value,
            "action": self.action.value,
            "family_name": self.family_name,
            "given_name": self.given_name,
            "birth_date": self.birth_date.isoformat() if self.birth_date else None,
            "class_name": self.class_name,
            "register_number": self.register_number,
            "issues": [
                {"kind": issue.code.value, "blocking": issue.code.blocking, "of": issue.of}
                for issue in self.issues
            ],
            "choices": [[choice.family_name, choice.given_name] for choice in self.choices],
            "student_id": self.student_id,
            "candidates": list(self.candidates),
            "tidied": self.tidied,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "RosterRow":
        """The row that `to_json` wrote down."""
        return cls(
            row=data["row"],
            line=data["line"],
            state=RowState(data["state"]),
            action=RowAction(data["action"]),
            family_name=data["family_name"],
            given_name=data["given_name"],
            birth_date=date.fromisoformat(data["birth_date"]) if data["birth_date"] else None,
            class_name=data["class_name"],
            register_number=data["register_number"],
            issues=tuple(Issue(IssueCode(issue["kind"]), issue["of"]) for issue in data["issues"]),
            choices=tuple(Split(family, given) for family, given in data["choices"]),
            student_id=data["student_id"],
            candidates=tuple(data["candidates"]),
            tidied=data["tidied"],
        )


@dataclass(frozen=True, slots=True)
class RosterReport:
    """The outcome of a dry run.

    `dropped_columns` were thrown away at reading, `ignored_columns` are not mapped to anything; both by
    heading. `class_aliases` are the spellings in the file → the class, where they differ. `not_in_file` are
    the ids of known students of the file's classes whom no row concerns.
    """

    rows: tuple[RosterRow, ...]
    encoding: str
    delimiter: str | None
    header_row: int | None
    footer_rows: int
    dropped_columns: tuple[str, ...]
    ignored_columns: tuple[str, ...]
    class_aliases: dict[str, str]
    classes: tuple[str, ...]
    name_order: NameOrder | None
    not_in_file: tuple[str, ...] = ()
    sheets_unread: int = 0

    @property
    def data_rows(self) -> int:
        """Rows below the headings and above the footer that hold anything."""
        return len(self.rows)

    @property
    def importable(self) -> int:
        """Rows that are not left out; some of them may wait for a decision."""
        return sum(row.state is not RowState.SKIP for row in self.rows)

    @property
    def counts(self) -> dict[str, int]:
        """Rows by state, and those not left out by action."""
        states = Counter(row.state.value for row in self.rows)
        actions = Counter(row.action.value for row in self.rows if row.state is not RowState.SKIP)
        kinds = [*RowState, RowAction.CREATE, RowAction.UPDATE, RowAction.UNCHANGED]
        return {kind.value: (states + actions)[kind.value] for kind in kinds}

    def to_json(self) -> dict[str, Any]:
        """Plain data for a database's JSON column."""
        return {
            "rows": [row.to_json() for row in self.rows],
            "counts": self.counts,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "header_row": self.header_row,
            "footer_rows": self.footer_rows,
            "dropped_columns": list(self.dropped_columns),
            "ignored_columns": list(self.ignored_columns),
            "class_aliases": dict(self.class_aliases),
            "classes": list(self.classes),
            "name_order": self.name_order.value if self.name_order else None,
            "not_in_file": list(self.not_in_file),
            "sheets_unread": self.sheets_unread,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "RosterReport":
        """The report that `to_json` wrote down."""
        return cls(
            rows=tuple(map(RosterRow.from_json, data["rows"])),
            encoding=data["encoding"],
            delimiter=data["delimiter"],
            header_row=data["header_row"],
            footer_rows=data["footer_rows"],
            dropped_columns=tuple(data["dropped_columns"]),
            ignored_columns=tuple(data["ignored_columns"]),
            class_aliases=dict(data["class_aliases"]),
            classes=tuple(data["classes"]),
            name_order=NameOrder(data["name_order"]) if data["name_order"] else None,
            not_in_file=tuple(data["not_in_file"]),
            sheets_unread=data["sheets_unread"],
        )

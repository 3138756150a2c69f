"""A class list as it was read: headings and rows of text, without what must not be kept."""

from dataclasses import dataclass, field, replace
from typing import Any

from classroom.rosters.headings import Field

ColumnMapping = dict[Field, int]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row below the headings.

    `line` is its place in the file from 1, title lines included; `number` its place among the rows of people.
    Cells of dropped columns are blank. Cells are not in the representation, so that no log holds a name.
    """

    line: int
    number: int
    cells: tuple[str, ...] = field(repr=False)
    pesel_missing: bool = False
    pesel_in_text: bool = False
    cells_shifted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What reading makes of a file or a pasted list.

    `headings` has one text for each column, blank where there is none; `header_row` is their place from 1,
    None without headings. `dropped` are columns whose values were thrown away at reading. `proposed` is the
    mapping of fields to columns (from 0) for a person to confirm. `suggested_class` is the class a title line
    names.
    """

    encoding: str
    delimiter: str | None
    header_row: int | None
    headings: tuple[str, ...] = field(repr=False)
    rows: tuple[TableRow, ...] = field(repr=False)
    footer_rows: int
    dropped: tuple[int, ...]
    proposed: ColumnMapping
    suggested_class: str | None = None
    sheets_unread: int = 0

    @property
    def dropped_headings(self) -> list[str]:
        """Headings of the dropped columns; `#3` for the third column when it has none."""
        return [self.heading(column) for column in self.dropped]

    def heading(self, column: int) -> str:
        """What to call a column (from 0) on the screen."""
        return self.headings[column] or f"#{column + 1}"

    def keeping_only(self, mapping: ColumnMapping) -> "Table":
        """This table with the columns nobody mapped dropped as well, for storing once the mapping is settled."""
        kept = set(mapping.values()) - set(self.dropped)
        rows = tuple(
            replace(row, cells=tuple(cell if at in kept else "" for at, cell in enumerate(row.cells)))
            for row in self.rows
        )
        dropped = tuple(column for column in range(len(self.headings)) if column not in kept)
        return replace(self, rows=rows, dropped=dropped, proposed=dict(mapping))

    def to_json(self) -> dict[str, Any]:
        """Plain data for storing between reading and importing."""
        return {
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "header_row": self.header_row,
            "headings": list(self.headings),
            "rows": [
                [
                    row.line,
                    row.number,
                    list(row.cells),
                    row.pesel_missing,
                    row.pesel_in_text,
                    row.cells_shifted,
                ]
                for row in self.rows
            ],
            "footer_rows": self.footer_rows,
            "dropped": list(self.dropped),
            "proposed": {name.value: column for name, column in self.proposed.items()},
            "suggested_class": self.suggested_class,
            "sheets_unread": self.sheets_unread,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Table":
        """The table that `to_json` wrote down."""
        return cls(
            encoding=data["encoding"],
            delimiter=data["delimiter"],
            header_row=data["header_row"],
            headings=tuple(data["headings"]),
            rows=tuple(
                TableRow(line, number, tuple(cells), *flags) for line, number, cells, *flags in data["rows"]
            ),
            footer_rows=data["footer_rows"],
            dropped=tuple(data["dropped"]),
            proposed={Field(name): column for name, column in data["proposed"].items()},
            suggested_class=data["suggested_class"],
            sheets_unread=data["sheets_unread"],
        )

"""Rows of cells → a `Table`: headings matched to fields, and what must not be kept thrown away.

PESEL numbers, second names, notes, e-mail addresses and other details nobody needs for a class are lost here;
no value of theirs leaves this module.
"""

from collections.abc import Sequence
from itertools import zip_longest

from classroom.rosters.guessing import guess_fields
from classroom.rosters.headings import DROPPED_FIELDS, Field, fields_of
from classroom.rosters.layout import Line, lay_out
from classroom.rosters.names import GivenNames
from classroom.rosters.pesel import is_pesel_column, without_pesel
from classroom.rosters.table import ColumnMapping, Table, TableRow
from core.tables import Limits, Records, TableUnreadable, UnreadableCode, checked_cell


def make_table(
    records: Records,
    *,
    encoding: str,
    delimiter: str | None,
    given_names: GivenNames,
    limits: Limits,
    sheets_unread: int = 0,
) -> Table:
    """The table that stands in `records`.

    Raises:
        TableUnreadable: `empty`, `no_rows`, `too_many_rows`, `too_many_columns`, or what
            `checked_cell` refuses.
    """
    layout = lay_out([_checked_row(cells, place, limits) for place, cells in enumerate(records, start=1)])
    if len(layout.body) > limits.rows:
        raise TableUnreadable(UnreadableCode.TOO_MANY_ROWS, row=layout.body[limits.rows][0])
    if not layout.body:
        nothing_at_all = layout.header_row is None and not layout.footer_rows
        raise TableUnreadable(UnreadableCode.EMPTY if nothing_at_all else UnreadableCode.NO_ROWS)
    width = _width(layout.headings, layout.body)
    fields = [field for field, _ in zip_longest(fields_of(layout.headings), range(width))]
    for column, values in enumerate(_columns(layout.body, width)):
        if fields[column] not in DROPPED_FIELDS and is_pesel_column(values):
            fields[column] = Field.PESEL
    dropped = tuple(column for column, field in enumerate(fields) if field in DROPPED_FIELDS)
    pesel = [column for column, field in enumerate(fields) if field is Field.PESEL]
    rows = tuple(
        _row(place, number, cells, width, dropped, pesel)
        for number, (place, cells) in enumerate(layout.body, start=1)
    )
    return Table(
        encoding=encoding,
        delimiter=delimiter,
        header_row=layout.header_row,
        headings=tuple(
            without_pesel(heading)[0]
            for heading, _ in zip_longest(layout.headings, range(width), fillvalue="")
        ),
        rows=rows,
        footer_rows=layout.footer_rows,
        dropped=dropped,
        proposed=_proposed(fields, rows, width, given_names),
        suggested_class=layout.suggested_class,
        sheets_unread=sheets_unread,
    )


def _checked_row(cells: Sequence[str], place: int, limits: Limits) -> tuple[str, ...]:
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    if width > limits.columns:
        raise TableUnreadable(UnreadableCode.TOO_MANY_COLUMNS, row=place, column=limits.columns + 1)
    kept = [checked_cell(cell, place, column, limits) for column, cell in enumerate(cells[:width], start=1)]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def _width(headings: tuple[str, ...], body: list[Line]) -> int:
    """Columns of the table: those with headings, and more only when half of the rows use them."""
    widths = sorted(len(cells) for _, cells in body)
    if not headings:
        return widths[-1]
    return max(len(headings), widths[(len(widths) - 1) // 2])


def _columns(body: list[Line], width: int) -> list[list[str]]:
    return [[cells[column] for _, cells in body if column < len(cells)] for column in range(width)]


def _row(
    place: int,
    number: int,
    cells: tuple[str, ...],
    width: int,
    dropped: tuple[int, ...],
    pesel: list[int],
) -> TableRow:
    kept: list[str] = []
    in_text = False
    for column in range(width):
        cell = cells[column] if column < len(cells) else ""
        if column in dropped:
            cell = ""
        else:
            cell, found = without_pesel(cell)
            in_text = in_text or found
        kept.append(cell)
    return TableRow(
        line=place,
        number=number,
        cells=tuple(kept),
        pesel_missing=bool(pesel) and not any(column < len(cells) and cells[column] for column in pesel),
        pesel_in_text=in_text,
        cells_shifted=len(cells) > width,
    )


def _proposed(
    fields: list[Field | None], rows: tuple[TableRow, ...], width: int, given_names: GivenNames
) -> ColumnMapping:
    mapping = {
        field: column
        for column, field in enumerate(fields)
        if field is not None and field not in DROPPED_FIELDS
    }
    free = [column for column in range(width) if fields[column] is None]
    columns = {column: [row.cells[column] for row in rows] for column in free}
    return guess_fields(mapping, columns, given_names)

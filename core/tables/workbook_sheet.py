"""How large a worksheet really is, whatever it says about itself."""

import re
import zipfile
from dataclasses import dataclass
from typing import Any

from core.tables.issues import TableUnreadable, UnreadableCode
from core.tables.limits import Limits
from core.tables.workbook_guard import elements

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,7})")
_ROW_NUMBER = re.compile(r"[1-9][0-9]{0,7}")


@dataclass(frozen=True, slots=True)
class SheetSize:
    """Last row and column, from 1, that hold a value; 0 for an empty sheet."""

    last_row: int
    last_column: int


def measure_sheet(archive: zipfile.ZipFile, name: str, limits: Limits, last_row_allowed: int) -> SheetSize:
    """Walks through a worksheet's cells once, in constant memory.

    Raises:
        TableUnreadable: `formula`, `too_many_rows` or `too_many_columns` with row and column;
            `spreadsheet_broken` when rows or cells do not stand in ascending order.
    """
    walk = _Walk(limits.columns, last_row_allowed)
    for tag, element in elements(archive, name):
        if tag == "c":
            walk.cells.append((element.get("r"), element.find("{*}f") is not None, _has_value(element)))
            element.clear()
        elif tag == "row":
            walk.finish_row(element.get("r"))
            element.clear()
    return SheetSize(walk.last_row, walk.last_column)


def _has_value(cell: Any) -> bool:
    return any(text.strip() for text in cell.itertext())


class _Walk:
    def __init__(self, columns_allowed: int, last_row_allowed: int) -> None:
        self.columns_allowed = columns_allowed
        self.last_row_allowed = last_row_allowed
        self.cells: list[tuple[str | None, bool, bool]] = []
        self.row = self.last_row = self.last_column = 0

    def finish_row(self, number: str | None) -> None:
        if number is not None and not _ROW_NUMBER.fullmatch(number):
            raise TableUnreadable(UnreadableCode.SPREADSHEET_BROKEN, row=self.row + 1)
        row = self.row + 1 if number is None else int(number)
        if row <= self.row:
            raise TableUnreadable(UnreadableCode.SPREADSHEET_BROKEN, row=row)
        self.row = row
        column = 0
        for reference, is_formula, has_value in self.cells:
            column = self._column_after(column, reference)
            if is_formula:
                raise TableUnreadable(UnreadableCode.FORMULA, row, column)
            if not has_value:
                continue
            if row > self.last_row_allowed:
                raise TableUnreadable(UnreadableCode.TOO_MANY_ROWS, row=row)
            if column > self.columns_allowed:
                raise TableUnreadable(UnreadableCode.TOO_MANY_COLUMNS, row, column)
            self.last_row = row
            self.last_column = max(self.last_column, column)
        self.cells.clear()

    def _column_after(self, column: int, reference: str | None) -> int:
        if reference is None:
            return column + 1
        match = _REFERENCE.fullmatch(reference)
        if match is None or int(match.group(2)) != self.row:
            raise TableUnreadable(UnreadableCode.SPREADSHEET_BROKEN, row=self.row)
        number = 0
        for letter in match.group(1):
            number = number * 26 + ord(letter) - 64
        if number <= column:
            raise TableUnreadable(UnreadableCode.SPREADSHEET_BROKEN, row=self.row, column=number)
        return number

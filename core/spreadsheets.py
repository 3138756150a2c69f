"""Tables for spreadsheet programs, CSV and XLSX, in which no text is ever calculated (security case TX-02)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell


Value = str | int | float | None
# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection); full-width forms too.
_CALCULATED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# The sign by which spreadsheets themselves mark a cell as text.
_AS_TEXT = "'"
_UTF8_MARK = "\ufeff"


def text_cell(text: str) -> str:
    """`text` as it stands in a CSV cell: with an apostrophe before what would be calculated."""
    return _AS_TEXT + text if text.startswith((*_CALCULATED, _AS_TEXT)) else text


def plain_text(cell: str) -> str:
    """The text that `text_cell` wrote."""
    return cell[1:] if cell.startswith(_AS_TEXT) else cell


def csv_bytes(rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with a mark, semicolons and CRLF: what spreadsheets of this country open with a double click.

    Numbers stay numbers, None is an empty cell.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([text_cell(one) if isinstance(one, str) else one for one in row])
    return (_UTF8_MARK + out.getvalue()).encode()


def xlsx_bytes(title: str, rows: Iterable[Sequence[Value]]) -> bytes:
    """One sheet; the first row is bold and stays in sight. Text is of the type text, whatever it begins with."""
    from openpyxl import Workbook  # a start of the portal does not pay for it

    book = Workbook(write_only=True)
    sheet = book.create_sheet("".join(sign for sign in title if sign not in r"[]:*?/\'")[:31] or "1")
    sheet.freeze_panes = "A2"
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 36
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, one, bold=number == 0) for one in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: object, value: Value, *, bold: bool) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font

    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_CALCULATED)
    if bold:
        cell.font = Font(bold=True)
    return cell

"""XLSX → rows of cells. Formulas are refused, never calculated; links are never followed."""

import io
import warnings
import zipfile
from datetime import date, datetime, time
from typing import Any

from defusedxml import DefusedXmlException

from core.tables.delimited import Records
from core.tables.issues import TableUnreadable, UnreadableCode
from core.tables.limits import ROWS_AROUND_THE_LIST, Limits
from core.tables.workbook_guard import guard_archive
from core.tables.workbook_sheet import measure_sheet


def read_workbook(data: bytes, limits: Limits) -> tuple[Records, int]:
    """The rows of the first visible sheet that has any, and how many further visible sheets were left unread.

    Dates come out as `yyyy-mm-dd`, whole numbers without a point, percentages as they are seen: `85%`.

    Raises:
        TableUnreadable: see `guard_archive` and `measure_sheet`; `spreadsheet_broken` for anything a
            spreadsheet program would have to repair; `empty`.
    """
    guard_archive(data, limits)
    outcome = _records(data, limits)
    if isinstance(outcome, TableUnreadable):
        raise outcome
    return outcome


def _records(data: bytes, limits: Limits) -> tuple[Records, int] | TableUnreadable:
    import openpyxl  # a start of the portal does not pay for it

    # openpyxl raises whatever its parsing meets (KeyError, TypeError, its own warnings); all of it means one
    # thing, and none of it may travel on, because its text can quote a cell.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            try:
                return _first_sheet(book, data, limits)
            finally:
                book.close()
    except TableUnreadable as refusal:
        return refusal
    except DefusedXmlException:
        return TableUnreadable(UnreadableCode.ENTITIES)
    except Exception:
        return TableUnreadable(UnreadableCode.SPREADSHEET_BROKEN)


def _first_sheet(book: Any, data: bytes, limits: Limits) -> tuple[Records, int]:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for position, sheet in enumerate(visible):
            size = measure_sheet(archive, sheet._worksheet_path, limits, limits.rows + ROWS_AROUND_THE_LIST)
            if size.last_row:
                rows = sheet.iter_rows(max_row=size.last_row, max_col=size.last_column)
                return [[_text(cell) for cell in row] for row in rows], len(visible) - position - 1
    raise TableUnreadable(UnreadableCode.EMPTY)


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and "%" in cell.number_format:
        return f"{value * 100:.10g}%"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)

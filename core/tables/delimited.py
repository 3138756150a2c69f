"""Delimited text → rows of cells (RFC 4180, with the separators that exist in practice)."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from core.tables.issues import TableUnreadable, UnreadableCode

_DELIMITERS = (";", "\t", ",", "|")
_ROWS_LOOKED_AT = 60
_CELLS_LOOKED_AT = 60

Records = list[list[str]]
# The cells of a row → for each what the column holds, when it is a heading that the reader knows, else None.
HeadingsOf = Callable[[Sequence[str]], Sequence[object | None]]


def split_rows(text: str, most_rows: int, headings_of: HeadingsOf) -> tuple[Records, str | None]:
    """The rows of `text` and its delimiter; None as delimiter when every line is one cell.

    The delimiter is the one under which most headings make sense and rows are equally wide. A list without
    headings whose only commas stand between two names is no table: "Nowak, Anna" is one cell.

    Reading stops after `most_rows` rows with anything in them.

    Raises:
        TableUnreadable: `quotes_broken` or `cell_too_long` with the row, where no delimiter reads the text.
    """
    best: tuple[tuple[int, float, int], Records, str] | None = None
    refusal: TableUnreadable | None = None
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        records = _records(text, delimiter, most_rows)
        if isinstance(records, TableUnreadable):
            refusal = refusal or records
            continue
        score = _fitness(records, headings_of)
        if score[2] > 1 and (best is None or score > best[0]):
            best = (score, records, delimiter)
    if best is not None and not _is_list_of_names(best[1], best[2], headings_of):
        return best[1], best[2]
    if best is None and refusal is not None:
        raise refusal
    lines: Records = []
    _take(([line] for line in io.StringIO(text, newline=None).read().split("\n")), lines, most_rows)
    return lines, None


def _records(text: str, delimiter: str, most_rows: int) -> Records | TableUnreadable:
    rows: Records = []
    # strict: an unclosed quotation mark would otherwise swallow the rows after it in silence.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        _take(reader, rows, most_rows)
    except csv.Error as error:
        too_long = "field limit" in str(error)
        code = UnreadableCode.CELL_TOO_LONG if too_long else UnreadableCode.QUOTES_BROKEN
        return TableUnreadable(code, row=len(rows) + 1)
    return rows


def _take(source: Iterable[list[str]], rows: Records, most_rows: int) -> None:
    filled = 0
    for row in source:
        rows.append(row)
        filled += bool(row) and any(map(str.strip, row))
        if filled > most_rows:
            return


def _fitness(records: Records, headings_of: HeadingsOf) -> tuple[int, float, int]:
    """(headings understood, share of rows of the usual width, that width)"""
    looked_at = [row for row in records[:_ROWS_LOOKED_AT] if any(cell.strip() for cell in row)]
    if not looked_at:
        return 0, 0.0, 0
    tables = [row for row in looked_at if len(row) > 1]
    headings = max(
        (sum(field is not None for field in headings_of(row[:_CELLS_LOOKED_AT])) for row in tables), default=0
    )
    width, count = Counter(len(row) for row in looked_at).most_common(1)[0]
    if headings > 1:
        width = max(width, 2)
    return headings, count / len(looked_at), width


def _is_list_of_names(records: Records, delimiter: str, headings_of: HeadingsOf) -> bool:
    if delimiter != ",":
        return False
    return not any(
        len(row) > 1 and any(headings_of(row[:_CELLS_LOOKED_AT])) for row in records[:_ROWS_LOOKED_AT]
    ) and all(len(row) <= 2 for row in records)

"""A file or a pasted list → a `Table` (`core.tables` reads the cells, this room knows what they mean)."""

from classroom.rosters.columns import make_table
from classroom.rosters.headings import fields_of
from classroom.rosters.names import GivenNames
from classroom.rosters.pasted import lines_as_columns
from classroom.rosters.table import Table
from core.tables import PUBLISHED_LIMITS, Limits, Reading, read_records, read_text

_NO_GIVEN_NAMES = GivenNames()


def read_roster(
    data: bytes, *, given_names: GivenNames = _NO_GIVEN_NAMES, limits: Limits = PUBLISHED_LIMITS
) -> Table:
    """The class list in an uploaded file: delimited text in any usual encoding, or XLSX.

    Raises:
        TableUnreadable: for every file that cannot be read whole; nothing of it is to be imported.
    """
    return _table(read_records(data, headings_of=fields_of, limits=limits), given_names, limits)


def read_pasted(
    text: str, *, given_names: GivenNames = _NO_GIVEN_NAMES, limits: Limits = PUBLISHED_LIMITS
) -> Table:
    """The class list somebody pasted: one person a line, or cells copied from a spreadsheet.

    Raises:
        TableUnreadable: as `read_roster`; its row is the line of the text.
    """
    return _table(read_text(text, headings_of=fields_of, limits=limits), given_names, limits)


def _table(reading: Reading, given_names: GivenNames, limits: Limits) -> Table:
    widest = max(map(len, reading.records), default=0)
    one_column = widest == 1 if reading.encoding == "xlsx" else reading.delimiter is None
    return make_table(
        lines_as_columns(reading.records) if one_column else reading.records,
        encoding=reading.encoding,
        delimiter=reading.delimiter,
        given_names=given_names,
        limits=limits,
        sheets_unread=reading.sheets_unread,
    )

"""A file or a pasted list → a `Table`. What kind of file it is, its content says; its name is never asked."""

from classroom.rosters.columns import make_table
from classroom.rosters.delimited import split_rows
from classroom.rosters.encodings import decode
from classroom.rosters.issues import RosterUnreadable, UnreadableCode
from classroom.rosters.limits import PUBLISHED_LIMITS, ROWS_AROUND_THE_LIST, Limits
from classroom.rosters.names import GivenNames
from classroom.rosters.pasted import lines_as_columns
from classroom.rosters.table import Table
from classroom.rosters.workbook import read_workbook

_NO_GIVEN_NAMES = GivenNames()
_ZIP = b"PK\x03\x04"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"{\\rtf",
    b"PK\x05\x06",
    b"PK\x07\x08",
)
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<style")


def read_roster(
    data: bytes, *, given_names: GivenNames = _NO_GIVEN_NAMES, limits: Limits = PUBLISHED_LIMITS
) -> Table:
    """The class list in an uploaded file: delimited text in any usual encoding, or XLSX.

    Raises:
        RosterUnreadable: for every file that cannot be read whole; nothing of it is to be imported.
    """
    if len(data) > limits.file_bytes:
        raise RosterUnreadable(UnreadableCode.TOO_BIG)
    if not data.strip():
        raise RosterUnreadable(UnreadableCode.EMPTY)
    if data.startswith(_ZIP):
        records, sheets_unread = read_workbook(data, limits)
        one_column = max(map(len, records), default=0) == 1
        return make_table(
            lines_as_columns(records) if one_column else records,
            encoding="xlsx",
            delimiter=None,
            given_names=given_names,
            limits=limits,
            sheets_unread=sheets_unread,
        )
    if data.startswith(_COMPOUND_FILE):
        raise RosterUnreadable(UnreadableCode.OLD_SPREADSHEET)
    if data.startswith(_OTHER_KINDS) or data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(
        _MARKUP
    ):
        raise RosterUnreadable(UnreadableCode.NOT_A_TABLE)
    text, encoding = decode(data)
    return _from_text(text, encoding, given_names, limits)


def read_pasted(
    text: str, *, given_names: GivenNames = _NO_GIVEN_NAMES, limits: Limits = PUBLISHED_LIMITS
) -> Table:
    """The class list somebody pasted: one person a line, or cells copied from a spreadsheet.

    Raises:
        RosterUnreadable: as `read_roster`; its row is the line of the text.
    """
    if len(text.encode("utf-8", "surrogatepass")) > limits.file_bytes:
        raise RosterUnreadable(UnreadableCode.TOO_BIG)
    return _from_text(text, "text", given_names, limits)


def _from_text(text: str, encoding: str, given_names: GivenNames, limits: Limits) -> Table:
    records, delimiter = split_rows(text, limits.rows + ROWS_AROUND_THE_LIST)
    return make_table(
        lines_as_columns(records) if delimiter is None else records,
        encoding=encoding,
        delimiter=delimiter,
        given_names=given_names,
        limits=limits,
    )

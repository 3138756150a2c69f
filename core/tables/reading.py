"""A file or a text → rows of cells, whatever program wrote it."""

from dataclasses import dataclass

from core.tables.delimited import HeadingsOf, Records, split_rows
from core.tables.encodings import decode
from core.tables.issues import TableUnreadable, UnreadableCode
from core.tables.limits import PUBLISHED_LIMITS, ROWS_AROUND_THE_LIST, Limits
from core.tables.workbook import read_workbook

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


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows as they stand in the file, and how they were read.

    `encoding` is Python's name, "xlsx" or "text"; `delimiter` is None when every line is one cell, and for XLSX.
    """

    records: Records
    encoding: str
    delimiter: str | None
    sheets_unread: int = 0


def read_records(data: bytes, *, headings_of: HeadingsOf, limits: Limits = PUBLISHED_LIMITS) -> Reading:
    """The rows of an uploaded file: delimited text in any usual encoding, or XLSX.

    Raises:
        TableUnreadable: for every file that cannot be read whole; nothing of it is to be used.
    """
    if len(data) > limits.file_bytes:
        raise TableUnreadable(UnreadableCode.TOO_BIG)
    if not data.strip():
        raise TableUnreadable(UnreadableCode.EMPTY)
    if data.startswith(_ZIP):
        records, sheets_unread = read_workbook(data, limits)
        return Reading(records, "xlsx", None, sheets_unread)
    if data.startswith(_COMPOUND_FILE):
        raise TableUnreadable(UnreadableCode.OLD_SPREADSHEET)
    if data.startswith(_OTHER_KINDS) or data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(
        _MARKUP
    ):
        raise TableUnreadable(UnreadableCode.NOT_A_TABLE)
    text, encoding = decode(data)
    records, delimiter = split_rows(text, limits.rows + ROWS_AROUND_THE_LIST, headings_of)
    return Reading(records, encoding, delimiter)


def read_text(text: str, *, headings_of: HeadingsOf, limits: Limits = PUBLISHED_LIMITS) -> Reading:
    """The rows of a text that was pasted: one line each, or cells copied from a spreadsheet.

    Raises:
        TableUnreadable: as `read_records`; its row is the line of the text.
    """
    if len(text.encode("utf-8", "surrogatepass")) > limits.file_bytes:
        raise TableUnreadable(UnreadableCode.TOO_BIG)
    records, delimiter = split_rows(text, limits.rows + ROWS_AROUND_THE_LIST, headings_of)
    return Reading(records, "text", delimiter)

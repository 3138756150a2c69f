"""Lists that people bring as a file or as text: bytes → rows of cells. Pure: no database, no Django.

    records = read_records(data, headings_of=known)      # or read_text(text, …)

What kind of file it is, its content says; its name is never asked. A list is read whole or refused whole
(`TableUnreadable`); what the cells mean is for the room that asked.
"""

from core.tables.cells import checked_cell
from core.tables.delimited import HeadingsOf, Records
from core.tables.issues import TableUnreadable, UnreadableCode
from core.tables.limits import PUBLISHED_LIMITS, ROWS_AROUND_THE_LIST, Limits
from core.tables.reading import Reading, read_records, read_text

__all__ = [
    "PUBLISHED_LIMITS",
    "ROWS_AROUND_THE_LIST",
    "HeadingsOf",
    "Limits",
    "Reading",
    "Records",
    "TableUnreadable",
    "UnreadableCode",
    "checked_cell",
    "read_records",
    "read_text",
]

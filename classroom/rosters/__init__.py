"""Reading class lists: bytes or pasted text → `Table` → `RosterReport`. Pure: no database, no Django.

    table = read_roster(data, given_names=names)          # or read_pasted(text, …); PESEL is gone here
    report = dry_run(table, mapping, default_class="2C", existing=students, given_names=names)

A list is read whole or refused whole (`TableUnreadable`); doubts are left to a person, never guessed.
"""

from classroom.rosters.dry_run import dry_run
from classroom.rosters.headings import Field, NameOrder
from classroom.rosters.issues import Issue, IssueCode
from classroom.rosters.matching import KnownStudent
from classroom.rosters.names import GivenNames, Split
from classroom.rosters.reading import read_pasted, read_roster
from classroom.rosters.report import RosterReport, RosterRow, RowAction, RowState
from classroom.rosters.row_reading import Decision
from classroom.rosters.table import ColumnMapping, Table, TableRow
from core.tables import PUBLISHED_LIMITS, Limits, TableUnreadable, UnreadableCode

__all__ = [
    "PUBLISHED_LIMITS",
    "ColumnMapping",
    "Decision",
    "Field",
    "GivenNames",
    "Issue",
    "IssueCode",
    "KnownStudent",
    "Limits",
    "NameOrder",
    "RosterReport",
    "RosterRow",
    "RowAction",
    "RowState",
    "Split",
    "Table",
    "TableRow",
    "TableUnreadable",
    "UnreadableCode",
    "dry_run",
    "read_pasted",
    "read_roster",
]

"""What an import would do, row by row, without doing it."""

from collections.abc import Mapping, Sequence
from datetime import date

from classroom.rosters.classes import read_class_name
from classroom.rosters.guessing import is_complete
from classroom.rosters.headings import DROPPED_FIELDS, Field, NameOrder, order_named_by
from classroom.rosters.matching import KnownStudent, match_known_students
from classroom.rosters.names import GivenNames, order_in_column, tidy_name
from classroom.rosters.report import RosterReport
from classroom.rosters.row_reading import Decision, RowReader
from classroom.rosters.sameness import note_repeated_people
from classroom.rosters.table import ColumnMapping, Table
from core.tables import TableUnreadable, UnreadableCode

_NO_DECISIONS: Mapping[int, Decision] = {}
_NO_GIVEN_NAMES = GivenNames()


def dry_run(
    table: Table,
    mapping: ColumnMapping | None = None,
    *,
    default_class: str | None = None,
    existing: Sequence[KnownStudent] = (),
    given_names: GivenNames = _NO_GIVEN_NAMES,
    name_order: NameOrder | None = None,
    decisions: Mapping[int, Decision] = _NO_DECISIONS,
    today: date | None = None,
) -> RosterReport:
    """The report on every row of `table`.

    Args:
        mapping: columns (from 0) of the fields, as a person confirmed them; None takes `table.proposed`.
        default_class: class of rows that name none.
        existing: students of the school, for telling new from known.
        given_names: for noticing names in the wrong order.
        name_order: order of words in a whole-name column; None takes it from the heading, then from the
        names. decisions: what a person has decided, by `RosterRow.line`. today: for noticing birth dates that
        no student has; None leaves them be.

    Raises:
        TableUnreadable: `mapping_invalid` for columns that are not there, were dropped or stand twice;
            `name_columns_missing` when nothing says where the names are.
    """
    mapping = table.proposed if mapping is None else mapping
    _check(mapping, table)
    if Field.FULL_NAME in mapping and name_order is None:
        column = mapping[Field.FULL_NAME]
        name_order = order_named_by(table.headings[column]) or order_in_column(
            (tidy_name(row.cells[column]) for row in table.rows), given_names
        )
    default = read_class_name(default_class or "")
    reader = RowReader(
        mapping=mapping,
        default_class=default.name if default else None,
        given_names=given_names,
        name_order=name_order or NameOrder.FAMILY_FIRST,
        today=today,
    )
    drafts = [reader.read(row, decisions.get(row.line)) for row in table.rows]
    note_repeated_people(drafts)
    not_in_file = match_known_students(drafts, existing)
    used = set(mapping.values()) | set(table.dropped)
    return RosterReport(
        rows=tuple(draft.finished() for draft in drafts),
        encoding=table.encoding,
        delimiter=table.delimiter,
        header_row=table.header_row,
        footer_rows=table.footer_rows,
        dropped_columns=tuple(table.dropped_headings),
        ignored_columns=tuple(table.heading(at) for at in range(len(table.headings)) if at not in used),
        class_aliases=reader.class_aliases,
        classes=tuple(
            sorted({draft.class_name for draft in drafts if draft.class_name and not draft.blocked})
        ),
        name_order=name_order if Field.FULL_NAME in mapping else None,
        not_in_file=not_in_file,
        sheets_unread=table.sheets_unread,
    )


def _check(mapping: ColumnMapping, table: Table) -> None:
    columns = list(mapping.values())
    if (
        len(set(columns)) != len(columns)
        or not DROPPED_FIELDS.isdisjoint(mapping)
        or any(not 0 <= column < len(table.headings) or column in table.dropped for column in columns)
    ):
        raise TableUnreadable(UnreadableCode.MAPPING_INVALID)
    if not is_complete(mapping):
        raise TableUnreadable(UnreadableCode.NAME_COLUMNS_MISSING, row=table.header_row)

"""Words for why a list of people cannot be read."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.tables import TableUnreadable, UnreadableCode

REASONS = {
    UnreadableCode.EMPTY: _("The list is empty."),
    UnreadableCode.TOO_BIG: _("The file is too big: 1 MB is the most."),
    UnreadableCode.NOT_A_TABLE: _("This is not a table. Save the list as XLSX or CSV."),
    UnreadableCode.OLD_SPREADSHEET: _("This is an old spreadsheet (XLS). Save it as XLSX."),
    UnreadableCode.SPREADSHEET_BROKEN: _("The spreadsheet is broken. Open it and save it again as XLSX."),
    UnreadableCode.UNPACKS_TOO_BIG: _("The spreadsheet is too big inside."),
    UnreadableCode.ACTIVE_CONTENT: _("The spreadsheet holds macros. Save it as plain XLSX."),
    UnreadableCode.EXTERNAL_LINKS: _(
        "The spreadsheet refers to other files. Copy the values into a new one."
    ),
    UnreadableCode.ENTITIES: _("The spreadsheet was made in an unusual way. Copy the values into a new one."),
    UnreadableCode.FORMULA: _("A cell holds a formula. Copy the list as values."),
    UnreadableCode.ENCODING_UNKNOWN: _("The letters cannot be read. Save the list as UTF-8 or XLSX."),
    UnreadableCode.CONTROL_CHARACTER: _("The list holds signs that cannot be seen. Save it as XLSX."),
    UnreadableCode.QUOTES_BROKEN: _("A quotation mark is missing, so the columns cannot be told apart."),
    UnreadableCode.CELL_TOO_LONG: _("A cell is too long."),
    UnreadableCode.TOO_MANY_COLUMNS: _("There are too many columns: 20 is the most."),
    UnreadableCode.TOO_MANY_ROWS: _("There are too many rows: 2,000 is the most."),
    UnreadableCode.NO_ROWS: _("There is nobody in this list yet."),
    UnreadableCode.NAME_COLUMNS_MISSING: _(
        "Show which column holds the family name and which the given name."
    ),
    UnreadableCode.MAPPING_INVALID: _("Each column can be used once."),
}
PLACE = _("%(reason)s (Row %(row)d.)")


def refusal_of(error: TableUnreadable, prefix: str, field: str = "") -> Refusal:
    """The refusal of a whole list, with the row where there is one; its code is `prefix`_… ("ROSTER_EMPTY")."""
    code = f"{prefix}_{error.code.value.upper()}"
    if error.row is None:
        return Refusal(code, REASONS[error.code], field)
    return Refusal(code, PLACE, field, reason=REASONS[error.code], row=error.row)

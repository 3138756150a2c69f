"""Words for what reading a class list finds: issues of a row, reasons to refuse a file, names of fields."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from classroom.rosters import Field, IssueCode, RosterUnreadable, UnreadableCode
from core.refusals import Refusal

ISSUES = {
    IssueCode.EMPTY_ROW: _("The row is empty."),
    IssueCode.MISSING_FAMILY_NAME: _("The family name is missing."),
    IssueCode.MISSING_GIVEN_NAME: _("The given name is missing."),
    IssueCode.NOT_A_NAME: _("This does not look like a name."),
    IssueCode.NAME_TOO_LONG: _("The name is too long."),
    IssueCode.CHARACTERS_LOST: _("Letters were lost on the way: save the file as UTF-8 or XLSX."),
    IssueCode.CELLS_SHIFTED: _("The row has more cells than the headings."),
    IssueCode.MISSING_CLASS: _("The class is missing."),
    IssueCode.LEFT_SCHOOL: _("This person has left the school."),
    IssueCode.DUPLICATE_IN_FILE: _("The same person stands in row %(of)s."),
    IssueCode.SAME_PERSON_IN_TWO_CLASSES: _("The same person stands in another class in row %(of)s."),
    IssueCode.LEFT_OUT: _("Left out, as you decided."),
    IssueCode.AMBIGUOUS_NAME_SPLIT: _("Which part is the family name?"),
    IssueCode.GIVEN_FAMILY_POSSIBLY_SWAPPED: _("Given name and family name may be swapped."),
    IssueCode.POSSIBLE_DUPLICATE: _("Perhaps the same person as in row %(of)s."),
    IssueCode.POSSIBLY_KNOWN_STUDENT: _("Perhaps a student the class already has."),
    IssueCode.KNOWN_IN_ANOTHER_CLASS: _("The school has this student in another class."),
    IssueCode.NAMESAKE_NOT_DUPLICATE: _("Another person of the same name stands in row %(of)s."),
    IssueCode.INVALID_DATE: _("The date cannot be read and is left out."),
    IssueCode.UNLIKELY_BIRTH_DATE: _("The date of birth is unlikely."),
    IssueCode.MISSING_REGISTER_NUMBER: _("The number in the register is missing."),
    IssueCode.INVALID_REGISTER_NUMBER: _("The number in the register cannot be read."),
    IssueCode.REGISTER_NUMBER_REPEATED: _("The number in the register stands twice."),
    IssueCode.UNKNOWN_STATUS: _("The status is not known; the student is imported."),
    IssueCode.ALL_CAPS: _("Written in capitals; changed to ordinary letters."),
    IssueCode.ALL_LOWER_CASE: _("Written in small letters; changed to ordinary letters."),
    IssueCode.MIXED_ALPHABETS: _("Latin and Cyrillic letters stand in one word."),
    IssueCode.NO_PESEL: _("There is no PESEL number. It is not needed here."),
    IssueCode.PESEL_IN_TEXT: _("A PESEL number stood in another column and was removed."),
}

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

# What a person may match a column to, in the order of the screen.
FIELDS = {
    Field.FAMILY_NAME: _("Family name"),
    Field.GIVEN_NAME: _("Given name"),
    Field.FULL_NAME: _("Family name and given name in one column"),
    Field.BIRTH_DATE: _("Date of birth"),
    Field.CLASS_NAME: _("Class"),
    Field.REGISTER_NUMBER: _("Number in the register"),
    Field.ORDINAL: _("Row number"),
    Field.STATUS: _("Status"),
}
REQUIRED_FIELDS = frozenset({Field.FAMILY_NAME, Field.GIVEN_NAME})
PLACE = _("%(reason)s (Row %(row)d.)")


def unreadable(error: RosterUnreadable, field: str = "") -> Refusal:
    """The refusal of a whole list; with the row where there is one."""
    code = f"ROSTER_{error.code.value.upper()}"
    if error.row is None:
        return Refusal(code, REASONS[error.code], field)
    return Refusal(code, PLACE, field, reason=REASONS[error.code], row=error.row)

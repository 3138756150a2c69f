"""Words for what reading a class list finds: issues of a row, names of fields."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from classroom.rosters import Field, IssueCode
from core.refusals import Refusal
from core.table_refusals import refusal_of
from core.tables import TableUnreadable

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


def unreadable(error: TableUnreadable, field: str = "") -> Refusal:
    """The refusal of a whole list; with the row where there is one."""
    return refusal_of(error, "ROSTER", field)

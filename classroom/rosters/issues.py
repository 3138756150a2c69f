"""What can be wrong with a class list: stable codes, whether they stop a row, and the refusal of a file."""

from dataclasses import dataclass
from enum import StrEnum


class IssueCode(StrEnum):
    """What a dry run found in one row. The words for it belong to the screen."""

    # The row is left out.
    EMPTY_ROW = "empty_row"
    MISSING_FAMILY_NAME = "missing_family_name"
    MISSING_GIVEN_NAME = "missing_given_name"
    NOT_A_NAME = "not_a_name"
    NAME_TOO_LONG = "name_too_long"
    CHARACTERS_LOST = "characters_lost"
    CELLS_SHIFTED = "cells_shifted"
    MISSING_CLASS = "missing_class"
    LEFT_SCHOOL = "left_school"
    DUPLICATE_IN_FILE = "duplicate_in_file"
    SAME_PERSON_IN_TWO_CLASSES = "same_person_in_two_classes"
    LEFT_OUT = "left_out"
    # A person decides.
    AMBIGUOUS_NAME_SPLIT = "ambiguous_name_split"
    GIVEN_FAMILY_POSSIBLY_SWAPPED = "given_family_possibly_swapped"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    POSSIBLY_KNOWN_STUDENT = "possibly_known_student"
    KNOWN_IN_ANOTHER_CLASS = "known_in_another_class"
    # Worth a look; the row is imported.
    NAMESAKE_NOT_DUPLICATE = "namesake_not_duplicate"
    INVALID_DATE = "invalid_date"
    UNLIKELY_BIRTH_DATE = "unlikely_birth_date"
    MISSING_REGISTER_NUMBER = "missing_register_number"
    INVALID_REGISTER_NUMBER = "invalid_register_number"
    REGISTER_NUMBER_REPEATED = "register_number_repeated"
    UNKNOWN_STATUS = "unknown_status"
    ALL_CAPS = "all_caps"
    ALL_LOWER_CASE = "all_lower_case"
    MIXED_ALPHABETS = "mixed_alphabets"
    NO_PESEL = "no_pesel"
    PESEL_IN_TEXT = "pesel_in_text"

    @property
    def blocking(self) -> bool:
        """True when a row with this issue is not imported."""
        return self in _BLOCKING

    @property
    def needs_decision(self) -> bool:
        """True when a person has to choose before the row is imported."""
        return self in _NEEDS_DECISION


_BLOCKING = frozenset(
    {
        IssueCode.EMPTY_ROW,
        IssueCode.MISSING_FAMILY_NAME,
        IssueCode.MISSING_GIVEN_NAME,
        IssueCode.NOT_A_NAME,
        IssueCode.NAME_TOO_LONG,
        IssueCode.CHARACTERS_LOST,
        IssueCode.CELLS_SHIFTED,
        IssueCode.MISSING_CLASS,
        IssueCode.LEFT_SCHOOL,
        IssueCode.DUPLICATE_IN_FILE,
        IssueCode.SAME_PERSON_IN_TWO_CLASSES,
        IssueCode.LEFT_OUT,
    }
)
_NEEDS_DECISION = frozenset(
    {
        IssueCode.AMBIGUOUS_NAME_SPLIT,
        IssueCode.GIVEN_FAMILY_POSSIBLY_SWAPPED,
        IssueCode.POSSIBLE_DUPLICATE,
        IssueCode.POSSIBLY_KNOWN_STUDENT,
        IssueCode.KNOWN_IN_ANOTHER_CLASS,
    }
)


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding in one row; `of` is the label of the other row it concerns, where there is one."""

    code: IssueCode
    of: str | None = None

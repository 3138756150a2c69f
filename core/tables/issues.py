"""Why a list is refused whole: stable codes, with the place where there is one."""

from enum import StrEnum


class UnreadableCode(StrEnum):
    """Why nothing of a file is imported."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    NOT_A_TABLE = "not_a_table"
    OLD_SPREADSHEET = "old_spreadsheet"
    SPREADSHEET_BROKEN = "spreadsheet_broken"
    UNPACKS_TOO_BIG = "unpacks_too_big"
    ACTIVE_CONTENT = "active_content"
    EXTERNAL_LINKS = "external_links"
    ENTITIES = "entities"
    FORMULA = "formula"
    ENCODING_UNKNOWN = "encoding_unknown"
    CONTROL_CHARACTER = "control_character"
    QUOTES_BROKEN = "quotes_broken"
    CELL_TOO_LONG = "cell_too_long"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_ROWS = "too_many_rows"
    NO_ROWS = "no_rows"
    NAME_COLUMNS_MISSING = "name_columns_missing"
    MAPPING_INVALID = "mapping_invalid"


class TableUnreadable(Exception):
    """The whole list is refused: nothing of it is taken in.

    Args:
        code: stable reason.
        row: the row as the file numbers it from 1, title lines included, where the reason has a place.
        column: the column from 1, likewise.

    The exception never carries any of the file's content.
    """

    def __init__(self, code: UnreadableCode, row: int | None = None, column: int | None = None) -> None:
        self.code = code
        self.row = row
        self.column = column
        place = "".join(f", {word} {at}" for word, at in (("row", row), ("column", column)) if at is not None)
        super().__init__(f"{code.value}{place}")

"""What a single cell may hold, and the reading of numbers in it."""

import re
import unicodedata

from classroom.rosters.issues import RosterUnreadable, UnreadableCode
from classroom.rosters.limits import Limits

_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")
_WHOLE_NUMBER = re.compile(r"(\d{1,6})(?:[.,]0+|[.)])?")


def checked_cell(text: str, row: int, column: int, limits: Limits) -> str:
    """`text` trimmed and in Unicode's composed form, if it may enter at all.

    Raises:
        RosterUnreadable: `control_character` (half surrogates and marks that turn the direction of text
            too), `formula` for a cell a spreadsheet would calculate, `cell_too_long`.
    """
    if len(text) > limits.cell_characters:
        raise RosterUnreadable(UnreadableCode.CELL_TOO_LONG, row, column)
    if not text.isascii() or not text.isprintable():
        if _REFUSED.search(text):
            raise RosterUnreadable(UnreadableCode.CONTROL_CHARACTER, row, column)
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = text.strip()
    if text.startswith("=") and len(text) > 1:
        raise RosterUnreadable(UnreadableCode.FORMULA, row, column)
    return text


def whole_number(text: str) -> int | None:
    """The number a cell holds ("7", "7.", "7.0"), or None."""
    match = _WHOLE_NUMBER.fullmatch(text.strip())
    return int(match.group(1)) if match else None

"""What a single cell may hold."""

import re
import unicodedata

from core.tables.issues import TableUnreadable, UnreadableCode
from core.tables.limits import Limits

_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")


def checked_cell(text: str, row: int, column: int, limits: Limits) -> str:
    """`text` trimmed and in Unicode's composed form, if it may enter at all.

    Raises:
        TableUnreadable: `control_character` (half surrogates and marks that turn the direction of text
            too), `formula` for a cell a spreadsheet would calculate, `cell_too_long`.
    """
    if len(text) > limits.cell_characters:
        raise TableUnreadable(UnreadableCode.CELL_TOO_LONG, row, column)
    if not text.isascii() or not text.isprintable():
        if _REFUSED.search(text):
            raise TableUnreadable(UnreadableCode.CONTROL_CHARACTER, row, column)
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = text.strip()
    if text.startswith("=") and len(text) > 1:
        raise TableUnreadable(UnreadableCode.FORMULA, row, column)
    return text

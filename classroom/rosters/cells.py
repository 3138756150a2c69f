"""The reading of numbers in a cell."""

import re

_WHOLE_NUMBER = re.compile(r"(\d{1,6})(?:[.,]0+|[.)])?")


def whole_number(text: str) -> int | None:
    """The number a cell holds ("7", "7.", "7.0"), or None."""
    match = _WHOLE_NUMBER.fullmatch(text.strip())
    return int(match.group(1)) if match else None

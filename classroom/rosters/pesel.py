"""Finding PESEL numbers so that they can be thrown away at the door.

The number has eleven digits: birth date (century coded in the month), a serial and a check digit
(Act of 24 September 2010 on population records, art. 15).
"""

import re
from collections.abc import Sequence
from datetime import date

_NUMBER = re.compile(
    r"(?<!\d)(?:\d{11}|\d{6}[\s./-]{1,3}\d{5}|\d{2}[\s./-]\d{2}[\s./-]\d{2}[\s./-]{1,3}\d{5}|\d{10})(?!\d)"
)
_ONLY_DIGITS = re.compile(r"\d{9,11}")
_LEFTOVER_EDGES = " \t,;:-–/()"
_CENTURIES = {0: 1900, 1: 2000, 2: 2100, 3: 2200, 4: 1800}
_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)


def is_valid_pesel(digits: str) -> bool:
    """Whether eleven digits carry a real date and the right check digit."""
    values = [int(digit) for digit in digits]
    if len(values) != 11:
        return False
    century, month = divmod(values[2] * 10 + values[3], 20)
    try:
        date(_CENTURIES[century] + values[0] * 10 + values[1], month, values[4] * 10 + values[5])
    except ValueError:
        return False
    checksum = sum(weight * value for weight, value in zip(_WEIGHTS, values[:10], strict=True))
    return (10 - checksum % 10) % 10 == values[10]


def without_pesel(text: str) -> tuple[str, bool]:
    """`text` with every PESEL-shaped number taken out, and whether there was one.

    Eleven digits in a row are taken out whether the check digit fits or not; ten only when they become a
    valid number with the leading zero that spreadsheets swallow.
    """
    if len(text) < 10:
        return text, False
    found = False

    def take_out(match: re.Match[str]) -> str:
        nonlocal found
        number = match.group()
        if len(number) == 10 and not is_valid_pesel("0" + number):
            return number
        found = True
        return ""

    kept = _NUMBER.sub(take_out, text)
    return (kept.strip(_LEFTOVER_EDGES), True) if found else (text, False)


def is_pesel_column(values: Sequence[str]) -> bool:
    """Whether at least half of a column's filled cells are nothing but a PESEL number.

    Nine and ten digits count when leading zeros make them valid.
    """
    filled = [value.strip() for value in values if value.strip()]
    return bool(filled) and 2 * sum(map(_is_number_alone, filled)) >= len(filled)


def _is_number_alone(value: str) -> bool:
    if _ONLY_DIGITS.fullmatch(value):
        return len(value) == 11 or is_valid_pesel(value.zfill(11))
    return _NUMBER.fullmatch(value) is not None and len(value) > 11

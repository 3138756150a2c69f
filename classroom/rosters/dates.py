"""Dates of birth as class lists write them."""

import re
from datetime import date, timedelta

_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
_SERIAL = re.compile(r"(\d{5})(?:[.,]0+)?")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:[.,]0+)?)?$")
# Spreadsheets count days from here; one day more than from 1900 covers the 29 February 1900 that never was
# (ECMA-376 part 1, 18.17.4.1).
_SERIAL_START = date(1899, 12, 30)


def read_date(text: str) -> date | None:
    """The date a cell holds, or None when it holds none.

    Understands `dd.mm.yyyy` and `yyyy-mm-dd` with `.`, `-` or `/`, a midnight after them, the Polish `r.` at
    the end, and a spreadsheet's day number of five digits. Day stands before month; years have four digits.
    """
    text = _MIDNIGHT.sub("", text.strip().removesuffix("r.").removesuffix("р.").strip())
    try:
        if match := _DAY_FIRST.fullmatch(text):
            day, month, year = map(int, match.groups())
            return date(year, month, day)
        if match := _YEAR_FIRST.fullmatch(text):
            year, month, day = map(int, match.groups())
            return date(year, month, day)
        if match := _SERIAL.fullmatch(text):
            return _SERIAL_START + timedelta(days=int(match.group(1)))
    except ValueError:
        return None
    return None


def years_between(born: date, today: date) -> int:
    """Full years of age on `today`; negative when the date lies ahead."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))

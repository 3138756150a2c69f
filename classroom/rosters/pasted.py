"""One person a line: numbering and a date at the end of a line become columns of their own."""

import re

from classroom.rosters.classes import looks_like_class
from core.tables import Records

_NUMBERED = re.compile(r"(\d{1,4})(?:\s*[.):]\s*|\s+(?:[-–]\s+)?)(?=\D)(.*)", re.DOTALL)
_BULLET = re.compile(r"^\s*[-–—•*·▪]\s+")
_DATE_AT_THE_END = re.compile(
    r"(?<=[\s,;])(\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?:\s?r\.)?$"
)


def lines_as_columns(lines: Records) -> Records:
    """Rows of one cell → rows of number, person, date; number and date only where most lines have them."""
    texts = [_BULLET.sub("", row[0], count=1).strip() if row else "" for row in lines]
    filled = sum(map(bool, texts))
    numbered = [_NUMBERED.fullmatch(text) if text and not looks_like_class(text) else None for text in texts]
    with_numbers = 2 * sum(match is not None for match in numbered) > filled
    numbers = [match[1] if with_numbers and match else "" for match in numbered]
    people = [
        match[2] if with_numbers and match else text for match, text in zip(numbered, texts, strict=True)
    ]
    dated = [_DATE_AT_THE_END.search(person) if person else None for person in people]
    with_dates = 2 * sum(match is not None for match in dated) > filled
    rows: Records = []
    for number, person, match in zip(numbers, people, dated, strict=True):
        name, born = (
            (person[: match.start()].rstrip(" \t,;"), match[1]) if with_dates and match else (person, "")
        )
        rows.append([number] * with_numbers + [name] + [born] * with_dates)
    return rows

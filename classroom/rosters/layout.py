"""Where in a file the list itself stands: title lines above, headings, people, lines below."""

import re
from dataclasses import dataclass

from classroom.rosters.classes import class_in_title
from classroom.rosters.headings import Field, fields_of
from classroom.rosters.wording import folded

_HEADINGS_WITHIN = 30
_NAME_FIELDS = frozenset({Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAME})
_LIST_TITLES = tuple(map(folded, ("lista uczni", "lista klasy", "list of", "class list", "список")))
_FOOTER_VERBS = (
    *("wygenerowan", "wydrukowan", "sporzadz", "wykonano", "generated", "printed", "created", "exported"),
    *map(folded, ("згенеровано", "надруковано", "створено")),
)
_FOOTER_SUMS = re.compile(
    r"\s*(?:razem|łącznie|suma|ogółem|liczba (?:uczniów|osób)|total|sum|count|разом|усього|всього)"
    r"\s*(?::.*|\d.*)?",
    re.IGNORECASE | re.DOTALL,
)

Line = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Layout:
    """`header_row` from 1 or None; `body` are (place from 1, cells) of the rows with anything in them."""

    header_row: int | None
    headings: tuple[str, ...]
    body: list[Line]
    footer_rows: int
    suggested_class: str | None


def lay_out(rows: list[tuple[str, ...]]) -> Layout:
    """Finds the parts of a list in rows whose cells are trimmed and whose trailing blanks are gone."""
    header = _find_headings(rows)
    filled = [(place, cells) for place, cells in enumerate(rows, start=1) if cells]
    titles = [cells for place, cells in filled if header is not None and place <= header]
    body = [line for line in filled if header is None or line[0] > header + 1]
    if header is None:
        while len(body) > 1 and len(titles) < _HEADINGS_WITHIN and _is_title(body[0][1]):
            titles.append(body.pop(0)[1])
    footer_rows = 0
    while body and _is_footer(body[-1][1]):
        body.pop()
        footer_rows += 1
    return Layout(
        header_row=None if header is None else header + 1,
        headings=() if header is None else rows[header],
        body=body,
        footer_rows=footer_rows,
        suggested_class=next(
            (name for cells in titles for cell in cells if (name := class_in_title(cell)) is not None), None
        ),
    )


def _find_headings(rows: list[tuple[str, ...]]) -> int | None:
    """Place (from 0) of the row with the most headings we know; one is enough where it cannot be a title."""
    best, best_count = None, 0
    topmost = next((place for place, cells in enumerate(rows) if cells), None)
    for place, cells in enumerate(rows[:_HEADINGS_WITHIN]):
        known = [field for field in fields_of(cells) if field is not None]
        filled = [cell for cell in cells if cell]
        one_is_enough = (len(filled) <= 2 and not _NAME_FIELDS.isdisjoint(known)) or (
            place == topmost and len(filled) > 1 and not any(map(str.isdigit, "".join(filled)))
        )
        if len(known) > best_count and (len(known) > 1 or one_is_enough):
            best, best_count = place, len(known)
    return best


def _is_title(cells: tuple[str, ...]) -> bool:
    filled = [cell for cell in cells if cell]
    if len(filled) > 2:
        return False
    return any(class_in_title(cell) or folded(cell).startswith(_LIST_TITLES) for cell in filled)


def _is_footer(cells: tuple[str, ...]) -> bool:
    filled = [cell for cell in cells if cell]
    if not filled or len(filled) > 3:
        return not filled
    if folded(filled[0]).startswith(_FOOTER_VERBS):
        return True
    return _FOOTER_SUMS.fullmatch(filled[0]) is not None and (
        ":" in filled[0] or any(character.isdigit() for cell in filled for character in cell)
    )

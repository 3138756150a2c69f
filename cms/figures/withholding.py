"""What may be shown of a table without telling about fewer than five people, also not by subtracting.

Three things are done, each of them to sums only, so that what is shown stays exact:

1. Outcomes (within the lesson, later, not yet) of the total are taken together until each is nobody's or of five
   people.
2. Lines with fewer than five people are put into one line *all others*, with further lines until that is of five.
3. Lines in which one outcome has one to four people show no outcomes; further lines neither, until the difference
   between the total and the lines that do is safe as well. Outcomes are taken together as in 1 where that leaves more
   to be shown.

Why nothing else can be calculated: lines without outcomes and their sums are a table of which only the margins are
known. A cell of it can be anything from max(0, line + column - all) to min(line, column), and both margins are of five
or more.
(Method: cell suppression, in Hundepool et al., *Statistical Disclosure Control*, 2012, ch. 4.)
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from cms.figures.tallies import Outcome, Tally, together

FEWEST = 5
Columns = tuple[tuple[Outcome, ...], ...]

# From the finest: which outcomes are told apart.
_WITHIN, _LATER, _NOT_YET = Outcome
DIVISIONS: tuple[Columns, ...] = (
    ((_WITHIN,), (_LATER,), (_NOT_YET,)),
    ((_WITHIN,), (_LATER, _NOT_YET)),
    ((_WITHIN, _LATER), (_NOT_YET,)),
    ((_WITHIN, _LATER, _NOT_YET),),
)


@dataclass(frozen=True)
class Behind:
    """How many people stand behind a total, for each outcome, and how many badges one of them has at most.

    `at_least`: there are letters among them, of which nobody knows how many people they went to.
    """

    people: Mapping[Outcome, int]
    most: Mapping[Outcome, int]
    everybody: int
    at_least: bool = False


@dataclass(frozen=True)
class ShownLine:
    """A line that may be shown. `key` is None for *all others*; `numbers` is by column, None when withheld."""

    key: Hashable | None
    tally: Tally
    numbers: tuple[int, ...] | None


@dataclass(frozen=True)
class ShownTable:
    """Lines that may be shown, with their outcomes told apart by `columns`."""

    columns: Columns
    lines: tuple[ShownLine, ...]


def columns_of(total: Tally, behind: Behind) -> Columns | None:
    """Which outcomes of the total are told apart; None when the total itself is of one to four people."""
    if 0 < max(behind.everybody, total.people_at_least(Outcome, behind.most)) < FEWEST:
        return None
    for columns in DIVISIONS:
        if all(_is_safe_total(total, column, behind) for column in columns):
            return columns
    return DIVISIONS[-1]


def shown_lines(
    lines: Mapping[Hashable, Tally], columns: Columns, most: Mapping[Outcome, int]
) -> ShownTable | None:
    """The lines in their order with *all others* last; None when they cannot be told apart.

    `columns` are those of the total; the table has the same, or takes some of them together.
    """
    pooled = _pooled(lines, most)
    kept: dict[Hashable | None, Tally] = {key: tally for key, tally in lines.items() if key not in pooled}
    if pooled:
        if not any(tally.offered for tally in kept.values()):
            return None
        kept[None] = together(lines[key] for key in pooled)
    tables = [_table(kept, taken, most) for taken in DIVISIONS if _is_coarser(taken, columns)]
    return max(tables, key=_told)


def _table(
    lines: Mapping[Hashable | None, Tally], columns: Columns, most: Mapping[Outcome, int]
) -> ShownTable:
    silent = _silent(lines, columns, most)
    return ShownTable(
        columns,
        tuple(
            ShownLine(
                key, tally, None if key in silent else tuple(tally.number(column) for column in columns)
            )
            for key, tally in lines.items()
        ),
    )


def _told(table: ShownTable) -> int:
    """Of how many badges a table tells what was held, and, twice as dear, what was held within the lesson."""
    told = sum(line.tally.offered for line in table.lines if line.numbers is not None)
    return told * (2 * ((_WITHIN,) in table.columns) + ((_NOT_YET,) in table.columns))


def _is_coarser(columns: Columns, than: Columns) -> bool:
    """Whether `columns` are those of `than`, each whole, some perhaps taken together."""
    return all(any(set(finer) <= set(column) for column in columns) for finer in than)


def _pooled(lines: Mapping[Hashable, Tally], most: Mapping[Outcome, int]) -> set[Hashable]:
    """Lines that go into *all others*: small ones, never one alone, and together of five people."""

    def is_small(tallies: Sequence[Tally]) -> bool:
        whole = together(tallies)
        return whole.offered > 0 and whole.people_at_least(Outcome, most) < FEWEST

    pooled = {key for key, tally in lines.items() if is_small([tally])}
    for key in _smallest_first(lines):
        if not pooled or (len(pooled) > 1 and not is_small([lines[one] for one in pooled])):
            break
        pooled.add(key)
    return pooled


def _silent(
    lines: Mapping[Hashable | None, Tally], columns: Columns, most: Mapping[Outcome, int]
) -> set[Hashable | None]:
    """Lines whose outcomes are not shown."""

    def is_safe(tally: Tally) -> bool:
        return all(
            tally.number(column) == 0 or tally.people_at_least(column, most) >= FEWEST for column in columns
        )

    silent = {key for key, tally in lines.items() if not is_safe(tally)}
    for key in _smallest_first(lines):
        if not silent or (len(silent) > 1 and is_safe(together(lines[one] for one in silent))):
            break
        silent.add(key)
    return silent


def _smallest_first(lines: Mapping[Hashable, Tally]) -> list[Hashable]:
    return sorted((key for key in lines if lines[key].offered), key=lambda key: lines[key].offered)


def _is_safe_total(total: Tally, column: tuple[Outcome, ...], behind: Behind) -> bool:
    people = max(total.people_at_least(column, behind.most), *(behind.people[one] for one in column))
    return total.number(column) == 0 or people >= FEWEST

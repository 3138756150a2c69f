"""How many things each filter would leave, from a table of combinations. Pure.

Fifty thousand things make some hundreds of combinations (`models.Combination`), so two statements and a loop answer
for every filter at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cms.catalogue.models import FACETS

# One value for each of `FACETS`.
Facets = tuple[object, ...]
# The parameter in the address for each column.
PARAMETERS = {name: {"languages": "language"}.get(name, name) for name in FACETS}


@dataclass(frozen=True)
class Counts:
    """`by_value[parameter][value]`: how many would be left if that filter were set so, all others as they are."""

    total: int
    by_value: Mapping[str, Mapping[str, int]]


def counted(combinations: Iterable[tuple[Facets, int]], filters: Mapping[str, str]) -> Counts:
    """Count under `filters` (parameter → value)."""
    by_value: dict[str, Counter[str]] = {parameter: Counter() for parameter in PARAMETERS.values()}
    total = 0
    for combination, number in combinations:
        values = [_values(name, value) for name, value in zip(FACETS, combination, strict=True)]
        missed = [
            parameter
            for parameter, mine in zip(PARAMETERS.values(), values, strict=True)
            if filters.get(parameter) and filters[parameter] not in mine
        ]
        if not missed:
            total += number
        if len(missed) > 1:
            continue
        for parameter, mine in zip(PARAMETERS.values(), values, strict=True):
            # The filter itself does not narrow its own values: they are what one may choose instead.
            if not missed or missed == [parameter]:
                for value in mine:
                    by_value[parameter][value] += number
    return Counts(total, by_value)


def _values(column: str, value: object) -> tuple[str, ...]:
    if column == "languages":
        return tuple(str(value).split())
    if column == "accessible":
        return ("yes",) if value else ()
    return (str(value),) if value else ()

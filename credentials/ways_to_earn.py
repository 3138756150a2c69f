"""Where a badge can be earned: paths, events and clubs live upstairs and register what they know of one here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from credentials.models import Achievement

MOST_OF_A_KIND = 4


@dataclass(frozen=True)
class Way:
    """Something public in which the badge can be earned, in words of the active language. `line` says what and when."""

    title: str
    path: str
    line: str


# Public things alone, at most `MOST_OF_A_KIND` of them.
Finder = Callable[[Achievement], Sequence[Way]]
_finders: list[Finder] = []


def register(finder: Finder) -> Finder:
    """Add a finder. Usable as a decorator."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def ways_to_earn(achievement: Achievement) -> tuple[Way, ...]:
    """Of every room that registered, in the order in which they did."""
    return tuple(way for finder in _finders for way in finder(achievement)[:MOST_OF_A_KIND])

"""Counting badges by what became of them, with what is known about how many people stand behind a number."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum
from functools import cached_property

from credentials.lesson import LESSON

# Upper ends of the steps in which the time to claim is counted.
WAITS = (
    timedelta(minutes=5),
    timedelta(minutes=15),
    LESSON,
    timedelta(hours=2),
    timedelta(days=1),
    timedelta(days=7),
    timedelta(days=30),
)
# The steps behind the last of WAITS: longer, and not claimed yet.
LONGER, WAITING = len(WAITS), len(WAITS) + 1
STEPS = WAITING + 1


class Outcome(IntEnum):
    """What became of a badge that was offered."""

    WITHIN_LESSON = 0
    LATER = 1
    NOT_YET = 2


def outcome_of(step: int) -> Outcome:
    """The outcome of a step of waiting."""
    if step == WAITING:
        return Outcome.NOT_YET
    return Outcome.WITHIN_LESSON if step <= WAITS.index(LESSON) else Outcome.LATER


@dataclass
class Tally:
    """Badges of some group, counted by achievement and step of waiting; `created` counts achievements made."""

    created: int = 0
    badges: dict[Hashable, list[int]] = field(default_factory=dict)
    # Some of the people who have a badge with this outcome, by any id; all of them where they are few.
    known: dict[Outcome, set[Hashable]] = field(default_factory=lambda: {one: set() for one in Outcome})

    def add(self, achievement: Hashable, step: int, number: int) -> None:
        self.badges.setdefault(achievement, [0] * STEPS)[step] += number

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """Badges at each step of waiting. Read it when everything has been added."""
        return tuple(map(sum, zip(*self.badges.values(), strict=True))) or (0,) * STEPS

    @property
    def offered(self) -> int:
        return sum(self.steps)

    def number(self, outcomes: Iterable[Outcome]) -> int:
        """Badges with one of these outcomes."""
        wanted = set(outcomes)
        return sum(number for step, number in enumerate(self.steps) if outcome_of(step) in wanted)

    def people_at_least(self, outcomes: Iterable[Outcome], most: Mapping[Outcome, int]) -> int:
        """How many different people have these badges, at least; `most` says how many one person may have.

        A person has an achievement once, so the badges of one achievement belong to as many people.
        """
        wanted = tuple(outcomes)
        of_one = max((_of(steps, wanted) for steps in self.badges.values()), default=0)
        named = len(set().union(*(self.known[one] for one in wanted)))
        return max(of_one, named, *(-(-self.number([one]) // max(most[one], 1)) for one in wanted))

    def wait(self) -> int | None:
        """The step in which the median of those claimed lies; None when nothing was claimed."""
        claimed = sum(self.steps[:WAITING])
        seen = 0
        for step, number in enumerate(self.steps[:WAITING]):
            seen += number
            if claimed and seen * 2 >= claimed:
                return step
        return None


def together(tallies: Iterable[Tally]) -> Tally:
    """All of them as one."""
    whole = Tally()
    for tally in tallies:
        whole.created += tally.created
        for outcome, people in tally.known.items():
            whole.known[outcome] |= people
        for achievement, steps in tally.badges.items():
            for step, number in enumerate(steps):
                if number:
                    whole.add(achievement, step, number)
    return whole


def _of(steps: list[int], outcomes: tuple[Outcome, ...]) -> int:
    return sum(number for step, number in enumerate(steps) if outcome_of(step) in outcomes)

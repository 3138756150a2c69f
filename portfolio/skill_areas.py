"""What a person can do, grouped by area and by whose word stands behind it, and how it grew. Pure: no Django here.

An area is named by tags and by curriculum codes; both come from `content/skill_areas.json`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

OTHER = "other"
# A tag is chosen for one badge, a curriculum code often for many at once.
TAG_WEIGHT, CODE_WEIGHT = 2, 1
# Terms of the Polish school year: from September, and from February.
FIRST_TERM_BEGINS, SECOND_TERM_BEGINS = 9, 2
MOST_TERMS = 8


@dataclass(frozen=True)
class AreaMarks:
    """What speaks for one area."""

    code: str
    tags: frozenset[str]
    curriculum: frozenset[str]


@dataclass(frozen=True)
class Skill:
    """One thing that a person can do: its area, the layer it comes from, since when."""

    area: str
    layer: str
    since: date


class Term(NamedTuple):
    """A school term: `year` is the one in which the school year began, `half` is 1 or 2."""

    year: int
    half: int

    @property
    def following(self) -> Term:
        return Term(self.year, 2) if self.half == 1 else Term(self.year + 1, 1)


@dataclass(frozen=True)
class Gained:
    """What was new in one term, by layer, in the order of the layers asked for."""

    term: Term
    new: tuple[int, ...]


def area_of(tags: Iterable[str], curriculum: Iterable[str], areas: Sequence[AreaMarks]) -> str:
    """The area for which most speaks; the first of several alike, `other` when nothing speaks for any."""
    worn, codes = {tag.casefold() for tag in tags}, set(curriculum)
    best, weight = OTHER, 0
    for area in areas:
        found = TAG_WEIGHT * len(area.tags & worn) + CODE_WEIGHT * len(area.curriculum & codes)
        if found > weight:
            best, weight = area.code, found
    return best


def counts_by_area(
    skills: Iterable[Skill], areas: Sequence[str], layers: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """How many skills each area holds, by layer; every area is there, in its order."""
    found = Counter((skill.area, skill.layer) for skill in skills)
    return {area: tuple(found[area, layer] for layer in layers) for area in areas}


def term_of(day: date) -> Term:
    """The school term that `day` belongs to; January still belongs to the first."""
    if day.month >= FIRST_TERM_BEGINS:
        return Term(day.year, 1)
    return Term(day.year - 1, 1 if day.month < SECOND_TERM_BEGINS else 2)


def growth(skills: Sequence[Skill], layers: Sequence[str], today: date) -> tuple[Gained, ...]:
    """What came in each term from the first skill until `today`, terms without anything new included.

    At most `MOST_TERMS`: what is older is counted in the first of them, so that the sum is always everything.
    """
    if not skills:
        return ()
    terms = [term_of(min(skill.since for skill in skills))]
    last = max(term_of(today), term_of(max(skill.since for skill in skills)))
    while terms[-1] < last:
        terms.append(terms[-1].following)
    terms = terms[-MOST_TERMS:]
    found = Counter((max(term_of(skill.since), terms[0]), skill.layer) for skill in skills)
    return tuple(Gained(term, tuple(found[term, layer] for layer in layers)) for term in terms)

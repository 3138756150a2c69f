"""What each first screen must reach, and the reading of one Lighthouse report."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True)
class Budget:
    """Scores of 100; times in ms under Lighthouse's simulated slow 4G and 4× slower processor; CLS is a sum."""

    performance: int
    accessibility: int
    lcp: int
    tbt: int
    cls: float
    best_practices: int = 100
    # A page that no search engine is to keep is not measured by what search engines like.
    seo: int = 0


DOORWAY = Budget(98, 100, 1800, 50, 0.03)
FOUND = replace(DOORWAY, seo=100)
STUDENT = Budget(95, 100, 2500, 150, 0.05)
STAFF = Budget(93, 100, 2700, 200, 0.05)
BUDGETS = {
    "home": FOUND,
    "catalogue": FOUND,
    "achievement": FOUND,
    "article": FOUND,
    "badge": DOORWAY,
    "presentation": DOORWAY,
    "sign-in": DOORWAY,
    "events": FOUND,
    "event": FOUND,
    "student": STUDENT,
    "board": STAFF,
}

AUDITS = {"lcp": "largest-contentful-paint", "tbt": "total-blocking-time", "cls": "cumulative-layout-shift"}
SCORES = {
    "performance": "performance", "accessibility": "accessibility", "best_practices": "best-practices", "seo": "seo",
}  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """One run, or the median of several, in the units of `Budget`."""

    performance: float
    accessibility: float
    lcp: float
    tbt: float
    cls: float
    best_practices: float
    seo: float

    def misses(self, budget: Budget) -> list[str]:
        """Names of what is worse than the budget."""
        return [name for name in SCORES if getattr(self, name) < getattr(budget, name)] + [
            name for name in AUDITS if getattr(self, name) > getattr(budget, name)
        ]


def read(report: Mapping[str, Any]) -> Reading:
    """A report in Lighthouse's JSON form. Raises RuntimeError when the page could not be measured."""
    if report.get("runtimeError"):
        raise RuntimeError(report["runtimeError"]["message"])
    scores = {name: 100 * report["categories"][category]["score"] for name, category in SCORES.items()}
    times = {name: report["audits"][audit]["numericValue"] for name, audit in AUDITS.items()}
    return Reading(**scores, **times)


def median(readings: Sequence[Reading]) -> Reading:
    """The middle of each value by itself."""
    return Reading(
        **{
            one.name: statistics.median(getattr(reading, one.name) for reading in readings)
            for one in fields(Reading)
        }
    )

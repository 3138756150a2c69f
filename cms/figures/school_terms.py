"""School terms. The school year runs from 1 September to 31 August (Act of 14 December 2016 on the law of education,
art. 94); schools divide it by their statutes, nearly everywhere at the end of January.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# Three school years: figures are bounded in time.
TERMS_KEPT = 6


@dataclass(frozen=True, order=True)
class SchoolTerm:
    """The first or second `half` of the school year that begins in `year`."""

    year: int
    half: int

    @property
    def code(self) -> str:
        """As it stands in an address: "2026-1"."""
        return f"{self.year}-{self.half}"

    @property
    def school_year(self) -> str:
        """As people write it: "2026/2027"."""
        return f"{self.year}/{self.year + 1}"

    @property
    def first_day(self) -> date:
        return date(self.year, 9, 1) if self.half == 1 else date(self.year + 1, 2, 1)

    @property
    def next(self) -> SchoolTerm:
        return SchoolTerm(self.year, 2) if self.half == 1 else SchoolTerm(self.year + 1, 1)

    @property
    def previous(self) -> SchoolTerm:
        return SchoolTerm(self.year, 1) if self.half == 2 else SchoolTerm(self.year - 1, 2)


def term_of(day: date) -> SchoolTerm:
    """The term in which `day` lies."""
    if day.month >= 9:
        return SchoolTerm(day.year, 1)
    return SchoolTerm(day.year - 1, 1 if day.month == 1 else 2)


def terms_until(day: date) -> tuple[SchoolTerm, ...]:
    """The term of `day` and those before it that figures are kept for, the latest first."""
    terms = [term_of(day)]
    while len(terms) < TERMS_KEPT:
        terms.append(terms[-1].previous)
    return tuple(terms)

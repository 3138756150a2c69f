"""School years: one begins on 1 September (Act of 14 December 2016 on the law of education, art. 94)."""

from __future__ import annotations

from datetime import date


def school_year_of(day: date) -> int:
    """The year in which the school year of `day` begins. Classes made in the summer are for the next one."""
    return day.year if day.month >= 7 else day.year - 1

"""Counting school days: weekdays outside July and August and the fixed public holidays of Poland.

Moveable breaks differ between schools and voivodeships and are not known here, so a count is rather too high by a
few days than wrong by months. Source of the holidays: Act of 18 January 1951 on days free from work, art. 1.
"""

from __future__ import annotations

from datetime import date, timedelta

FIXED_HOLIDAYS = frozenset(
    {(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 24), (12, 25), (12, 26)}
)
SUMMER = (7, 8)
LONGEST_LOOK_BACK = 400


def is_school_day(day: date) -> bool:
    """True on a weekday that is neither a fixed holiday nor in the summer holidays."""
    return day.weekday() < 5 and day.month not in SUMMER and (day.month, day.day) not in FIXED_HOLIDAYS


def school_days_before(today: date, count: int) -> date:
    """The day such that `count` school days have passed between it and `today`."""
    day = today
    for _ in range(LONGEST_LOOK_BACK):
        if count <= 0:
            return day
        day -= timedelta(days=1)
        count -= is_school_day(day)
    return day


def end_of_school_year(today: date) -> date:
    """31 August that closes the school year of `today` (it begins on 1 September)."""
    return date(today.year + (today.month >= 9), 8, 31)

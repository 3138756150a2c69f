"""When a series meets: every so many weeks at the same time on the clock, summer and winter. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

WARSAW = ZoneInfo("Europe/Warsaw")
MOST_MEETINGS = 60


@dataclass(frozen=True)
class Meeting:
    """One of the series; both moments are aware and in UTC."""

    starts_at: datetime
    ends_at: datetime


class TooManyMeetings(ValueError):
    """The series would have more than MOST_MEETINGS."""


def meetings(
    starts_at: datetime, ends_at: datetime, *, weeks: int, until: date, exceptions: Iterable[date] = ()
) -> list[Meeting]:
    """Every meeting from the first to the day `until` (inclusive), without those on the days of `exceptions`.

    The first time says the wall clock of Warsaw and how long it takes. Raises TooManyMeetings.
    """
    begins, ends = starts_at.astimezone(WARSAW), ends_at.astimezone(WARSAW)
    days_long = ends.date() - begins.date()
    left_out = set(exceptions)
    found: list[Meeting] = []
    day = begins.date()
    while day <= until:
        if day not in left_out:
            if len(found) == MOST_MEETINGS:
                raise TooManyMeetings(MOST_MEETINGS)
            found.append(_meeting(day, days_long, begins, ends, ends_at - starts_at))
        day += timedelta(weeks=weeks)
    return found


def moved_along(meeting: Meeting, before: Meeting, after: Meeting) -> Meeting | None:
    """Where a later meeting of a series goes when an earlier one moves from `before` to `after`.

    None when it did not keep the hours of `before`: it was moved by itself, and that exception stays.
    """
    day = meeting.starts_at.astimezone(WARSAW).date()
    was, now = before.starts_at.astimezone(WARSAW).date(), after.starts_at.astimezone(WARSAW).date()
    if (day - was).days % 7 or _like(before, day) != meeting:
        return None
    return _like(after, day + (now - was))


def _like(model: Meeting, day: date) -> Meeting:
    """A meeting on `day` with the hours of `model` on the clock."""
    begins, ends = model.starts_at.astimezone(WARSAW), model.ends_at.astimezone(WARSAW)
    return _meeting(day, ends.date() - begins.date(), begins, ends, model.ends_at - model.starts_at)


def _meeting(
    day: date, days_long: timedelta, begins: datetime, ends: datetime, duration: timedelta
) -> Meeting:
    start = _at(day, begins)
    end = _at(day + days_long, ends)
    # In the night when clocks go forward the end on the clock may not come after the start.
    return Meeting(start, end if end > start else start + duration)


def _at(day: date, clock: datetime) -> datetime:
    return datetime.combine(day, clock.time(), WARSAW).astimezone(UTC)

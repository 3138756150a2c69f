"""When a series meets: the clock on the wall counts, not the hours since the last time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.series import MOST_MEETINGS, WARSAW, TooManyMeetings, meetings
from tests.events.planning.conftest import warsaw


def on_the_wall(found) -> list[str]:
    return [
        f"{one.starts_at.astimezone(WARSAW):%d.%m %H:%M}–{one.ends_at.astimezone(WARSAW):%H:%M}"
        for one in found
    ]


def test_every_week_until_a_day_that_is_counted_in():
    found = meetings(
        warsaw("2026-12-01 16:00"), warsaw("2026-12-01 17:30"), weeks=1, until=date(2026, 12, 15)
    )

    assert on_the_wall(found) == ["01.12 16:00–17:30", "08.12 16:00–17:30", "15.12 16:00–17:30"]


def test_every_second_week_without_the_holidays():
    found = meetings(
        warsaw("2026-12-08 16:00"), warsaw("2026-12-08 17:00"), weeks=2, until=date(2027, 1, 20),
        exceptions=[date(2026, 12, 22)],
    )  # fmt: skip

    assert on_the_wall(found) == ["08.12 16:00–17:00", "05.01 16:00–17:00", "19.01 16:00–17:00"]


@pytest.mark.parametrize(
    "first,last",
    [("2027-03-25", date(2027, 4, 1)), ("2026-10-22", date(2026, 10, 29))],
    ids=["spring", "autumn"],
)
def test_four_o_clock_stays_four_o_clock_when_the_clocks_change(first, last):
    found = meetings(warsaw(f"{first} 16:00"), warsaw(f"{first} 18:00"), weeks=1, until=last)

    assert [one.starts_at.astimezone(WARSAW).hour for one in found] == [16, 16]
    assert found[0].starts_at.hour != found[1].starts_at.hour


def test_a_meeting_over_midnight_ends_the_next_day():
    (found,) = meetings(
        warsaw("2026-12-31 20:00"), warsaw("2027-01-01 01:00"), weeks=1, until=date(2026, 12, 31)
    )

    assert found.ends_at - found.starts_at == timedelta(hours=5)


def test_in_the_night_of_the_change_a_meeting_still_ends_after_it_begins():
    found = meetings(warsaw("2027-03-21 02:30"), warsaw("2027-03-21 03:10"), weeks=1, until=date(2027, 3, 28))

    assert [one.ends_at - one.starts_at for one in found] == [timedelta(minutes=40)] * 2


def test_sixty_meetings_are_the_most():
    first = warsaw("2026-01-06 16:00")
    ends = first + timedelta(hours=1)
    last_of_sixty = first.date() + timedelta(weeks=MOST_MEETINGS - 1)

    assert len(meetings(first, ends, weeks=1, until=last_of_sixty)) == 60
    with pytest.raises(TooManyMeetings):
        meetings(first, ends, weeks=1, until=last_of_sixty + timedelta(weeks=1))


@given(
    days=st.integers(0, 800), minutes=st.integers(0, 1439), long=st.integers(1, 600), weeks=st.integers(1, 12),
    further=st.integers(0, 300),
)  # fmt: skip
def test_whatever_the_dates_every_meeting_takes_time_and_none_overtakes_the_next(
    days, minutes, long, weeks, further
):
    starts = warsaw("2026-01-01 00:00") + timedelta(days=days, minutes=minutes)
    found = meetings(
        starts, starts + timedelta(minutes=long), weeks=weeks, until=starts.date() + timedelta(days=further)
    )

    assert all(one.starts_at < one.ends_at for one in found)
    assert all(a.ends_at < b.starts_at for a, b in pairwise(found))
    assert len(found) == further // (7 * weeks) + 1

"""School terms, and what a tally knows about time and people."""

from datetime import date

import pytest

from cms.figures.school_terms import TERMS_KEPT, SchoolTerm, term_of, terms_until
from cms.figures.tallies import LONGER, WAITING, Outcome, Tally, outcome_of


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 8, 31), "2025-2"),
        (date(2026, 9, 1), "2026-1"),
        (date(2026, 12, 31), "2026-1"),
        (date(2027, 1, 31), "2026-1"),
        (date(2027, 2, 1), "2026-2"),
    ],
)
def test_every_day_lies_in_one_term(day, code):
    assert term_of(day).code == code


def test_terms_follow_each_other_without_a_gap():
    terms = terms_until(date(2026, 11, 22))

    assert len(terms) == TERMS_KEPT
    assert [one.next for one in terms[1:]] == list(terms[:-1])
    assert terms[-1].first_day == date(2024, 2, 1)
    assert SchoolTerm(2026, 1).school_year == "2026/2027"


def test_a_lesson_ends_after_forty_five_minutes():
    outcomes = [outcome_of(step) for step in range(WAITING + 1)]

    assert outcomes == [Outcome.WITHIN_LESSON] * 3 + [Outcome.LATER] * 5 + [Outcome.NOT_YET]


@pytest.mark.parametrize(
    ("steps", "median"),
    [([], None), ([WAITING, WAITING], None), ([0, 0, LONGER], 0), ([0, 4, LONGER], 4), ([0, LONGER], 0)],
)
def test_the_median_is_of_those_claimed(steps, median):
    tally = Tally()
    for person, step in enumerate(steps):
        tally.add(person, step, 1)

    assert tally.wait() == median

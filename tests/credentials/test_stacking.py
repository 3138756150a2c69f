"""What a composite requires: examples from the seed's shape, and laws that hold for any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credentials.stacking import Requirement, who_meets
from credentials.validity import months_later

SLUGS = st.sampled_from("abcdefgh")
SETS = st.frozensets(SLUGS)


@st.composite
def requirements(draw):
    all_of, some_of, distinct = draw(SETS), draw(SETS), draw(st.booleans())
    countable = some_of - all_of if distinct else some_of
    count = draw(st.integers(0 if all_of else 1, max(len(countable), 1)))
    if count > len(countable):
        all_of, count = all_of | {"a"}, 0
    return Requirement(all_of, count, some_of, distinct)


@given(requirements(), SETS)
def test_more_badges_never_hurt(requirement, held):
    if requirement.is_met_by(held):
        assert requirement.is_met_by(held | {"h"})


@given(requirements(), SETS)
def test_met_is_the_same_as_nothing_missing(requirement, held):
    missing, short = requirement.missing_from(held)
    assert requirement.is_met_by(held) == (not missing and short == 0)


@given(requirements())
def test_all_of_it_is_enough_and_nothing_is_not(requirement):
    assert requirement.is_met_by(requirement.slugs)
    assert not requirement.is_met_by(frozenset())


@given(requirements(), st.lists(st.tuples(st.integers(0, 5), SLUGS)))
def test_a_class_is_judged_as_each_by_themselves(requirement, holdings):
    alone = {p for p, _ in holdings if requirement.is_met_by({s for q, s in holdings if q == p})}
    assert who_meets(requirement, holdings) == alone


def test_nothing_counts_twice():
    value = {"all_of": ["a"], "min_of": {"count": 1, "badges": ["a", "b"], "distinct": True}}
    assert not Requirement.from_json(value).is_met_by({"a"})
    assert Requirement.from_json(value).is_met_by({"a", "b"})
    value["min_of"]["distinct"] = False
    assert Requirement.from_json(value).is_met_by({"a"})


@pytest.mark.parametrize(
    "value",
    [
        {"min_of": {"count": 0, "badges": ["a"]}},
        {"min_of": {"count": 3, "badges": ["a", "b"]}},
        {"all_of": ["a"], "min_of": {"count": 2, "badges": ["a", "b"]}},
    ],
)
def test_what_cannot_be_met_or_asks_nothing_is_refused(value):
    with pytest.raises(ValueError, match=r"requires|required"):
        Requirement.from_json(value)


def test_no_requirement_is_none():
    assert Requirement.from_json(None) is None
    assert Requirement.from_json({}) is None


@given(st.datetimes(), st.integers(0, 240))
def test_months_later_is_never_in_another_month(moment, months):
    if moment.year + months // 12 + 1 > 9998:
        return
    later = months_later(moment, months)
    assert (later.year * 12 + later.month) - (moment.year * 12 + moment.month) == months
    assert later.day <= moment.day

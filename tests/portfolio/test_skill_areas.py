"""Grouping by area and growth over terms, as stories and as properties."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.skill_areas import (
    MOST_TERMS,
    AreaMarks,
    Skill,
    Term,
    area_of,
    counts_by_area,
    growth,
    term_of,
)

CONTENT = Path(__file__).parents[2] / "content"
AREAS = [
    AreaMarks("media", frozenset({"media"}), frozenset({"EO.U1"})),
    AreaMarks("law", frozenset({"prawo", "sąd"}), frozenset({"EO.U6", "EO.C6"})),
]
LAYERS = ("formal", "school", "club", "own")
skills = st.lists(
    st.builds(
        Skill,
        area=st.sampled_from(["media", "law", "other"]),
        layer=st.sampled_from(LAYERS),
        since=st.dates(date(2018, 1, 1), date(2026, 11, 22)),
    ),
    max_size=60,
)


def test_a_tag_says_more_than_a_code():
    assert area_of(["Prawo"], ["EO.U1"], AREAS) == "law"


def test_two_codes_weigh_as_much_as_a_tag_and_the_first_area_wins():
    assert area_of(["media"], ["EO.U6", "EO.C6"], AREAS) == "media"


def test_what_nothing_speaks_for_is_another_skill():
    assert area_of(["szachy"], [], AREAS) == "other"


@pytest.mark.parametrize(
    "day, term",
    [
        (date(2026, 9, 1), Term(2026, 1)),
        (date(2027, 1, 31), Term(2026, 1)),
        (date(2027, 2, 1), Term(2026, 2)),
        (date(2027, 8, 31), Term(2026, 2)),
    ],
)
def test_terms_of_a_school_year(day, term):
    assert term_of(day) == term


def test_a_term_without_anything_new_is_there_too():
    came = growth(
        [Skill("law", "school", date(2025, 10, 1)), Skill("law", "own", date(2026, 9, 9))],
        LAYERS,
        date(2026, 11, 22),
    )

    assert [(one.term, one.new) for one in came] == [
        (Term(2025, 1), (0, 1, 0, 0)),
        (Term(2025, 2), (0, 0, 0, 0)),
        (Term(2026, 1), (0, 0, 0, 1)),
    ]


@given(skills)
def test_every_skill_is_counted_once_in_one_area(found):
    counted = counts_by_area(found, ["media", "law", "other"], LAYERS)

    assert sum(sum(row) for row in counted.values()) == len(found)
    for at, layer in enumerate(LAYERS):
        assert sum(row[at] for row in counted.values()) == sum(one.layer == layer for one in found)


@given(skills)
def test_growth_loses_nothing_and_has_no_gaps(found):
    came = growth(found, LAYERS, date(2026, 11, 22))

    assert sum(sum(one.new) for one in came) == len(found)
    assert len(came) <= MOST_TERMS
    assert all(one.term.following == other.term for one, other in pairwise(came))
    assert not came or came[-1].term == Term(2026, 1)


@given(st.lists(st.text(), max_size=5), st.lists(st.text(), max_size=5))
def test_an_area_is_always_one_that_exists(tags, codes):
    assert area_of(tags, codes, AREAS) in {"media", "law", "other"}


def test_every_badge_of_the_seed_has_an_area_of_its_own():
    areas = json.loads((CONTENT / "skill_areas.json").read_text("utf-8"))["areas"]
    marks = [AreaMarks(one["code"], frozenset(one["tags"]), frozenset(one["curriculum"])) for one in areas]
    badges = json.loads((CONTENT / "badges.json").read_text("utf-8"))["badges"]

    found = {one["slug"]: area_of(one["tags"], one["curriculum"], marks) for one in badges}

    assert {slug for slug, area in found.items() if area == "other"} == set()
    assert found["debata"] == "dialogue"
    assert found["dbam-o-pamiec"] == "heritage"
    assert found["czytam-programy"] == "democracy"
    assert found["zespolowy-projekt"] == "teamwork"
    assert found["klub-czysta-okolica"] == "nature"


def test_every_area_speaks_three_languages():
    areas = json.loads((CONTENT / "skill_areas.json").read_text("utf-8"))["areas"]

    texts = [one["name"] for one in areas] + [skill["title"] for one in areas for skill in one["esco"]]

    assert all(set(text) == {"pl", "en", "uk"} and all(text.values()) for text in texts)

"""The thirty badges: complete descriptions, references that resolve, art that can be drawn."""

from __future__ import annotations

from collections import Counter

import pytest

from credentials.art.choices import SYMBOLS, ribbons_for, shapes_for
from credentials.art.palettes import PALETTES
from tests.content.seed import badges, curriculum_codes, load

BADGES = badges()
SLUGS = sorted(BADGES)
MICROCREDENTIALS = [slug for slug in SLUGS if BADGES[slug]["kind"] == "microcredential"]
REQUIRED_TEXTS = ("name", "description", "how_to_earn", "participation_note", "quality_assurance",
                  "accessibility", "art_alt", "feedback_examples")  # fmt: skip


def test_there_are_thirty_badges_of_three_kinds() -> None:
    kinds = Counter(badge["kind"] for badge in BADGES.values())
    assert kinds == {"digital_badge": 21, "microcredential": 4, "club_badge": 5}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_description_is_complete(slug: str) -> None:
    badge = BADGES[slug]
    assert [field for field in REQUIRED_TEXTS if not badge[field]] == []
    assert badge["activities"]
    assert all(outcome["criteria"] for outcome in badge["learning_outcomes"])
    assert badge["workload_hours"] > 0


@pytest.mark.parametrize("slug", SLUGS)
def test_every_code_has_a_word_for_the_screen(slug: str) -> None:
    badge, words = BADGES[slug], load("badges")["vocabulary"]
    assert badge["participation_form"] in words["participation_form"]
    assert badge["sensitivity"] in words["sensitivity"]
    assert badge["identity_check"] in words["identity_check"]
    assert {activity["type"] for activity in badge["activities"]} <= words["activity_type"].keys()
    assert set(badge["evidence_types"]) <= words["evidence_type"].keys()
    assert set(badge["assessment_methods"]) <= words["assessment_method"].keys()


@pytest.mark.parametrize("slug", MICROCREDENTIALS)
def test_a_microcredential_has_the_nine_elements(slug: str) -> None:
    """The nine that belong to a definition: Council Recommendation 2022/C 243/02, annex I."""
    badge, issuer = BADGES[slug], load("badges")["issuer_example"]
    elements = {
        "title": badge["name"],
        "country of the issuer": issuer["country"],
        "awarding body": issuer["name"],
        "learning outcomes": badge["learning_outcomes"],
        "workload": badge["workload_hours"],
        "level": badge["framework_reference"],
        "type of assessment": badge["assessment_methods"],
        "form of participation": badge["participation_form"],
        "quality assurance": badge["quality_assurance"],
    }
    assert [element for element, value in elements.items() if not value] == []
    assert badge["framework_reference"]["status"] == "indicative"


def test_only_a_microcredential_refers_to_a_framework() -> None:
    assert [slug for slug in SLUGS if BADGES[slug]["framework_reference"]] == MICROCREDENTIALS


@pytest.mark.parametrize("slug", SLUGS)
def test_references_resolve(slug: str) -> None:
    badge = BADGES[slug]
    assert set(badge["curriculum"]) <= curriculum_codes()
    requires = badge.get("requires", {})
    options = requires.get("min_of", {"badges": [], "count": 0})
    assert {*requires.get("all_of", []), *options["badges"]} <= BADGES.keys() - {slug}
    assert options["count"] <= len(set(options["badges"]))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_art_can_be_drawn_and_fits_the_kind(slug: str) -> None:
    art, kind = BADGES[slug]["art"], BADGES[slug]["kind"]
    assert art["shape"] in shapes_for(kind)
    assert art["ribbon"] in ribbons_for(kind)
    assert art["palette"] in PALETTES
    assert art["symbol"] in SYMBOLS


def test_no_two_badges_share_a_symbol() -> None:
    assert max(Counter(badge["art"]["symbol"] for badge in BADGES.values()).values()) == 1


def test_no_two_badges_share_what_is_specific_to_them() -> None:
    for field in ("name", "accessibility", "art_alt", "feedback_examples"):
        assert len({badge[field]["pl"] for badge in BADGES.values()}) == len(BADGES)


def test_every_civic_action_has_one_badge() -> None:
    earned = Counter(code for badge in BADGES.values() for code in badge["curriculum"] if ".DO." in code)
    assert earned == {f"EO.DO.{number}": 1 for number in range(1, 19)}

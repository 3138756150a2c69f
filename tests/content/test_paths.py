"""The five paths: sections, steps, true totals."""

from __future__ import annotations

from typing import Any

import pytest

from events.enums import EventKind
from tests.content.seed import badges, curriculum_codes, load, steps

PATHS = {path["slug"]: path for path in load("civic_paths")["paths"]}
STEPS = {step["id"]: step for step in steps()}
WORDS = load("civic_paths")["vocabulary"]


def badges_of(step: dict[str, Any]) -> set[str]:
    return {*step.get("badges", []), *step.get("choose", {}).get("of", [])}


def test_there_are_five_paths_with_steps_of_their_own() -> None:
    assert len(PATHS) == 5
    assert len(STEPS) == sum(len(path["steps"]) for path in PATHS.values()) == 42


@pytest.mark.parametrize("slug", PATHS)
def test_the_sections_follow_each_other_and_hold_two_to_five_steps(slug: str) -> None:
    path = PATHS[slug]
    order = [section["id"] for section in path["sections"]]
    places = [order.index(step["section"]) for step in path["steps"]]
    assert places == sorted(places)
    assert {2 <= places.count(place) <= 5 for place in range(len(order))} == {True}


@pytest.mark.parametrize("slug", PATHS)
def test_the_totals_are_true(slug: str) -> None:
    path = PATHS[slug]
    hours = sum(step["estimated_hours"] for step in path["steps"] if step["required"])
    assert hours == pytest.approx(path["total_hours_required"])
    assert [step["order"] for step in path["steps"]] == list(range(1, len(path["steps"]) + 1))
    weeks = [step["suggested_week"] for step in path["steps"]]
    assert weeks == sorted(weeks)
    assert weeks[-1] <= path["duration_weeks"]


@pytest.mark.parametrize("step_id", STEPS)
def test_a_step_says_why_and_shows_an_example(step_id: str) -> None:
    step = STEPS[step_id]
    assert step["why"]["pl"] != step["example"]["pl"]
    assert step["kind"] in WORDS["step_kind"]
    assert step["verified_by"] in WORDS["verified_by"]
    assert step["sensitivity"] in load("badges")["vocabulary"]["sensitivity"]
    assert set(step["evidence_kinds"]) <= WORDS["evidence_kind"].keys()


@pytest.mark.parametrize("step_id", STEPS)
def test_nothing_is_asked_for_only_where_nobody_reviews(step_id: str) -> None:
    step = STEPS[step_id]
    assert (step["evidence_kinds"] == []) == (step["verified_by"] == "auto")


@pytest.mark.parametrize("step_id", STEPS)
def test_references_resolve(step_id: str) -> None:
    step = STEPS[step_id]
    assert badges_of(step) <= badges().keys()
    assert set(step.get("curriculum", [])) <= curriculum_codes()
    assert step.get("choose", {"count": 0})["count"] <= len(badges_of(step))


@pytest.mark.parametrize("step_id", STEPS)
def test_the_topic_of_a_civic_action_is_agreed_first(step_id: str) -> None:
    step = STEPS[step_id]
    codes = {code for slug in badges_of(step) for code in badges()[slug]["curriculum"]}
    if any(code.startswith("EO.DO.") for code in codes):
        assert step["needs_topic"]


def test_every_project_gets_its_topic_agreed_once() -> None:
    for path in PATHS.values():
        project = [step for step in path["steps"] if "zespolowy-projekt" in step.get("badges", [])]
        about_project = [step for step in path["steps"] if "EO.PE" in step.get("curriculum", [])]
        assert [step["needs_topic"] for step in about_project].count(True) == len(project)


@pytest.mark.parametrize("step_id", STEPS)
def test_a_step_is_as_sensitive_as_what_it_asks_for(step_id: str) -> None:
    step = STEPS[step_id]
    asked = {badges()[slug]["sensitivity"] for slug in badges_of(step)}
    if len(asked) == 1:
        assert step["sensitivity"] in asked
    elif asked - {"normal"}:
        assert step["sensitivity"] != "normal"


@pytest.mark.parametrize("slug", PATHS)
def test_a_path_grants_what_its_last_step_hands_over(slug: str) -> None:
    path = PATHS[slug]
    last = path["steps"][-1]
    assert path["grants"] == (last["badges"] if last["kind"] == "credential" else [])


def test_a_step_names_events_that_exist():
    named = {kind for step in steps() for kind in step.get("event_kinds", [])}

    assert named == {"youth_council", "children_parliament"}
    assert named <= set(EventKind.values)
    assert all(step["kind"] == "event" for step in steps() if step.get("event_kinds"))

"""The rules of completion, told as stories and as properties."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from paths.progress import (
    StepSpec,
    choosable,
    is_open,
    is_ready,
    matched,
    next_step,
    progress,
    step_for_badge,
    steps_to,
)


def uid(number: int) -> UUID:
    return UUID(int=number)


BADGES = [uid(1000 + n) for n in range(6)]
ACTIONS = frozenset(BADGES)


def four_actions_and_a_project() -> list[StepSpec]:
    choices = [StepSpec(uid(n), choices=ACTIONS, distinct=True) for n in range(1, 5)]
    return [
        *choices,
        StepSpec(uid(5), achievement=uid(2000)),
        StepSpec(uid(6), gated=True, achievement=uid(3000)),
    ]


def test_optional_steps_never_count_against_anybody():
    path = [StepSpec(uid(1)), StepSpec(uid(2), required=False)]

    assert progress(path, {uid(1)}).complete
    assert (progress(path, set()).done, progress(path, set()).of) == (0, 1)


def test_an_action_used_in_one_step_cannot_be_chosen_in_another():
    path = four_actions_and_a_project()

    left = choosable(path[1], path, {uid(1): BADGES[0]})

    assert left == ACTIONS - {BADGES[0]}


def test_a_badge_that_a_step_carries_is_not_a_free_choice_elsewhere():
    path = [StepSpec(uid(1), achievement=BADGES[0]), StepSpec(uid(2), choices=ACTIONS, distinct=True)]

    assert choosable(path[1], path, {}) == ACTIONS - {BADGES[0]}


def test_without_distinct_the_same_action_may_be_repeated():
    path = [StepSpec(uid(1), choices=ACTIONS), StepSpec(uid(2), choices=ACTIONS)]

    assert choosable(path[1], path, {uid(1): BADGES[0]}) == ACTIONS


def test_the_credential_opens_when_everything_before_it_is_done():
    path = four_actions_and_a_project()
    all_but_last = {uid(n) for n in range(1, 6)}

    assert not is_open(path[5], path, all_but_last - {uid(5)})
    assert is_open(path[5], path, all_but_last)
    assert is_ready(path, all_but_last)
    assert not is_ready(path, all_but_last | {uid(6)})


def test_the_next_step_is_one_that_does_not_wait_for_the_teacher():
    path = four_actions_and_a_project()

    assert next_step(path, set(), waiting={uid(1)}) == path[1]
    assert next_step(path, {uid(n) for n in range(1, 6)}, set()) == path[5]
    assert next_step(path, {uid(n) for n in range(1, 7)}, set()) is None


def test_a_badge_from_a_club_completes_the_step_it_was_picked_for():
    path = four_actions_and_a_project()

    assert step_for_badge(BADGES[2], path, set(), {uid(3): BADGES[2]}) == path[2]


def test_a_picked_step_is_not_taken_by_another_badge():
    path = four_actions_and_a_project()
    picked = {uid(1): BADGES[0]}

    assert step_for_badge(BADGES[1], path, set(), picked) == path[1]


@given(st.lists(st.sampled_from(BADGES), max_size=20))
def test_no_badge_completes_two_steps_and_no_step_takes_two(earned):
    path = four_actions_and_a_project()

    found = matched(earned, path)

    assert len(set(found.values())) == len(found)
    assert len(found) == min(4, len(set(earned)))


@given(st.sets(st.sampled_from([uid(n) for n in range(1, 7)])))
def test_doing_more_never_counts_less(done):
    path = four_actions_and_a_project()
    before = progress(path, done)

    for step in path:
        after = progress(path, done | {step.id})
        assert after.done >= before.done
        assert after.of == before.of == 6


@given(
    st.sets(st.sampled_from([uid(n) for n in range(1, 7)])),
    st.sets(st.sampled_from([uid(n) for n in range(1, 7)])),
)
def test_there_is_a_next_step_exactly_while_something_open_is_left(done, waiting):
    path = four_actions_and_a_project()
    left = [step for step in path if step.id not in done and is_open(step, path, done)]

    found = next_step(path, done, waiting)

    assert (found is None) == (not left)
    assert found is None or found in left


@given(st.sets(st.sampled_from([uid(n) for n in range(1, 6)])))
def test_the_credential_at_the_end_is_as_far_as_the_steps_before_it(done):
    path = four_actions_and_a_project()

    assert steps_to(path[-1], path, done) == 6 - len(done)
    assert {steps_to(step, path, done) for step in path[:-1]} == {1}

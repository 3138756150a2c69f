"""Quizzes can be answered: something is right, something is wrong, and the reason is given."""

from __future__ import annotations

import pytest

from tests.content.seed import steps

QUIZZES = {step["id"]: step["quiz"] for step in steps() if "quiz" in step}
QUESTIONS = [(step_id, question) for step_id, quiz in QUIZZES.items() for question in quiz]


def test_every_step_that_checks_itself_by_a_quiz_has_one() -> None:
    automatic = {
        step["id"] for step in steps() if step["verified_by"] == "auto" and step["evidence_type"] == "quiz"
    }
    assert automatic == QUIZZES.keys()
    assert len(automatic) == 3


@pytest.mark.parametrize("step_id", QUIZZES)
def test_a_quiz_is_short(step_id: str) -> None:
    assert 3 <= len(QUIZZES[step_id]) <= 5
    assert len({question["id"] for question in QUIZZES[step_id]}) == len(QUIZZES[step_id])


@pytest.mark.parametrize(("step_id", "question"), QUESTIONS)
def test_a_question_has_right_and_wrong_answers(step_id: str, question: dict) -> None:
    right = [option["id"] for option in question["options"] if option["correct"]]
    wrong = [option["id"] for option in question["options"] if not option["correct"]]
    assert right
    assert wrong
    assert len({*right, *wrong}) == len(question["options"])
    assert question["kind"] == ("single" if len(right) == 1 else "multiple")


def test_the_right_answer_does_not_always_stand_first() -> None:
    single = [question for _, question in QUESTIONS if question["kind"] == "single"]
    places = {[option["correct"] for option in question["options"]].index(True) for question in single}
    assert len(places) >= 3

"""The small quiz: unlimited tries, whatever arrives."""

from hypothesis import given
from hypothesis import strategies as st

from paths import quiz

QUIZ = [
    {"id": "q1", "kind": "single", "options": [{"id": "a", "correct": True}, {"id": "b", "correct": False}]},
    {
        "id": "q2",
        "kind": "multiple",
        "options": [
            {"id": "a", "correct": True},
            {"id": "b", "correct": True},
            {"id": "c", "correct": False},
        ],
    },
]


def test_all_right_answers_pass():
    results = quiz.check(QUIZ, {"q1": ["a"], "q2": ["b", "a"]})

    assert [result.right for result in results] == [True, True]
    assert quiz.passed(results)


def test_one_of_two_right_answers_is_not_enough():
    assert [result.right for result in quiz.check(QUIZ, {"q1": ["a"], "q2": ["a"]})] == [True, False]


def test_no_quiz_is_passed_by_reading():
    assert quiz.passed(quiz.check([], None))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(anything)
def test_nonsense_is_simply_not_right(answers):
    assert not quiz.passed(quiz.check(QUIZ, answers))

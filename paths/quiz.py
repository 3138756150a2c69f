"""A small quiz: one or several right answers, unlimited tries, an explanation for each question. Pure.

Shape: [{"id", "text": {lang: …}, "kind": "single" | "multiple", "options": [{"id", "text", "correct"}],
"explanation": {lang: …}}]. Answers: {question id: [option ids]}.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Result:
    question_id: str
    right: bool


def check(quiz: Sequence[Mapping[str, Any]], answers: object) -> list[Result]:
    """One result a question, in order. Whatever is not a list of known option ids is simply not right."""
    given = answers if isinstance(answers, Mapping) else {}
    results = []
    for question in quiz:
        right = {str(option["id"]) for option in question["options"] if option["correct"]}
        chosen = given.get(question["id"])
        picked = {str(option) for option in chosen[:20]} if isinstance(chosen, list) else set()
        results.append(Result(str(question["id"]), picked == right))
    return results


def passed(results: Sequence[Result]) -> bool:
    return all(result.right for result in results)

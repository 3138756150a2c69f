"""Searching the help: Wagtail's index finds the topics, and inside them questions are weighed against the words asked.

Words are compared as everywhere in the portal (`cms.search.words`): without endings, marks and capitals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.html import strip_tags
from wagtail.query import PageQuerySet

from cms.search.words import asked_words, kept_words

MOST_LETTERS = 100
MOST_PAGES = 20
MOST_ANSWERS = 12
IN_THE_QUESTION, IN_THE_ANSWER = 3, 1


@dataclass(frozen=True)
class HelpAnswer:
    """A question that fits what was asked, its answer as HTML an editor wrote, and where it stands."""

    question: str
    answer: Any
    topic: str
    address: str


def searched_words(texts: list[str], language: str) -> str:
    """What the index keeps of texts that may hold HTML."""
    return kept_words({language: strip_tags(" ".join(texts).replace("<", " <"))})


def answers_to(asked: str, topics: PageQuerySet, language: str) -> list[HelpAnswer]:
    """Questions of `topics` that fit `asked`, those with most of its words first; at most twelve."""
    wanted = asked_words(asked)
    if not wanted:
        return []
    every = " ".join(stem for stems in wanted for stem in stems)
    weighed: list[tuple[int, HelpAnswer]] = []
    for topic in topics.autocomplete(every, operator="or")[:MOST_PAGES]:
        for number, one in enumerate(topic.questions(), start=1):
            question = searched_words([one["question"]], language).split()
            answer = searched_words([one["answer"].source], language).split()
            weight = sum(
                IN_THE_QUESTION * _has(question, stems) + IN_THE_ANSWER * _has(answer, stems)
                for stems in wanted
            )
            if weight:
                address = f"{topic.path_here}#q{number}"
                weighed.append((weight, HelpAnswer(one["question"], one["answer"], topic.title, address)))
    weighed.sort(key=lambda pair: -pair[0])
    best = weighed[0][0] if weighed else 0
    # What fits far worse than the best only hides it.
    return [answer for weight, answer in weighed if weight * 3 >= best][:MOST_ANSWERS]


def _has(kept: list[str], stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in kept)

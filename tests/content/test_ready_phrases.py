"""Sentences offered to a teacher: enough to choose from, short enough to read on a phone."""

from __future__ import annotations

import pytest

from tests.content.seed import LANGUAGES, load

PHRASES = load("ready_phrases")


@pytest.mark.parametrize("kind", ["not_yet", "accepted"])
def test_there_are_eight_different_sentences(kind: str) -> None:
    assert len({phrase["id"] for phrase in PHRASES[kind]}) == len(PHRASES[kind]) == 8
    for language in LANGUAGES:
        assert len({phrase["text"][language] for phrase in PHRASES[kind]}) == 8
        assert max(len(phrase["text"][language]) for phrase in PHRASES[kind]) <= 160


def test_not_yet_never_says_that_somebody_failed() -> None:
    blame = ("źle", "błąd", "niestety", "nie zaliczon")
    assert [p["id"] for p in PHRASES["not_yet"] for word in blame if word in p["text"]["pl"].lower()] == []

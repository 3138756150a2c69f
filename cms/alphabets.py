"""The order of words in three alphabets (PN-N-01202 for Polish, DSTU 9112 order of letters for Ukrainian)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

ALPHABETS = {
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}


def place_of(word: str, language: str) -> list[int]:
    """A key for sorting: positions of the letters in the alphabet; signs and foreign letters come after."""
    order = ALPHABETS.get(language, ALPHABETS["en"])
    return [order.index(sign) if sign in order else 1000 + ord(sign) for sign in word.casefold()]


def by_letter(terms: Iterable[Mapping[str, Any]], language: str) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Terms (mappings with `term`) in order, under their first letters in capitals."""
    ordered = sorted(terms, key=lambda one: place_of(one["term"], language))
    return [
        (letter, list(group)) for letter, group in groupby(ordered, key=lambda one: one["term"][:1].upper())
    ]

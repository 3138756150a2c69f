"""What differs between two descriptions, part by part, in words: what went, what came, what stayed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from core.translated import LANGUAGES
from credentials.descriptions.parts import PARTS
from credentials.descriptions.telling import Names, told

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
# Texts that share less than this are shown one after the other: marks in every second word help nobody.
_ALIKE = 0.4

Mark = Literal["same", "removed", "added"]


@dataclass(frozen=True)
class Piece:
    mark: Mark
    text: str


@dataclass(frozen=True)
class Change:
    """One part in one language; `language` is "" where there is only one way to say it."""

    part: str
    label: str
    language: str
    pieces: tuple[Piece, ...]


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], *, names: Names | None = None
) -> tuple[Change, ...]:
    """The changed parts in the order of the editor; `names` gives other badges' names by their slug."""
    return tuple(_changes(before, after, names or {}))


def _changes(before: Mapping[str, Any], after: Mapping[str, Any], names: Names) -> Iterator[Change]:
    for field, part in PARTS.items():
        old, new = told(field, before.get(field), names), told(field, after.get(field), names)
        for language in ("", *LANGUAGES):
            was, now = old.get(language, ""), new.get(language, "")
            if was != now:
                yield Change(field, str(part.label), language, pieces_of(was, now))


def pieces_of(was: str, now: str) -> tuple[Piece, ...]:
    """`now` with what went from `was` and what came, word by word."""
    old, new = _TOKENS.findall(was), _TOKENS.findall(now)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return tuple(Piece(mark, text) for mark, text in _replaced(was, now) if text)
    found: list[Piece] = []
    for _what, a, b, c, d in matcher.get_opcodes():
        went, came = "".join(old[a:b]), "".join(new[c:d])
        if went == came:
            found.append(Piece("same", went))
        else:
            found += [Piece(mark, text) for mark, text in _replaced(went, came) if text]
    return tuple(found)


def _replaced(went: str, came: str) -> tuple[tuple[Mark, str], tuple[Mark, str]]:
    return ("removed", went), ("added", came)

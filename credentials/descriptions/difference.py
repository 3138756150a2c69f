"""What differs between two descriptions, part by part, in words: what went, what came, what stayed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from core.translated import LANGUAGES
from credentials.descriptions.parts import PARTS, Form
from credentials.descriptions.telling import Names, told

_WORDS = re.compile(r"\s*(?:\w+|[^\w\s])|\s+$")
_LINES = re.compile(r".*\n|.+$")
# Texts that share less than this are shown one after the other: marks in every second word help nobody.
_ALIKE = 0.4
# Words compared with words, at most: beyond it lines are compared, so that nobody keeps a server busy by a long text.
_PAIRS = 1_000_000
MOST_PIECES = 400

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
    # Paths of the picture as it was and as it is, where the picture is what changed; "" for none.
    pictures: tuple[str, ...] = ()


def differences(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    *,
    names: Names | None = None,
    drawn: Callable[[Mapping[str, Any]], str] | None = None,
) -> tuple[Change, ...]:
    """The changed parts in the order of the editor; `names` gives other badges' names by their slug, `drawn` the path
    of a picture by its parameters.
    """
    return tuple(_changes(before, after, names or {}, drawn))


def _changes(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    names: Names,
    drawn: Callable[[Mapping[str, Any]], str] | None,
) -> Iterator[Change]:
    for field, part in PARTS.items():
        if part.form is Form.ART:
            yield from _picture(before.get(field) or {}, after.get(field) or {}, names, drawn)
            continue
        old, new = told(field, before.get(field), names), told(field, after.get(field), names)
        for language in ("", *LANGUAGES):
            was, now = old.get(language, ""), new.get(language, "")
            if was != now:
                yield Change(field, str(part.label), language, pieces_of(was, now))


def _picture(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    names: Names,
    drawn: Callable[[Mapping[str, Any]], str] | None,
) -> Iterator[Change]:
    """Two files say the same words and are different pictures all the same."""
    if before == after:
        return
    was, now = told("art", before, names).get("", ""), told("art", after, names).get("", "")
    shown = tuple(drawn(one) if one else "" for one in (before, after)) if drawn else ()
    yield Change("art", str(PARTS["art"].label), "", pieces_of(was, now), shown)


def pieces_of(was: str, now: str) -> tuple[Piece, ...]:
    """`now` with what went from `was` and what came, word by word; long texts line by line. 400 pieces at most."""
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    if len(old) * len(new) > _PAIRS:
        old, new = _LINES.findall(was), _LINES.findall(now)
    whole = tuple(Piece(mark, text) for mark, text in _replaced(was, now) if text)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return whole
    found: list[Piece] = []
    for _what, a, b, c, d in matcher.get_opcodes():
        went, came = "".join(old[a:b]), "".join(new[c:d])
        if went == came:
            found.append(Piece("same", went))
        else:
            found += [Piece(mark, text) for mark, text in _replaced(went, came) if text]
    return tuple(found) if len(found) <= MOST_PIECES else whole


def _replaced(went: str, came: str) -> tuple[tuple[Mark, str], tuple[Mark, str]]:
    return ("removed", went), ("added", came)

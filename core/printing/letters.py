"""What the fonts of printed pages can draw. A letter without a drawing would make the whole page unreadable aloud, and
PDF/UA-1 (ISO 14289-1 §7.21.8) forbids it, so words are fitted to the fonts before they are set.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
INSTEAD = "•"
# Marks, signs, pictures and what joins them: a sentence keeps its meaning without them.
_DROPPED = ("S", "M", "C")


@lru_cache(maxsize=1)
def drawn() -> frozenset[int]:
    """Code points that both faces draw."""
    found: set[int] = set()
    for line in (FONTS / "letters.txt").read_text(encoding="ascii").split():
        first, _, last = line.partition("-")
        found.update(range(int(first, 16), int(last, 16) + 1))
    return frozenset(found)


def drawable(text: str) -> str:
    """`text` in letters that can be drawn: other spaces as a space, other hyphens as a hyphen, letters of other scripts
    as a dot each, pictures left out.
    """
    known = drawn()
    return "".join(letter if ord(letter) in known or letter == "\n" else _instead(letter) for letter in text)


def all_drawable(value: Any) -> Any:
    """The same for every text inside dicts and lists."""
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, dict):
        return {name: all_drawable(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [all_drawable(one) for one in value]
    return value


def _instead(letter: str) -> str:
    category = unicodedata.category(letter)
    if category.startswith("Z"):
        return " "
    if category == "Pd":
        return "-"
    plain = unicodedata.normalize("NFKC", letter)
    if plain != letter and all(ord(one) in drawn() for one in plain):
        return plain
    return "" if category.startswith(_DROPPED) else INSTEAD

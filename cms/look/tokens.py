"""The colours of the design by name, each for the light and for the dark theme, as `tokens.css` writes them.

A token is `--name: light-dark(#rrggbb, #rrggbb)`, or one colour for both. Nothing else of the file is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_HEX = r"#[0-9a-f]{6}"
_TOKEN = re.compile(rf"--([\w-]+):\s*(?:light-dark\(({_HEX}),\s*({_HEX})\)|({_HEX}));")


class Pair(NamedTuple):
    """One colour in two lights, as `#rrggbb`."""

    light: str
    dark: str


Tokens = Mapping[str, Pair]


@lru_cache(maxsize=4)
def default_tokens(sheet: Path) -> Tokens:
    """Every colour that `sheet` (the design's `tokens.css`) names."""
    return dict(_read(sheet.read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[tuple[str, Pair]]:
    for name, light, dark, both in _TOKEN.findall(text):
        yield name, Pair(light or both, dark or both)

"""Which colours meet on the screen, and how far apart they have to be (WCAG 2.2, success criteria 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from cms.look.tokens import Tokens

TEXT, SIGN = 4.5, 3.0
THEMES = ("light", "dark")

# The same pairs as `frontend/tests/contrast.test.ts`: text on its ground …
_TEXTS = (
    *((ink, ground) for ground in ("ground", "surface", "sunken") for ink in ("ink", "ink-quiet")),
    *(("primary-ink", ground) for ground in ("ground", "surface", "primary-soft", "sunken")),
    *((f"on-{name}", name) for name in ("primary", "done", "review", "attention", "danger")),
    ("on-primary", "primary-strong"),
    *(
        pair
        for name in ("done", "review", "attention")
        for pair in (
            (f"{name}-ink", f"{name}-soft"),
            (f"{name}-ink", "surface"),
            ("ink", f"{name}-soft"),
            ("ink-quiet", f"{name}-soft"),
        )
    ),
    ("ink", "primary-soft"),
    ("ink-quiet", "primary-soft"),
    ("danger", "danger-soft"),
    *(("ink", f"person-{tone}") for tone in (1, 2, 3)),
)
# … and edges and signs against what is around them.
_SIGNS = tuple(
    (name, ground)
    for name in ("line-strong", "primary", "done", "review", "attention")
    for ground in ("surface", "ground")
)


@dataclass(frozen=True)
class Shortfall:
    """Two colours that are too close: `ratio` to 1, where at least `least` to 1 is asked for."""

    theme: str
    one: str
    other: str
    one_colour: str
    other_colour: str
    ratio: float
    least: float


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def shortfalls(tokens: Tokens) -> list[Shortfall]:
    """Every pair that is too close in one of the themes, the worst first."""
    return sorted(_found(tokens), key=lambda found: found.ratio / found.least)


def _found(tokens: Tokens) -> Iterator[Shortfall]:
    for pairs, least in ((_TEXTS, TEXT), (_SIGNS, SIGN)):
        for one, other in pairs:
            for number, theme in enumerate(THEMES):
                first, second = tokens[one][number], tokens[other][number]
                ratio = contrast(first, second)
                if ratio < least:
                    # Rounded down: 4.498 must not read as the 4.5 that it is not.
                    yield Shortfall(theme, one, other, first, second, floor(ratio * 100) / 100, least)

"""The patch of a club badge, without its colours and its symbol: what a designer on a phone draws as well."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .ornaments import inset, stitches
from .paths import Point, circle
from .shapes import body, outline

#: The middle and the radius of a badge without a ribbon, on the canvas of 512 × 512.
CENTRE: Point = (256, 256)
RADIUS = 236.0


@dataclass(frozen=True)
class PatchPart:
    """One filled path (even-odd) in a colour that the palette names; ``opacity`` is 0 … 1."""

    path: str
    colour: Literal["rim", "field", "ink", "paper"]
    opacity: float = 1.0


@dataclass(frozen=True)
class ClubPatch:
    """The parts from back to front, the symbol (moved and scaled: x, y, factor), and what is over it. Nothing that is
    over it touches it.
    """

    parts: tuple[PatchPart, ...]
    over: tuple[PatchPart, ...]
    symbol_at: tuple[float, float, float]


@lru_cache(maxsize=64)
def club_patch(shape: str, centre: Point = CENTRE, radius: float = RADIUS) -> ClubPatch:
    """How a patch of this shape is cut and sewn."""
    edge, seam = outline(shape, centre, radius), inset(body(shape, centre, radius), 27)
    parts = (
        PatchPart(edge, "rim"),
        PatchPart(inset(edge, 14), "field"),
        PatchPart(stitches(seam, 15, 10, 5), "ink", 0.55),
    )
    hole = (centre[0], centre[1] - radius * 0.7)
    eyelet = (
        PatchPart(circle(hole, radius * 0.11), "rim"),
        PatchPart(circle(hole, radius * 0.06), "paper"),
    )
    (x, y), size = heart(shape, centre, radius), radius * 0.95
    return ClubPatch(parts, eyelet if shape == "tag" else (), (x - size / 2, y - size / 2, size / 256))


def heart(shape: str, centre: Point, radius: float) -> Point:
    """Where the symbol of a club badge sits: the middle of the room the shape leaves."""
    lift = {"tag": 0.12, "pennant": -0.12, "bubble": -0.11}.get(shape, 0.0)
    return centre[0], centre[1] + lift * radius

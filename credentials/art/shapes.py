"""Outlines of badges: each shape as a closed path around a centre, at a radius.

The formal family is round and symmetrical, like a medal. The club family is cut from cloth and card, and can
never be mistaken for it.
"""

from collections.abc import Callable
from math import cos, pi

from .paths import Point, circle, number, polar, polygon, rounded

Outline = Callable[[Point, float], str]

PLEATS = 20
RAYS = 28
SCALLOPS = 18


def outline(shape: str, centre: Point, radius: float) -> str:
    """The path of a shape. Raises ``KeyError`` for a name that is none of ``choices.SHAPES``."""
    return _OUTLINES[shape](centre, radius)


def body(shape: str, centre: Point, radius: float) -> str:
    """The outline that a seam follows: the shape without what only sticks out, such as a bubble's tail."""
    return _bubble_body(centre, radius) if shape == "bubble" else outline(shape, centre, radius)


def ring_points(centre: Point, outer: float, inner: float, tips: int) -> list[Point]:
    """Tips and valleys in turn, clockwise from the tip at the top."""
    radii = (outer, inner)
    return [polar(centre, radii[step % 2], step / (2 * tips)) for step in range(2 * tips)]


def regular(centre: Point, radius: float, corners: int, *, flat_top: bool = False) -> list[Point]:
    """The corners of a regular polygon, clockwise from the top, or from half a side right of it."""
    turn = 0.5 / corners if flat_top else 0.0
    return [polar(centre, radius, step / corners + turn) for step in range(corners)]


def _rosette(centre: Point, radius: float) -> str:
    """The outer edge of a pleated ribbon: every pleat ends in a shallow roof."""
    points = ring_points(centre, radius, radius * 0.94, PLEATS)
    return polygon(points)


def _scallop(centre: Point, radius: float) -> str:
    bump = radius * 0.165
    corners = regular(centre, radius - bump * 0.62, SCALLOPS)
    start, *rest = [*corners, corners[0]]
    size = number(bump)
    arcs = "".join(f"A{size} {size} 0 0 1 {number(x)} {number(y)}" for x, y in rest)
    return f"M{number(start[0])} {number(start[1])}{arcs}Z"


def _hexagon(centre: Point, radius: float) -> str:
    return rounded(regular(centre, radius * 1.04, 6), radius * 0.11)


def _octagon(centre: Point, radius: float) -> str:
    return rounded(regular(centre, radius * 1.03, 8, flat_top=True), radius * 0.09)


def _shield(centre: Point, radius: float) -> str:
    x, y, r = centre[0], centre[1], radius

    def at(dx: float, dy: float) -> str:
        return f"{number(x + dx * r)} {number(y + dy * r)}"

    left = f"C{at(-0.62, 0.88)} {at(-0.9, 0.6)} {at(-0.9, 0.05)}L{at(-0.9, -0.72)}"
    top_left = f"C{at(-0.55, -0.72)} {at(-0.28, -0.82)} {at(0, -0.99)}"
    top_right = f"C{at(0.28, -0.82)} {at(0.55, -0.72)} {at(0.9, -0.72)}"
    right = f"L{at(0.9, 0.05)}C{at(0.9, 0.6)} {at(0.62, 0.88)} {at(0, 1.02)}"
    return f"M{at(0, 1.02)}{left}{top_left}{top_right}{right}Z"


def _star(centre: Point, radius: float) -> str:
    return rounded(ring_points(centre, radius * 1.05, radius * 0.84, 8), radius * 0.035)


def _sunburst(centre: Point, radius: float) -> str:
    return polygon(ring_points(centre, radius * 1.02, radius * 0.88, RAYS))


def _tag(centre: Point, radius: float) -> str:
    x, y, r = centre[0], centre[1], radius
    points = [(-0.42, -1.0), (0.42, -1.0), (0.82, -0.56), (0.82, 0.98), (-0.82, 0.98), (-0.82, -0.56)]
    return rounded([(x + dx * r, y + dy * r) for dx, dy in points], r * 0.16)


def _pennant(centre: Point, radius: float) -> str:
    x, y, r = centre[0], centre[1], radius
    points = [(-0.84, -0.92), (0.84, -0.92), (0.84, 0.52), (0.0, 1.02), (-0.84, 0.52)]
    return rounded([(x + dx * r, y + dy * r) for dx, dy in points], r * 0.12)


def _bubble(centre: Point, radius: float) -> str:
    x, y, r = centre[0], centre[1], radius
    tail = [(0.0, 0.66), (-0.5, 1.06), (-0.5, 0.66)]
    points = [(-0.95, -0.88), (0.95, -0.88), (0.95, 0.66), *tail, (-0.95, 0.66)]
    return rounded([(x + dx * r, y + dy * r) for dx, dy in points], r * 0.2)


def _bubble_body(centre: Point, radius: float) -> str:
    x, y, r = centre[0], centre[1], radius
    points = [(-0.95, -0.88), (0.95, -0.88), (0.95, 0.66), (-0.95, 0.66)]
    return rounded([(x + dx * r, y + dy * r) for dx, dy in points], r * 0.2)


def _pebble(centre: Point, radius: float) -> str:
    """A superellipse of degree four, a little wider than high."""

    def at(turn: float) -> Point:
        c, s = cos(2 * pi * turn), cos(2 * pi * (turn - 0.25))
        return (
            centre[0] + radius * 0.98 * abs(s) ** 0.58 * (1 if s > 0 else -1),
            centre[1] - radius * 0.92 * abs(c) ** 0.58 * (1 if c > 0 else -1),
        )

    return polygon(at(step / 72) for step in range(72))


def _ticket(centre: Point, radius: float) -> str:
    x, y, r = centre[0], centre[1], radius
    notch, corner = number(0.2 * r), number(0.14 * r)

    def at(dx: float, dy: float) -> str:
        return f"{number(x + dx * r)} {number(y + dy * r)}"

    return (
        f"M{at(-0.84, -0.86)}L{at(0.84, -0.86)}A{corner} {corner} 0 0 1 {at(0.98, -0.72)}"
        f"L{at(0.98, -0.2)}A{notch} {notch} 0 0 0 {at(0.98, 0.2)}L{at(0.98, 0.72)}"
        f"A{corner} {corner} 0 0 1 {at(0.84, 0.86)}L{at(-0.84, 0.86)}"
        f"A{corner} {corner} 0 0 1 {at(-0.98, 0.72)}"
        f"L{at(-0.98, 0.2)}A{notch} {notch} 0 0 0 {at(-0.98, -0.2)}L{at(-0.98, -0.72)}"
        f"A{corner} {corner} 0 0 1 {at(-0.84, -0.86)}Z"
    )


_OUTLINES: dict[str, Outline] = {
    "rosette": _rosette,
    "circle": circle,
    "scallop": _scallop,
    "hexagon": _hexagon,
    "octagon": _octagon,
    "shield": _shield,
    "star": _star,
    "sunburst": _sunburst,
    "tag": _tag,
    "pennant": _pennant,
    "bubble": _bubble,
    "pebble": _pebble,
    "ticket": _ticket,
}

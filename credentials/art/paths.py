"""SVG path data, written and read: the one geometry behind the vector drawing and the picture of pixels.

Coordinates are on a canvas of 512 × 512, y downwards (SVG 2, §9.3). Writing keeps one decimal, which is a
twentieth of a pixel on a phone; reading flattens curves to polygons.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import acos, ceil, cos, hypot, pi, sin, sqrt

Point = tuple[float, float]
Polygon = tuple[Point, ...]

_COMMAND = re.compile(r"([MmLlHhVvCcSsQqAaZz])([^MmLlHhVvCcSsQqAaZz]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?")
_FLAG = re.compile(r"[01]")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def number(value: float) -> str:
    """The shortest text of a coordinate with one decimal: ``12.50`` → ``12.5``, ``-0.04`` → ``0``."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def polygon(points: Iterable[Point]) -> str:
    """A closed path through the points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def circle(centre: Point, radius: float) -> str:
    """A closed path around the centre, as two half circles."""
    r, d = number(radius), number(2 * radius)
    return f"M{number(centre[0] - radius)} {number(centre[1])}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0Z"


def polar(centre: Point, radius: float, turn: float) -> Point:
    """The point at ``turn`` (0 … 1, clockwise from the top) around the centre."""
    return centre[0] + radius * sin(2 * pi * turn), centre[1] - radius * cos(2 * pi * turn)


def rounded(points: Iterable[Point], radius: float) -> str:
    """A closed polygon whose corners are cut by quadratic curves that start ``radius`` before each corner."""
    corners = list(points)
    parts = []
    for index, corner in enumerate(corners):
        before = _towards(corner, corners[index - 1], radius)
        after = _towards(corner, corners[(index + 1) % len(corners)], radius)
        parts.append(f"{_at(before)}Q{_at(corner)} {_at(after)}")
    return "M" + "L".join(parts) + "Z"


def flatten(path: str) -> tuple[Polygon, ...]:
    """The polygons of a path, curves cut so finely that no chord is further than 0.15 from its curve.

    Raises ``ValueError`` for text that is not the path data used here (no ``T``).
    """
    polygons: list[Polygon] = []
    points: list[Point] = []
    here = control = (0.0, 0.0)
    for command, values in _segments(path):
        kind = command.upper()
        if kind == "M" and points:
            polygons.append(tuple(points))
            points = []
        if kind == "Z":
            if points:
                here = points[0]
                polygons.append(tuple(points))
                points = []
            continue
        if not points:
            points = [here]
        ends = _absolute(values, here, kind) if command.islower() else values
        if kind == "S":
            mirrored = (2 * here[0] - control[0], 2 * here[1] - control[1])
            ends, kind = [*mirrored, *ends], "C"
        new = list(_points(kind, here, ends))
        control = (ends[-4], ends[-3]) if kind in "CQ" else new[-1]
        here = new[-1]
        points = [here] if kind == "M" else points + new
    if points:
        polygons.append(tuple(points))
    return tuple(shape for shape in polygons if len(shape) > 2)


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1])
    part = min(distance / length, 0.5)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _segments(path: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with the numbers of one use; repeated numbers repeat it, as ``L`` after ``M``."""
    for command, text in _COMMAND.findall(path):
        values = _arc_numbers(text) if command in "Aa" else [float(part) for part in _NUMBER.findall(text)]
        count = _COUNTS[command.upper()]
        if not count:
            yield command, []
            continue
        if not values or len(values) % count:
            raise ValueError(f"bad path data at {command}{text[:20]}")
        for start in range(0, len(values), count):
            if start and command in "Mm":
                command = "L" if command == "M" else "l"
            yield command, values[start : start + count]


def _arc_numbers(text: str) -> list[float]:
    """Numbers of elliptical arcs, whose two flags may be written without a separator."""
    values: list[float] = []
    position = 0
    while match := (_FLAG if len(values) % 7 in (3, 4) else _NUMBER).search(text, position):
        values.append(float(match[0]))
        position = match.end()
    return values


def _absolute(values: list[float], here: Point, kind: str) -> list[float]:
    if kind == "H":
        return [values[0] + here[0]]
    if kind == "V":
        return [values[0] + here[1]]
    if kind == "A":
        return [*values[:5], values[5] + here[0], values[6] + here[1]]
    return [value + here[index % 2] for index, value in enumerate(values)]


def _points(kind: str, here: Point, values: list[float]) -> Iterator[Point]:
    if kind == "H":
        yield values[0], here[1]
    elif kind == "V":
        yield here[0], values[0]
    elif kind == "A":
        yield from _arc(here, values)
    elif kind in "CQ":
        yield from _curve([here, *zip(values[::2], values[1::2], strict=True)])
    else:
        yield values[0], values[1]


def _curve(handles: list[Point]) -> Iterator[Point]:
    """A Bézier curve of degree two or three, by de Casteljau."""
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(handles))
    steps = max(2, ceil(sqrt(length) * 1.2))
    for step in range(1, steps + 1):
        part, level = step / steps, handles
        while len(level) > 1:
            level = [(a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for a, b in pairwise(level)]
        yield level[0]


def _arc(start: Point, values: list[float]) -> Iterator[Point]:
    """An arc of a circle in centre form (SVG 2, appendix B.2.4). Every arc drawn here is one: ``rx`` =
    ``ry``.
    """
    radius, large, sweep, end = values[0], values[3], values[4], (values[5], values[6])
    chord = hypot(end[0] - start[0], end[1] - start[1])
    if not chord or not radius:
        yield end
        return
    radius = max(radius, chord / 2)
    height = sqrt(max(radius * radius - chord * chord / 4, 0.0)) * (-1 if large == sweep else 1)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    centre = (
        middle[0] - height * (end[1] - start[1]) / chord,
        middle[1] + height * (end[0] - start[0]) / chord,
    )
    ray = (start[0] - centre[0], start[1] - centre[1])
    angle = 2 * acos(max(-1.0, min(1.0, abs(height) / radius)))
    angle = (2 * pi - angle if large else angle) * (1 if sweep else -1)
    steps = max(2, ceil(sqrt(radius) * abs(angle) * 0.95))
    for step in range(1, steps):
        a = angle * step / steps
        yield centre[0] + ray[0] * cos(a) - ray[1] * sin(a), centre[1] + ray[0] * sin(a) + ray[1] * cos(a)
    yield end

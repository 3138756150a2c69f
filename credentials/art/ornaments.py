"""What is laid over an outline: lit folds, beads, stitches, ribbons and the text-free mark of the kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from .paths import Point, circle, flatten, number, polar, polygon


def lit_folds(centre: Point, outer: float, inner: float, folds: int, *, turn: float = 0.0) -> str:
    """The sunny half of each fold of a ring: light falls from the left, as on a pleated ribbon."""
    return "".join(
        polygon(
            [
                polar(centre, inner, (fold - 0.5) / folds + turn),
                polar(centre, outer * 0.94, (fold - 0.5) / folds + turn),
                polar(centre, outer, fold / folds + turn),
                polar(centre, inner, fold / folds + turn),
            ]
        )
        for fold in range(folds)
    )


def facets(centre: Point, corners: Sequence[Point]) -> str:
    """The lit halves of a cut shape: from the centre, every second triangle between neighbouring corners."""
    return "".join(polygon([centre, *pair]) for pair in list(_pairs(corners))[::2])


def sheen(centre: Point, radius: float) -> str:
    """The half of a disc that the light from above falls on."""
    (left, top), (right, bottom), r = polar(centre, radius, 0.64), polar(centre, radius, 0.14), number(radius)
    return f"M{number(left)} {number(top)}A{r} {r} 0 0 1 {number(right)} {number(bottom)}Z"


def beads(centre: Point, radius: float, count: int, size: float) -> str:
    """Small discs on a circle: the pearl border of a seal."""
    return "".join(circle(polar(centre, radius, bead / count), size) for bead in range(count))


def stitches(path: str, length: float, gap: float, width: float) -> str:
    """Dashes along a closed path, as a thread would run: each a slim rectangle."""
    points = flatten(path)[0]
    around = [*points, points[0]]
    total = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(around))
    count = max(8, round(total / (length + gap)))
    step, dash = total / count, total / count * length / (length + gap)
    return "".join(_stitch(around, index * step, dash, width) for index in range(count))


@dataclass(frozen=True)
class Banner:
    """Paths of a ribbon across: its ends behind, the shadow in the folds, the rim and the face in front."""

    ends: str
    folds: str
    rim: str
    face: str
    middle: Point


def banner(centre: Point, half_width: float, half_height: float) -> Banner:
    """A gently bowed ribbon across the medal, its middle hanging a little lower than its ends."""
    (x, y), w, h = centre, half_width, half_height
    drop, end, fold, bow = h * 0.62, w * 1.22, w * 0.84, h * 0.42
    ends = folds = ""
    for side in (-1, 1):
        near, far = x + side * fold, x + side * end
        notch = (x + side * (end - h * 0.7), y - drop)
        ends += polygon(
            [(near, y - h - drop), (far, y - h - drop), notch, (far, y + h - drop), (near, y + h)]
        )
        folds += polygon([(x + side * w, y - h), (near, y - h + bow * 0.3), (near, y - h - drop)])
    return Banner(ends, folds, _bow(x, y, w, h, bow), _bow(x, y, w - 5, h - 5, bow), (x, y + bow))


def _bow(x: float, y: float, w: float, h: float, bow: float) -> str:
    n = number
    return (
        f"M{n(x - w)} {n(y - h)}Q{n(x)} {n(y - h + 2 * bow)} {n(x + w)} {n(y - h)}"
        f"V{n(y + h)}Q{n(x)} {n(y + h + 2 * bow)} {n(x - w)} {n(y + h)}Z"
    )


def tails(centre: Point, length: float, width: float, *, share: float = 1.0) -> str:
    """Two ends of ribbon that hang from behind the medal, each with a notch.

    ``share`` is how much of the ribbon's width is painted, around its middle: stripes are drawn one over the
    other.
    """
    paths = []
    for side in (-1, 1):
        start = (centre[0] + side * width * 0.42, centre[1])
        foot = (start[0] + side * length * 0.34, start[1] + length)
        along = _unit((foot[0] - start[0], foot[1] - start[1]))
        half = (along[1] * width * share / 2, -along[0] * width * share / 2)
        middle = (foot[0] - along[0] * width * 0.34, foot[1] - along[1] * width * 0.34)
        corner = (middle[0] + (foot[0] - middle[0]) * share, middle[1] + (foot[1] - middle[1]) * share)
        paths.append(
            polygon(
                [
                    (start[0] - half[0], start[1] - half[1]),
                    (start[0] + half[0], start[1] + half[1]),
                    (corner[0] + half[0], corner[1] + half[1]),
                    middle,
                    (corner[0] - half[0], corner[1] - half[1]),
                ]
            )
        )
    return "".join(paths)


def inset(path: str, distance: float) -> str:
    """The closed path moved inwards by the same distance everywhere, as a seam follows an edge."""
    points = [
        point
        for point, after in _pairs(flatten(path)[0])
        if hypot(after[0] - point[0], after[1] - point[1]) > 0.5
    ]
    moved = []
    for index, point in enumerate(points):
        into = _unit((point[0] - points[index - 1][0], point[1] - points[index - 1][1]))
        after = points[(index + 1) % len(points)]
        out = _unit((after[0] - point[0], after[1] - point[1]))
        bend = max(0.5, 1 + into[0] * out[0] + into[1] * out[1])
        moved.append(
            (
                point[0] - (into[1] + out[1]) / bend * distance,
                point[1] + (into[0] + out[0]) / bend * distance,
            )
        )
    return polygon(moved)


def kind_mark(centre: Point, size: float, count: int, gap: float) -> str:
    """One four-pointed spark for a digital badge, three for a microcredential: a sign that needs no words."""
    sparks = []
    for index in range(count):
        x, y = centre[0] + (index - (count - 1) / 2) * gap, centre[1]
        s = size * (1 if count == 1 or index == count // 2 else 0.8)
        n, q = number, s * 0.16
        sparks.append(
            f"M{n(x)} {n(y - s)}Q{n(x + q)} {n(y - q)} {n(x + s)} {n(y)}"
            f"Q{n(x + q)} {n(y + q)} {n(x)} {n(y + s)}Q{n(x - q)} {n(y + q)} {n(x - s)} {n(y)}"
            f"Q{n(x - q)} {n(y - q)} {n(x)} {n(y - s)}Z"
        )
    return "".join(sparks)


def _pairs(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    return zip(points, [*points[1:], points[0]], strict=True)


def _unit(vector: Point) -> Point:
    length = hypot(*vector)
    return vector[0] / length, vector[1] / length


def _stitch(around: Sequence[Point], start: float, dash: float, width: float) -> str:
    a, b = _along(around, start), _along(around, start + dash)
    across = _unit((b[1] - a[1], a[0] - b[0]))
    side = (across[0] * width / 2, across[1] * width / 2)
    return polygon(
        [
            (a[0] - side[0], a[1] - side[1]),
            (b[0] - side[0], b[1] - side[1]),
            (b[0] + side[0], b[1] + side[1]),
            (a[0] + side[0], a[1] + side[1]),
        ]
    )


def _along(around: Sequence[Point], distance: float) -> Point:
    for a, b in pairwise(around):
        length = hypot(b[0] - a[0], b[1] - a[1])
        if length and distance <= length:
            part = distance / length
            return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
        distance -= length
    return around[-1]

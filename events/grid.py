"""Squares of the map: every point lies in one square of each zoom, whose points are one range of numbers.

The squares are the tiles of Web Mercator, the scheme of every map on the web: at zoom z the world is 2^z × 2^z of them.
A *cell* is the number of a square at the finest zoom, its x and y interleaved bit by bit (Morton's order), so that
all points of a coarser square have neighbouring cells: one index over cells answers boxes and clusters alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

FINEST = 20
"""Zoom of a cell; its square is about 24 m wide in Poland, finer than any place is known."""
EDGE = math.degrees(math.atan(math.sinh(math.pi)))
"""Latitude where Web Mercator ends: 85.05°."""


@dataclass(frozen=True)
class Bounds:
    """A box in degrees of WGS 84, `west` ≤ `east` and `south` ≤ `north`; it never crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


@dataclass(frozen=True)
class Square:
    """One tile of the map: column `x` from the west, row `y` from the north."""

    zoom: int
    x: int
    y: int


def cell_of(lat: float, lon: float) -> int:
    """The cell a point lies in, 0 ≤ cell < 4^FINEST. Latitudes beyond EDGE count as EDGE.

    Raises ValueError for what is no point on the globe.
    """
    square = square_at(lat, lon, FINEST)
    return _spread(square.x) | _spread(square.y) << 1


def square_at(lat: float, lon: float, zoom: int) -> Square:
    """The square of `zoom` a point lies in. Raises ValueError for what is no point on the globe."""
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("A point has a latitude of at most 90° and a longitude of at most 180°.")
    side = 1 << zoom
    lat = math.radians(max(-EDGE, min(EDGE, lat)))
    x = int((lon + 180) / 360 * side)
    y = int((1 - math.asinh(math.tan(lat)) / math.pi) / 2 * side)
    return Square(zoom, min(max(x, 0), side - 1), min(max(y, 0), side - 1))


def square_of(cell: int, zoom: int) -> Square:
    """The square of `zoom` that holds a cell."""
    cell >>= 2 * (FINEST - zoom)
    return Square(zoom, _gather(cell), _gather(cell >> 1))


def cells_of(square: Square) -> range:
    """The cells in a square; they are neighbours, so a range says them all."""
    shift = 2 * (FINEST - square.zoom)
    number = _spread(square.x) | _spread(square.y) << 1
    return range(number << shift, (number + 1) << shift)


def bounds_of(square: Square) -> Bounds:
    """The box of a square."""
    side = 1 << square.zoom
    return Bounds(
        square.x / side * 360 - 180,
        _latitude(1 - 2 * (square.y + 1) / side),
        (square.x + 1) / side * 360 - 180,
        _latitude(1 - 2 * square.y / side),
    )


def covering(bounds: Bounds, at_most: int = 8) -> list[range]:
    """At most `at_most` ranges of cells, in order and apart, that hold every point of `bounds` (and some around it)."""
    zoom = FINEST
    north_west, south_east = (
        square_at(bounds.north, bounds.west, zoom),
        square_at(bounds.south, bounds.east, zoom),
    )
    left, top, right, bottom = north_west.x, north_west.y, south_east.x, south_east.y
    while (right - left + 1) * (bottom - top + 1) > at_most:
        left, top, right, bottom, zoom = left >> 1, top >> 1, right >> 1, bottom >> 1, zoom - 1
    ranges = sorted(
        (cells_of(Square(zoom, x, y)) for x in range(left, right + 1) for y in range(top, bottom + 1)),
        key=lambda cells: cells.start,
    )
    joined = [ranges[0]]
    for cells in ranges[1:]:
        if cells.start == joined[-1].stop:
            joined[-1] = range(joined[-1].start, cells.stop)
        else:
            joined.append(cells)
    return joined


def kilometres_between(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance on a sphere of 6,371 km (haversine)."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = (
        math.sin((b - a) / 2) ** 2
        + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))


def around(lat: float, lon: float, kilometres: float) -> Bounds:
    """The box that holds the circle of so many kilometres around a point."""
    up = math.degrees(kilometres / 6371)
    across = min(180.0, up / max(0.01, math.cos(math.radians(lat))))
    return Bounds(
        max(-180.0, lon - across), max(-90.0, lat - up), min(180.0, lon + across), min(90.0, lat + up)
    )


def _latitude(y: float) -> float:
    return math.degrees(math.atan(math.sinh(math.pi * y)))


def _spread(number: int) -> int:
    """The low 32 bits of a number with an empty place before each of them."""
    number &= 0xFFFFFFFF
    for shift, mask in (
        (16, 0x0000FFFF0000FFFF), (8, 0x00FF00FF00FF00FF), (4, 0x0F0F0F0F0F0F0F0F),
        (2, 0x3333333333333333), (1, 0x5555555555555555),
    ):  # fmt: skip
        number = (number | number << shift) & mask
    return number


def _gather(number: int) -> int:
    """Every second bit of a number, close together: what `_spread` did, undone."""
    number &= 0x5555555555555555
    for shift, mask in (
        (1, 0x3333333333333333), (2, 0x0F0F0F0F0F0F0F0F), (4, 0x00FF00FF00FF00FF),
        (8, 0x0000FFFF0000FFFF), (16, 0x00000000FFFFFFFF),
    ):  # fmt: skip
        number = (number | number >> shift) & mask
    return number

"""The squares of the map, for any point and any box."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.grid import (
    FINEST,
    Bounds,
    Square,
    around,
    bounds_of,
    cell_of,
    cells_of,
    covering,
    kilometres_between,
    square_at,
    square_of,
)

lats = st.floats(-84, 84)
lons = st.floats(-179.9, 179.9)
zooms = st.integers(0, FINEST)


def test_known_squares() -> None:
    # The tile of central Warsaw at zoom 10, as OpenStreetMap's slippy map numbers it.
    assert square_at(52.2298, 21.0118, 10) == Square(10, 571, 337)
    assert cell_of(85.06, -180) == 0
    assert cell_of(-90, 180) == 4**FINEST - 1
    assert cells_of(Square(0, 0, 0)) == range(4**FINEST)


@pytest.mark.parametrize("lat, lon", [(90.1, 0), (0, 180.1), (float("nan"), 0), (0, float("inf"))])
def test_what_is_no_point_has_no_cell(lat: float, lon: float) -> None:
    with pytest.raises(ValueError, match="latitude"):
        cell_of(lat, lon)


@given(lats, lons, zooms)
def test_a_cell_lies_in_the_square_of_each_zoom(lat: float, lon: float, zoom: int) -> None:
    square = square_at(lat, lon, zoom)
    assert square_of(cell_of(lat, lon), zoom) == square
    assert cell_of(lat, lon) in cells_of(square)
    box = bounds_of(square)
    assert box.south - 1e-9 <= lat <= box.north + 1e-9
    assert box.west - 1e-9 <= lon <= box.east + 1e-9


@given(lats, lons, lats, lons, st.integers(1, 12), lats, lons)
def test_a_covering_holds_the_box(a, b, c, d, at_most, lat, lon) -> None:
    box = Bounds(min(b, d), min(a, c), max(b, d), max(a, c))
    ranges = covering(box, at_most)
    assert 1 <= len(ranges) <= at_most
    assert all(one.stop < other.start for one, other in pairwise(ranges))
    inside = (min(max(lat, box.south), box.north), min(max(lon, box.west), box.east))
    assert any(cell_of(*inside) in cells for cells in ranges)


def test_a_towns_box_is_covered_closely() -> None:
    box = around(52.23, 21.01, 10)
    cells = sum(len(one) for one in covering(box))
    whole = len(cells_of(square_at(52.23, 21.01, 8)))
    assert cells <= whole / 4


def test_distances() -> None:
    assert kilometres_between(52.2298, 21.0118, 50.0614, 19.9366) == pytest.approx(252, abs=1)
    assert kilometres_between(52, 21, 52, 21) == 0


@given(st.floats(49, 55), st.floats(14, 24), st.floats(1, 200), st.floats(49, 55), st.floats(14, 24))
def test_what_is_near_is_in_the_box(lat, lon, kilometres, other_lat, other_lon) -> None:
    if kilometres_between(lat, lon, other_lat, other_lon) <= kilometres:
        assert around(lat, lon, kilometres * 1.0001).holds(other_lat, other_lon)

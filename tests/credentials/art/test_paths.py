from math import hypot, pi

import pytest

from credentials.art.paths import circle, flatten, number, polygon, rounded


def area(points) -> float:
    return (
        abs(
            sum(
                ax * by - bx * ay for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True)
            )
        )
        / 2
    )


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ("M0 0H4V3L0 3Z", ((0, 0), (4, 0), (4, 3), (0, 3))),
        ("m1,1l2,0,0,2-2,0z", ((1, 1), (3, 1), (3, 3), (1, 3))),
        ("M1.5.5h1v-.5z", ((1.5, 0.5), (2.5, 0.5), (2.5, 0.0))),
        ("M0 0L4 0 4 3", ((0, 0), (4, 0), (4, 3))),
    ],
)
def test_straight_paths_are_read_as_written(path, points) -> None:
    assert flatten(path) == (points,)


def test_path_goes_on_from_where_a_closed_part_began() -> None:
    assert flatten("M1 1h2v2zm5 0h2v2z")[1][0] == (6, 1)


@pytest.mark.parametrize("flags", ["0 1 0", "0,1,0", "0 10"])
def test_arcs_are_round(flags) -> None:
    (points,) = flatten(f"M0 50a50 50 {flags} 100 0a50 50 {flags}-100 0Z")

    assert all(abs(hypot(x - 50, y - 50) - 50) < 0.01 for x, y in points)
    assert area(points) == pytest.approx(pi * 2500, rel=0.005)


def test_large_and_small_arc_are_told_apart() -> None:
    (small,), (large,) = flatten("M0 0A50 50 0 0 1 50 50Z"), flatten("M0 0A50 50 0 1 1 50 50Z")

    assert area(small) == pytest.approx(pi * 2500 / 4 - 1250, rel=0.01)
    assert area(large) == pytest.approx(pi * 2500 * 3 / 4 + 1250, rel=0.01)


def test_curves_bend_as_bezier_says() -> None:
    (points,) = flatten("M0 0C0 100 100 100 100 0Z")
    assert area(points) == pytest.approx(6000, rel=0.005)

    (smooth,) = flatten("M0 0C0 50 50 50 50 0S100-50 100 0Z")
    assert max(y for _, y in smooth) == pytest.approx(37.5, abs=0.2)
    assert min(y for _, y in smooth) == pytest.approx(-37.5, abs=0.2)


@pytest.mark.parametrize("path", ["M1", "M0 0L1", "M0 0C1 2 3 4 5Z"])
def test_path_with_numbers_missing_is_refused(path) -> None:
    with pytest.raises(ValueError, match="bad path data"):
        flatten(path)


def test_what_is_written_is_read_back() -> None:
    assert flatten(polygon([(0, 0), (10, 0.04), (9.96, 5)])) == (((0, 0), (10, 0), (10, 5)),)
    assert area(flatten(circle((100, 100), 60))[0]) == pytest.approx(pi * 3600, rel=0.005)
    square = [(0.0, 0.0), (90.0, 0.0), (90.0, 90.0), (0.0, 90.0)]
    # Each corner loses a third of the triangle that its curve spans.
    assert area(flatten(rounded(square, 9))[0]) == pytest.approx(8100 - 4 * 13.5, rel=0.001)


@pytest.mark.parametrize(("value", "text"), [(12.5, "12.5"), (3.0, "3"), (-0.04, "0"), (-7.25, "-7.2")])
def test_numbers_are_short(value, text) -> None:
    assert number(value) == text

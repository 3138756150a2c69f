import hashlib
import json
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from credentials.art import ArtRefused, BadgeArt, png, svg
from credentials.art.choices import CLUB_SHAPES, FORMAL_SHAPES, KINDS, RIBBONS, SHAPES, SYMBOLS
from credentials.art.palettes import PALETTES
from credentials.art.paths import flatten

GOLDEN = Path(__file__).parent / "golden"
ROSETTE = BadgeArt("rosette", "kotylion", "users-four", "tails", "microcredential")
SAMPLES = [
    ROSETTE,
    *(BadgeArt(shape, "indigo", "scales", "band") for shape in FORMAL_SHAPES),
    *(BadgeArt(shape, "mint", "heart", "none", "club_badge") for shape in CLUB_SHAPES),
]


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def inside(polygons, x: float, y: float) -> bool:
    """The even-odd rule, by counting the edges right of the point."""
    crossings = 0
    for points in polygons:
        for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossings += 1
    return crossings % 2 == 1


def colour_at(drawing: str, x: float, y: float) -> tuple[float, float, float, float]:
    """What a renderer shows at a point, from the SVG's own text: fill, opacity and transform of every path."""
    red = green = blue = alpha = 0.0
    for path in ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}path"):
        px, py = x, y
        if transform := path.get("transform"):
            left, top = (float(part) for part in transform[len("translate(") : transform.index(")")].split())
            scale = float(transform[transform.index("scale(") + 6 : -1])
            px, py = (x - left) / scale, (y - top) / scale
        if inside(flatten(path.attrib["d"]), px, py):
            fill, opacity = path.attrib["fill"], float(path.get("opacity", "1"))
            over = [int(fill[start : start + 2], 16) for start in (1, 3, 5)]
            red, green, blue = (a + (b - a) * opacity for a, b in zip((red, green, blue), over, strict=True))
            alpha = alpha + (1 - alpha) * opacity
    return red, green, blue, alpha * 255


@pytest.mark.parametrize("art", SAMPLES, ids=lambda art: art.shape)
def test_png_shows_what_the_svg_says(art) -> None:
    size, drawing = 128, svg(art, title="Rozeta")
    picture = Image.open(BytesIO(png(art, size)))
    flat = [
        (x, y)
        for x in range(6, size - 6, 7)
        for y in range(6, size - 6, 7)
        # A pixel on an edge is a blend of both sides; the points compared lie within one colour.
        if len({picture.getpixel((x + dx, y + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}) == 1
    ]
    assert len(flat) > 90
    for x, y in flat:
        shown, said = picture.getpixel((x, y)), colour_at(drawing, (x + 0.5) * 4, (y + 0.5) * 4)
        assert shown[3] == said[3]
        if shown[3]:
            assert shown[:3] == pytest.approx(said[:3], abs=2.5)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_no_palette_is_unreadable(palette) -> None:
    assert contrast(palette.ink, palette.field) >= 4.5
    assert contrast(palette.edge, palette.paper) >= 4.5
    # A medal stands out from the ground it is shown on: light pages and dark ones (WCAG 2.2, 1.4.11).
    assert max(contrast(palette.edge, "#f6f6fc"), contrast(palette.rim, "#f6f6fc")) >= 3
    assert max(contrast(palette.shine, "#14142b"), contrast(palette.paper, "#14142b")) >= 3


def test_drawings_are_the_golden_ones() -> None:
    drawn = {art.key: hashlib.sha256(svg(art, title="").encode()).hexdigest() for art in SAMPLES}

    assert drawn == json.loads((GOLDEN / "drawings.json").read_text("utf-8"))
    assert svg(ROSETTE, title="Zespołowy projekt") == (GOLDEN / "rosette.svg").read_text("utf-8").rstrip("\n")


def test_bytes_are_the_same_every_time() -> None:
    first = png(ROSETTE, 64)
    png.cache_clear()

    assert png(ROSETTE, 64) == first
    assert Image.open(BytesIO(first)).size == (64, 64)


def test_drawing_is_small() -> None:
    assert max(len(svg(art, title="")) for art in SAMPLES) < 6_500
    assert len(png(ROSETTE, 256)) < 30_000


def test_title_is_text_and_never_markup() -> None:
    drawing = svg(ROSETTE, title="</title><script>alert(1)</script>")

    assert "<script" not in drawing
    assert ElementTree.fromstring(drawing)[0].text == "</title><script>alert(1)</script>"


def test_badge_not_earned_yet_is_a_quiet_outline() -> None:
    drawing = svg(ROSETTE, title="", outlined=True)

    assert drawing != svg(ROSETTE, title="")
    assert drawing.count("<path") == 4
    assert PALETTES["kotylion"].edge not in drawing


def test_kinds_are_told_apart_without_words() -> None:
    formal = {
        kind: svg(BadgeArt("circle", "navy", "star", "band", kind), title="")
        for kind in ("digital_badge", "microcredential")
    }

    assert formal["digital_badge"] != formal["microcredential"]
    assert not FORMAL_SHAPES.keys() & CLUB_SHAPES.keys()
    with pytest.raises(ArtRefused, match="no such shape for a club_badge: 'circle'"):
        BadgeArt("circle", "navy", "star", "none", "club_badge")
    with pytest.raises(ArtRefused, match="no such shape for a digital_badge: 'tag'"):
        BadgeArt("tag", "navy", "star")
    with pytest.raises(ArtRefused, match="no such ribbon for a club_badge: 'band'"):
        BadgeArt("tag", "navy", "star", "band", "club_badge")


@given(
    st.sampled_from(list(SHAPES)),
    st.sampled_from(list(PALETTES)),
    st.sampled_from(list(SYMBOLS)),
    st.sampled_from(list(RIBBONS)),
    st.sampled_from(KINDS),
)
def test_every_allowed_combination_has_a_key_that_leads_back(shape, palette, symbol, ribbon, kind) -> None:
    parameters = {"shape": shape, "palette": palette, "symbol": symbol, "ribbon": ribbon}
    try:
        art = BadgeArt.from_parameters(parameters, kind)
    except ArtRefused:
        assert (shape in CLUB_SHAPES) != (kind == "club_badge") or ribbon != "none"
        return
    assert BadgeArt.from_key(art.key) == art
    assert ElementTree.fromstring(svg(art, title="x")) is not None


@pytest.mark.parametrize(
    "key",
    [
        "",
        "1",
        "2.digital_badge.circle.navy.star.none",
        "1.digital_badge.circle.navy.../../etc.none",
        "1." * 6,
    ],
)
def test_key_of_no_picture_is_refused(key) -> None:
    with pytest.raises(ArtRefused):
        BadgeArt.from_key(key)


@pytest.mark.parametrize("parameters", [{}, {"shape": "circle"}, {"shape": 1}, {"colour": "red"}])
def test_parameters_that_are_not_art_are_refused(parameters) -> None:
    with pytest.raises(ArtRefused):
        BadgeArt.from_parameters(parameters, "digital_badge")


@pytest.mark.parametrize("size", [0, 15, 1025])
def test_size_is_bounded(size) -> None:
    with pytest.raises(ValueError, match="16 to 1024"):
        png(ROSETTE, size)


@pytest.mark.parametrize(
    "choices", [SHAPES, PALETTES, SYMBOLS, RIBBONS], ids=["shape", "palette", "symbol", "ribbon"]
)
def test_every_choice_has_a_label_of_its_own_in_three_languages(choices) -> None:
    for language in ("pl", "en", "uk"):
        labels = [choice.label[language] for choice in choices.values()]
        assert all(labels)
        assert len(set(labels)) == len(labels)

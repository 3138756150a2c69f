"""A badge as layers of filled paths, drawn from its parameters alone. The same for every format and every
size.
"""

from dataclasses import dataclass
from functools import lru_cache

from .badge_art import BadgeArt
from .choices import SYMBOLS
from .club_patch import club_patch, heart
from .ornaments import banner, beads, facets, inset, kind_mark, lit_folds, sheen, stitches, tails
from .palettes import PALETTES, Palette
from .paths import Point, circle, polygon
from .shapes import PLEATS, RAYS, SCALLOPS, body, outline, regular, ring_points

CANVAS = 512


@dataclass(frozen=True)
class Layer:
    """One filled path (even-odd). ``at`` moves and scales it: x, y, factor. ``opacity`` is 0 … 1."""

    path: str
    fill: str
    opacity: float = 1.0
    at: tuple[float, float, float] | None = None


@lru_cache(maxsize=512)
def layers(art: BadgeArt, *, outlined: bool = False) -> tuple[Layer, ...]:
    """The layers from back to front, on a canvas of 512 × 512.

    ``outlined`` draws what is not earned yet: the same shape and symbol as a quiet line on a pale ground.
    """
    palette = PALETTES[art.palette]
    centre, radius = _place(art)
    if outlined:
        return _outlined(art, palette, centre, radius)
    if art.kind == "club_badge":
        return _club(art, palette, centre, radius)
    field = radius * (0.64 if art.shape == "rosette" else 0.7)
    drawn = [
        *(_tails(palette, centre, radius) if art.ribbon == "tails" else ()),
        *_rim(art.shape, palette, centre, radius),
        *_field(art, palette, centre, field),
        _formal_symbol(art, palette.ink, centre, field),
        *(_banner(art, palette, centre, radius) if art.ribbon == "band" else ()),
    ]
    return tuple(drawn)


def _place(art: BadgeArt) -> tuple[Point, float]:
    """Where the medal sits, so that it and its ribbon fill the canvas."""
    if art.ribbon == "tails":
        return (256, 206), 194
    if art.ribbon == "band":
        return (256, 240), 222
    return (256, 256), 236


def _rim(shape: str, palette: Palette, centre: Point, radius: float) -> list[Layer]:
    if shape == "rosette":
        return [
            Layer(outline(shape, centre, radius), palette.rim),
            Layer(lit_folds(centre, radius, radius * 0.5, PLEATS), palette.edge, 0.55),
            Layer(polygon(ring_points(centre, radius * 0.82, radius * 0.77, PLEATS)), palette.shine),
            Layer(lit_folds(centre, radius * 0.82, radius * 0.4, PLEATS), palette.edge, 0.16),
            Layer(circle(centre, radius * 0.675), palette.edge),
        ]
    inside, inner = radius * 0.955, _inner(shape)
    return [
        Layer(outline(shape, centre, radius), palette.edge),
        Layer(outline(shape, centre, inside), palette.rim),
        Layer(_light(shape, centre, inside), "#ffffff", 0.16),
        Layer(outline(inner, centre, radius * 0.765), palette.shine),
        Layer(outline(inner, centre, radius * 0.735), palette.edge),
    ]


def _inner(shape: str) -> str:
    """The shape of the field: points and scallops stay outside, a shield or a polygon is followed."""
    return shape if shape in {"hexagon", "octagon", "shield"} else "circle"


def _light(shape: str, centre: Point, radius: float) -> str:
    """Where the rim catches the light: cut facets, the reeds of a coin, pearls, or a whole raised band."""
    if shape == "scallop":
        return beads(centre, radius * 0.9, SCALLOPS, radius * 0.05)
    if shape == "shield":
        return outline(shape, centre, radius * 0.86)
    corners = {
        "hexagon": lambda: regular(centre, radius, 6),
        "octagon": lambda: regular(centre, radius * 0.985, 8, flat_top=True),
        "star": lambda: ring_points(centre, radius * 1.03, radius * 0.84, 8),
        "sunburst": lambda: ring_points(centre, radius * 1.02, radius * 0.88, RAYS),
        "circle": lambda: regular(centre, radius * 0.985, 72),
    }
    return facets(centre, corners[shape]())


def _field(art: BadgeArt, palette: Palette, centre: Point, field: float) -> list[Layer]:
    """The ground under the symbol. A microcredential carries the double border of a seal, with pearls."""
    inner = _inner(art.shape)
    drawn = [
        Layer(outline(inner, centre, field), palette.field),
        Layer(sheen(centre, field * 0.9), "#ffffff", 0.06),
    ]
    if art.kind == "microcredential":
        return [
            *drawn,
            Layer(beads(centre, field * 0.885, 36, field * 0.028), palette.ink, 0.85),
            Layer(_ring(inner, centre, field * 0.8, field * 0.022), palette.ink, 0.85),
        ]
    return [*drawn, Layer(_ring(inner, centre, field * 0.9, field * 0.018), palette.ink, 0.4)]


def _ring(shape: str, centre: Point, radius: float, width: float) -> str:
    return outline(shape, centre, radius) + outline(shape, centre, radius - width)


def _symbol(art: BadgeArt, ink: str, centre: Point, size: float, opacity: float = 1.0) -> Layer:
    """The symbol in a square of this size around the centre."""
    scale = size / 256
    return Layer(SYMBOLS[art.symbol].path, ink, opacity, (centre[0] - size / 2, centre[1] - size / 2, scale))


def _formal_symbol(art: BadgeArt, ink: str, centre: Point, field: float) -> Layer:
    size = field * (1.1 if art.kind == "microcredential" else 1.3)
    if art.ribbon == "band":
        return _symbol(art, ink, (centre[0], centre[1] - field * 0.2), size * 0.95)
    lift = field * 0.05 if art.shape == "shield" else 0.0
    return _symbol(art, ink, (centre[0], centre[1] - lift), size)


def _tails(palette: Palette, centre: Point, radius: float) -> list[Layer]:
    start = (centre[0], centre[1] + radius * 0.3)
    length, width = 496 - start[1], radius * 0.52
    stripes = ((1.0, palette.edge), (0.66, palette.rim), (0.26, palette.paper))
    return [Layer(tails(start, length, width, share=share), colour) for share, colour in stripes]


def _banner(art: BadgeArt, palette: Palette, centre: Point, radius: float) -> list[Layer]:
    ribbon = banner((centre[0], centre[1] + radius * 0.56), radius * 0.88, radius * 0.155)
    count = 3 if art.kind == "microcredential" else 1
    return [
        Layer(ribbon.ends, palette.rim),
        Layer(ribbon.ends, palette.edge, 0.25),
        Layer(ribbon.folds, palette.edge),
        Layer(ribbon.rim, palette.edge),
        Layer(ribbon.face, palette.paper),
        Layer(kind_mark(ribbon.middle, radius * 0.1, count, radius * 0.27), palette.edge),
    ]


def _club(art: BadgeArt, palette: Palette, centre: Point, radius: float) -> tuple[Layer, ...]:
    """A patch with a seam: no rim of metal, no ring, no seal."""
    patch = club_patch(art.shape, centre, radius)
    under, over = (
        [Layer(part.path, getattr(palette, part.colour), part.opacity) for part in parts]
        for parts in (patch.parts, patch.over)
    )
    return (*under, Layer(SYMBOLS[art.symbol].path, palette.ink, at=patch.symbol_at), *over)


def _outlined(art: BadgeArt, palette: Palette, centre: Point, radius: float) -> tuple[Layer, ...]:
    """A pale ground, a dashed line and the symbol: what is still to be earned."""
    edge, colour = outline(art.shape, centre, radius), palette.rim
    if art.kind == "club_badge":
        seam, size = inset(body(art.shape, centre, radius), 20), radius * 0.95
    else:
        seam, size = outline(_inner(art.shape), centre, radius * 0.8), radius * 0.86
    return (
        Layer(edge, "#ffffff"),
        Layer(edge, colour, 0.16),
        Layer(stitches(seam, 17, 12, 6), colour, 0.85),
        _symbol(art, colour, heart(art.shape, centre, radius), size, 0.8),
    )

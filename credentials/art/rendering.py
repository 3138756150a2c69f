"""The layers as SVG text and as PNG bytes. Both are the same for the same parameters, byte for byte."""

from functools import lru_cache
from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image, ImageChops, ImageDraw

from .badge_art import BadgeArt
from .drawing import CANVAS, Layer, layers
from .paths import Point, flatten, number

#: Pixels are drawn at this many times the size and averaged.
OVERSAMPLING = 4
MAX_SIZE = 1024


@lru_cache(maxsize=1024)
def svg(art: BadgeArt, *, title: str, outlined: bool = False) -> str:
    """The badge as an SVG document with an accessible name. ``title`` is plain text; it is escaped here."""
    drawn = "".join(_path(layer) for layer in layers(art, outlined=outlined))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {CANVAS} {CANVAS}" role="img">'
        f'<title>{escape(title)}</title><g fill-rule="evenodd">{drawn}</g></svg>'
    )


@lru_cache(maxsize=256)
def png(art: BadgeArt, size: int, *, outlined: bool = False) -> bytes:
    """The badge as a PNG of ``size`` × ``size`` pixels with a transparent ground, 16 … 1024. Takes tens of
    milliseconds.
    """
    if not 16 <= size <= MAX_SIZE:
        raise ValueError("a badge has 16 to 1024 pixels")
    big = size * OVERSAMPLING
    picture = Image.new("RGBA", (big, big), (255, 255, 255, 0))
    for layer in layers(art, outlined=outlined):
        _paint(picture, layer, big / CANVAS)
    out = BytesIO()
    picture.reduce(OVERSAMPLING).save(out, "PNG", compress_level=9)
    return out.getvalue()


def _path(layer: Layer) -> str:
    opacity = f' opacity="{layer.opacity:g}"' if layer.opacity != 1 else ""
    place = ""
    if layer.at:
        x, y, scale = layer.at
        place = f' transform="translate({number(x)} {number(y)})scale({scale:.3f})"'
    return f'<path fill="{layer.fill}"{opacity}{place} d="{layer.path}"/>'


@lru_cache(maxsize=512)
def _polygons(path: str) -> tuple[tuple[Point, ...], ...]:
    return flatten(path)


def _paint(picture: Image.Image, layer: Layer, factor: float) -> None:
    x, y, scale = layer.at or (0.0, 0.0, 1.0)
    shapes = [
        [((px * scale + x) * factor, (py * scale + y) * factor) for px, py in shape]
        for shape in _polygons(layer.path)
    ]
    points = [point for shape in shapes for point in shape]
    left, top = (max(0, int(min(axis)) - 1) for axis in zip(*points, strict=True))
    right, bottom = (min(picture.width, int(max(axis)) + 2) for axis in zip(*points, strict=True))
    mask = _mask(
        [[(px - left, py - top) for px, py in shape] for shape in shapes], (right - left, bottom - top)
    )
    if layer.opacity != 1:
        mask = mask.point([round(value * layer.opacity) for value in range(256)])
    picture.paste(layer.fill, (left, top, right, bottom), mask)


def _mask(shapes: list[list[Point]], size: tuple[int, int]) -> Image.Image:
    """Where the even-odd rule fills: the shapes one over the other, exclusive."""
    mask = Image.new("L", size)
    for shape in shapes:
        xs, ys = [int(x) for x, _ in shape], [int(y) for _, y in shape]
        box = (max(0, min(xs) - 1), max(0, min(ys) - 1), min(size[0], max(xs) + 2), min(size[1], max(ys) + 2))
        part = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        ImageDraw.Draw(part).polygon([(x - box[0], y - box[1]) for x, y in shape], fill=255)
        mask.paste(ImageChops.difference(mask.crop(box), part), box)
    return mask

"""Drawing the picture that a messenger shows beside a link (Open Graph, 1200×630 pixels). Pillow, no Django."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
EMBLEM = 272
GROUND, INK, QUIET, RED, WHITE = "#221c72", "#ffffff", "#d8d4ff", "#e5273f", "#ffffff"
# The front's own fonts, cut by the build into faces for groups of letters.
FOLDER = Path(__file__).resolve().parent.parent / "frontend" / "dist" / "static" / "doorways"
POLISH = frozenset("ĄąĆćĘęŁłŃńŚśŹźŻż")
Face = ImageFont.FreeTypeFont | ImageFont.ImageFont


@dataclass(frozen=True)
class Words:
    """Everything that stands on the picture; `stamp` says that it is a sample or called off, `portal` where it is."""

    title: str
    when: str
    where: str
    organiser: str
    stamp: str
    portal: str


def draw(words: Words, emblem: bytes = b"") -> bytes:
    """The picture as PNG. Long words are cut with an ellipsis; nothing leaves the frame.

    `emblem` is a square PNG with a transparent ground, of 272 pixels or more: it stands in the corner instead of the
    rosette.
    """
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    canvas = ImageDraw.Draw(image)
    room = WIDTH - 2 * MARGIN - (EMBLEM + 40 if emblem else 170)
    if emblem:
        with Image.open(BytesIO(emblem), formats=["PNG"]) as badge:
            medal = badge.convert("RGBA").resize((EMBLEM, EMBLEM), Image.Resampling.LANCZOS)
            image.paste(medal, (WIDTH - MARGIN - EMBLEM, MARGIN // 2), medal)
    else:
        _rosette(canvas)
    y = MARGIN
    if words.stamp:
        _stamp(canvas, words.stamp, y)
    y += 66
    size, lines = _fitted(words.title, room)
    for line in lines:
        _write(canvas, (MARGIN, y), line, size, 750, INK)
        y += round(size * 1.16)
    y = max(y + 28, 330)
    for line in _wrapped(words.when, 40, 600, WIDTH - 2 * MARGIN)[:2]:
        _write(canvas, (MARGIN, y), line, 40, 600, INK)
        y += 50
    if words.where:
        _write(canvas, (MARGIN, y + 6), _cut(words.where, 36, 450, WIDTH - 2 * MARGIN), 36, 450, QUIET)
    portal = _cut(words.portal, 34, 750, WIDTH / 2)
    wide = _width(portal, 34, 750)
    foot = _cut(words.organiser, 30, 450, WIDTH - 2 * MARGIN - wide - 60)
    _write(canvas, (MARGIN, HEIGHT - MARGIN - 34), foot, 30, 450, QUIET)
    _write(canvas, (WIDTH - MARGIN - wide, HEIGHT - MARGIN - 38), portal, 34, 750, INK)
    out = BytesIO()
    image.quantize(128).save(out, "PNG", optimize=True)
    return out.getvalue()


def _rosette(canvas: ImageDraw.ImageDraw) -> None:
    """The white and red cockade, pinned to the upper corner; ribbons below it."""
    x, y = WIDTH - 150, 150
    for shift, colour in ((-34, WHITE), (34, RED)):
        canvas.polygon(
            [(x + shift - 24, y), (x + shift + 24, y), (x + shift * 2 + 26, y + 150), (x + shift * 2, y + 124),
             (x + shift * 2 - 26, y + 150)], fill=colour,
        )  # fmt: skip
    for radius, colour in ((92, RED), (66, WHITE), (34, RED)):
        canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def _stamp(canvas: ImageDraw.ImageDraw, text: str, y: int) -> None:
    wide = _width(text, 30, 700) + 40
    canvas.rounded_rectangle((MARGIN, y - 8, MARGIN + wide, y + 42), 12, fill=RED)
    _write(canvas, (MARGIN + 20, y - 1), text, 30, 700, WHITE)


def _fitted(title: str, room: float) -> tuple[int, list[str]]:
    """The largest letters in which the title takes at most three lines."""
    for size in (84, 72, 62, 54):
        lines = _wrapped(title, size, 750, room)
        if len(lines) * size * 1.16 <= 250 and len(lines) <= 3:
            return size, lines
    lines = _wrapped(title, 54, 750, room)
    return 54, [*lines[:3], _cut(lines[3] + " " + "…", 54, 750, room)] if len(lines) > 4 else lines[:4]


def _wrapped(text: str, size: int, weight: int, room: float) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        tried = f"{line} {word}".strip()
        if line and _width(tried, size, weight) > room:
            lines.append(line)
            line = word
        else:
            line = tried
    return [_cut(one, size, weight, room) for one in (*lines, line)]


def _cut(text: str, size: int, weight: int, room: float) -> str:
    while text and _width(text, size, weight) > room:
        text = text[:-2].rstrip() + "…" if len(text) > 2 else ""
    return text


def _write(
    canvas: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, weight: int, colour: str
) -> None:
    x, y = at
    for face, run in _runs(text, size, weight):
        canvas.text((x, y + size), run, font=face, fill=colour, anchor="ls")
        x += face.getlength(run)


def _width(text: str, size: int, weight: int) -> float:
    return sum(face.getlength(run) for face, run in _runs(text, size, weight))


def _runs(text: str, size: int, weight: int) -> Iterator[tuple[Face, str]]:
    """The text in pieces that one face can draw."""
    for name, letters in groupby(text, _face_for):
        yield _face(name, size, weight), "".join(letters)


def _face_for(letter: str) -> str:
    if letter in POLISH:
        return "polish"
    if "\u0400" <= letter <= "\u052f" or letter == "№":
        return "ukrainian"
    return "more-latin" if "\u0100" <= letter <= "\u017f" else "latin"


@lru_cache(maxsize=64)
def _face(name: str, size: int, weight: int) -> Face:
    """A face of the build; where the front has not been built, the one that Pillow brings."""
    file = next(iter(sorted(FOLDER.glob(f"onest-{name}-*.woff2"))), None)
    if file is None:
        return ImageFont.load_default(size)
    face = ImageFont.truetype(str(file), size)
    face.set_variation_by_axes([weight])
    return face

"""The operator's mark as the pictures that pages, phones and search engines ask for."""

from __future__ import annotations

import hashlib
import os
from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image

from cms.look.shown import MARK_SIZES
from credentials.files.photos import clean_photo
from credentials.files.recognising import recognise
from credentials.files.refused import FileRefused

HEADER, WIDEST = 64, 320
# Phones put an icon on any ground; this one has the ground of the mark on paper.
_ON_WHITE = 180


def keep_mark(content: bytes) -> tuple[str, int]:
    """Draw and keep the pictures; answers their digest and the width of the mark at 32 px of height.

    Raises FileRefused FILE_TYPE, FILE_TOO_LARGE, FILE_BROKEN or FILE_EMPTY.
    """
    limits = settings.KOTYLION_LIMITS
    if len(content) > limits["image_bytes"]:
        raise FileRefused("FILE_TOO_LARGE")
    found = recognise(content)
    if found.kind != "photo":
        raise FileRefused("FILE_TYPE")
    clean = clean_photo(content, found.content_type, most_pixels=limits["image_pixels"])
    with Image.open(BytesIO(clean.content), formats=("PNG", "JPEG")) as opened:
        picture = opened.convert("RGBA")
    digest = hashlib.sha256(clean.content).hexdigest()[:16]
    header = picture.copy()
    header.thumbnail((WIDEST, HEADER), Image.Resampling.LANCZOS)
    for size in MARK_SIZES:
        drawn = header if size == HEADER else _square(picture, size)
        _keep(mark_file(digest, size), drawn)
    return digest, max(1, round(header.width * 32 / header.height))


def mark_file(digest: str, size: int) -> Path:
    return Path(settings.MEDIA_ROOT) / "look" / f"{digest}-{size}.png"


def _square(picture: Image.Image, size: int) -> Image.Image:
    """The whole mark in the middle of a square, with a little room around it."""
    square = Image.new("RGBA", (size, size), "white" if size == _ON_WHITE else (255, 255, 255, 0))
    fitted = picture.copy()
    room = round(size * 0.88)
    scale = min(room / fitted.width, room / fitted.height)
    fitted = fitted.resize((max(1, round(fitted.width * scale)), max(1, round(fitted.height * scale))))
    square.alpha_composite(fitted, ((size - fitted.width) // 2, (size - fitted.height) // 2))
    return square


def _keep(path: Path, picture: Image.Image) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    picture.save(draft, "PNG", optimize=True)
    draft.replace(path)

"""Pictures are drawn once, as work for later, and kept on disk under a name that never means another picture."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings

from credentials.art.badge_art import BadgeArt
from credentials.art.drawn_elsewhere import resized, wrapped
from credentials.art.rendering import png, svg
from credentials.models import AchievementVersion
from credentials.pictures import SIZES, Art, art_of
from credentials.services.picturing import stored_picture


def picture_file(art: Art, size: int) -> Path:
    return Path(settings.MEDIA_ROOT) / "badges" / f"{art.key}@{size}.png"


def picture(art: Art, size: int) -> bytes:
    """The PNG from disk; drawn now only if nobody has drawn it yet. Raises ArtRefused for a file that is not there."""
    path = picture_file(art, size)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return _draw(art, size, path)


def drawing(art: Art, *, title: str, outlined: bool = False) -> str:
    """The picture as SVG text with an accessible name. Raises ArtRefused for a file that is not there."""
    if isinstance(art, BadgeArt):
        return svg(art, title=title, outlined=outlined)
    return wrapped(stored_picture(art), title=title, outlined=outlined)


def draw_pictures_of(version: AchievementVersion) -> None:
    """Have every size of a version's picture ready."""
    art = art_of(version.achievement.kind, version.art)
    for size in SIZES:
        picture(art, size)


def _draw(art: Art, size: int, path: Path) -> bytes:
    drawn = png(art, size) if isinstance(art, BadgeArt) else resized(stored_picture(art), size)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Whole or not at all: another process may be drawing the same.
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(drawn)
    draft.replace(path)
    return drawn

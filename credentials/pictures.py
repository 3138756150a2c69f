"""Where the picture of a badge is served. The address says all there is to know and lasts for ever."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from credentials.addresses import public
from credentials.art.badge_art import BadgeArt
from credentials.art.drawn_elsewhere import PREFIX, DrawnElsewhere
from credentials.open_badges.facts import Kind

Art = BadgeArt | DrawnElsewhere

# Pixels: a list, a page, a document.
SIZES = (96, 192, 512)
IN_DOCUMENTS = 512


def art_of(kind: str, parameters: Mapping[str, Any]) -> Art:
    """The art of an achievement version. Raises ArtRefused (a ValueError) for parameters nobody may draw."""
    if "picture" in parameters:
        return DrawnElsewhere.from_parameters(parameters, kind)
    return BadgeArt.from_parameters(dict(parameters), cast(Kind, kind))


def art_of_key(key: str) -> Art:
    """The art whose key stands in an address. Raises ArtRefused."""
    return DrawnElsewhere.from_key(key) if key.startswith(PREFIX) else BadgeArt.from_key(key)


def svg_path(kind: str, parameters: Mapping[str, Any], *, outlined: bool = False) -> str:
    """The path of the drawing; `outlined` is the badge that is not earned yet."""
    return f"/media/badges/{art_of(kind, parameters).key}{'.outline' if outlined else ''}.svg"


def drawing_path(kind: str, parameters: Mapping[str, Any]) -> str:
    """The path under which whoever designs a badge sees it drawn before it is published."""
    return f"/achievements/drawings/{art_of(kind, parameters).key}.svg"


def png_path(kind: str, parameters: Mapping[str, Any], size: int) -> str:
    """The path of the picture in one of `SIZES`."""
    return f"/media/badges/{art_of(kind, parameters).key}@{size}.png"


def picture_address(kind: str, parameters: Mapping[str, Any]) -> str:
    """The absolute address of the picture that documents name."""
    return public(png_path(kind, parameters, IN_DOCUMENTS))

"""`/media/badges/…`: pictures of badges, kept by everybody for ever."""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from credentials.art.badge_art import ArtRefused
from credentials.pictures import SIZES, Art, art_of_key
from credentials.selectors.known_art import is_public
from credentials.services.drawing import drawing as drawn
from credentials.services.drawing import picture
from credentials.views.answers import DRAWN, not_here

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def drawing(request: HttpRequest, key: str) -> HttpResponse:
    """The SVG; with `.outline` the badge that is not earned yet. Its words are beside it on the page."""
    name = key.removesuffix(".outline")
    try:
        content = _drawing(_art(name), name != key)
    except ArtRefused as error:
        raise not_here() from error
    return _kept(content, "image/svg+xml")


@require_safe
def raster(request: HttpRequest, key: str, size: str) -> HttpResponse:
    """The PNG in one of the fixed sizes."""
    if int(size) not in SIZES:
        raise not_here()
    try:
        content = picture(_art(key), int(size))
    except ArtRefused as error:
        raise not_here() from error
    return _kept(content, "image/png")


def _art(key: str) -> Art:
    """Only pictures of published badges are drawn, or anybody could keep us drawing. Raises ArtRefused, Http404."""
    art = art_of_key(key)
    if not is_public(art):
        raise not_here()
    return art


@lru_cache(maxsize=512)
def _drawing(art: Art, outlined: bool) -> bytes:
    return drawn(art, title="", outlined=outlined).encode()


def _kept(content: bytes, content_type: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Cache-Control": FOR_EVER,
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": DRAWN,
            "Access-Control-Allow-Origin": "*",
        },
    )

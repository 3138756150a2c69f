"""What the portal is called here. An operator may give it a name of their own; the room that keeps it tells us."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings

_asked: list[Callable[[], str]] = []


def register(source: Callable[[], str]) -> Callable[[], str]:
    """Let `source()` say the name: "" where the operator has chosen none. The last one registered counts."""
    _asked[:] = [source]
    return source


def portal_name() -> str:
    """The operator's name for the portal, else the product's own."""
    return (_asked[0]() if _asked else "") or settings.WAGTAIL_SITE_NAME

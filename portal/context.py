"""What every doorway page knows: the built style sheet and script, the language links, the portal's name."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from cms.look.shown import shown_look
from cms.selectors import FooterLink, ShownMenu, footer_links, menu_of
from portal.front_build import doorway_assets, map_assets


def doorway(request: HttpRequest) -> dict[str, Any]:
    """Template context for `doorway.html`; the footer's pages are read when it is drawn, and then remembered."""

    def links() -> list[FooterLink]:
        return footer_links(get_language() or settings.LANGUAGE_CODE)

    def menu() -> ShownMenu:
        return menu_of(get_language() or settings.LANGUAGE_CODE)

    look = shown_look()
    return {
        "portal_name": look.title,
        "look": look,
        "public_url": settings.PUBLIC_URL,
        "doorway_assets": doorway_assets(look),
        "map_assets": map_assets(),
        "is_demo": settings.DEMO,
        "footer_links": SimpleLazyObject(links),
        "menu": SimpleLazyObject(menu),
    }

"""What every doorway page knows: the built style sheet and script, the language links, the portal's name."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from portal.front_build import doorway_assets


def doorway(request: HttpRequest) -> dict[str, Any]:
    """Template context for `portal/doorway.html`; costs no query."""
    return {
        "portal_name": settings.WAGTAIL_SITE_NAME,
        "public_url": settings.PUBLIC_URL,
        "doorway_assets": doorway_assets(),
        "is_demo": settings.DEMO,
    }

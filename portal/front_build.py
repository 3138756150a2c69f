"""Where the built front is: `frontend/dist/manifest.json`, written by `npm run build`."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.conf import settings

from cms.look.shown import ShownLook

NOTHING: dict[str, Any] = {
    "app": {"script": "", "styles": [], "preload": [], "features": {}, "webmanifest": ""},
    "doorways": {"script": "", "styles": [], "pages": {}},
    "icons": {"svg": ""},
}


@lru_cache(maxsize=2)
def _read(changed: float) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((settings.FRONTEND_DIST / "manifest.json").read_text(encoding="utf-8"))
    return found


def manifest() -> dict[str, Any]:
    """The addresses of scripts and styles; empty ones before the first build, so that commands run without it."""
    try:
        return _read((settings.FRONTEND_DIST / "manifest.json").stat().st_mtime)
    except FileNotFoundError:
        return NOTHING


def doorway_assets(look: ShownLook) -> dict[str, Any]:
    """What the pages drawn by Django link to: `styles`, `script`, the icon, the square `picture` that a messenger shows
    beside a page without one of its own, and by name in `pages` the sheets that only some kinds of page load besides
    (`frontend/doorways/pages/<name>.css`). The operator's look comes last.
    """
    built = manifest()
    doorways = built["doorways"]
    return {
        **doorways,
        "styles": [*doorways["styles"], *look_styles(look)],
        "icon": look.icon or built["icons"].get("svg", ""),
        "picture": look.mark_address(512) or built["icons"].get("png512", ""),
    }


def look_styles(look: ShownLook) -> list[str]:
    """The sheets of the operator's letters and colours; none where the portal looks as it comes."""
    font = manifest()["doorways"]["pages"].get(f"font-{look.font}", "") if look.font else ""
    return [sheet for sheet in (font, look.style_address) if sheet]


def map_assets() -> dict[str, Any]:
    """What the pages with a map link to besides: `styles` and `script`; the map itself is fetched when it is wanted."""
    found: dict[str, Any] = manifest().get("map", NOTHING["doorways"])
    return found


def app_assets(role: str, language: str, look: ShownLook) -> dict[str, Any]:
    """What the app's shell links to, with the modules of the first screen of `role` to fetch at once."""
    app = manifest()["app"]
    # A coordinator's screens are the teacher's.
    feature = (
        app["features"].get("teacher" if role == "coordinator" else role)
        or app["features"].get("student")
        or {}
    )
    return {
        "script": app["script"],
        "styles": [*app["styles"], *feature.get("styles", []), *look_styles(look)],
        "preload": [
            *app["preload"],
            *feature.get("preload", []),
            *feature.get("languages", {}).get(language, []),
        ],
        "webmanifest": look.manifest_address or app["webmanifest"],
    }

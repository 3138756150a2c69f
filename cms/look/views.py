"""What browsers fetch of the look: a stylesheet, the app's manifest and the mark, each under a name of its content."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from cms.look.mark import mark_file
from cms.look.shown import MARK_SIZES, digest_of, shown_look

FOR_GOOD = "public, max-age=31536000, immutable"
ICON_SIZES = (192, 512)


@require_safe
def style(request: HttpRequest, digest: str) -> HttpResponse:
    """The operator's colours and letters. A page kept from before the change is led to the present sheet."""
    look = shown_look()
    if not look.style:
        raise Http404
    if digest != digest_of(look.style):
        return _moved(look.style_address)
    return _for_good(look.style, "text/css; charset=utf-8")


@require_safe
def webmanifest(request: HttpRequest, digest: str) -> HttpResponse:
    """The app's manifest with the operator's name, colours and mark (W3C Web Application Manifest)."""
    look = shown_look()
    if not look.digest:
        raise Http404
    if digest != look.digest:
        return _moved(look.manifest_address)
    document = {
        "id": "/app/",
        "name": look.title,
        "short_name": look.title,
        "start_url": "/app/",
        "scope": "/app/",
        "display": "standalone",
        "background_color": look.ground or "#f6f5fd",
        "theme_color": look.theme_colour,
        "icons": _icons(),
    }
    return _for_good(json.dumps(document, ensure_ascii=False), "application/manifest+json")


@require_safe
def mark(request: HttpRequest, digest: str, size: str) -> FileResponse:
    path = mark_file(digest, int(size))
    if int(size) not in MARK_SIZES or not path.is_file():
        raise Http404
    response = FileResponse(path.open("rb"), content_type="image/png")
    response.headers["Cache-Control"] = FOR_GOOD
    return response


def _icons() -> list[dict[str, str]]:
    """The operator's mark; without one the product's own, from its built manifest."""
    look = shown_look()
    if look.mark:
        return [
            {"src": look.mark_address(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any"}
            for size in ICON_SIZES
        ]
    return _built_icons()


def _built_icons() -> list[dict[str, str]]:
    path = settings.FRONTEND_DIST / "manifest.json"
    if not path.is_file():
        return []
    icons = json.loads(path.read_text(encoding="utf-8"))["icons"]
    kinds = (
        ("svg", "any", "image/svg+xml", "any"),
        ("maskable", "any", "image/svg+xml", "maskable"),
        ("png192", "192x192", "image/png", "any"),
        ("png512", "512x512", "image/png", "any"),
    )
    return [
        {"src": icons[name], "sizes": sizes, "type": kind, "purpose": purpose}
        for name, sizes, kind, purpose in kinds
        if name in icons
    ]


def _for_good(text: str, kind: str) -> HttpResponse:
    response = HttpResponse(text, content_type=kind)
    response.headers["Cache-Control"] = FOR_GOOD
    return response


def _moved(address: str) -> HttpResponse:
    response = redirect(address)
    response.headers["Cache-Control"] = "no-store"
    return response

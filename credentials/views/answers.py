"""How doorways answer: documents for machines, refusals in words, and no trace in any cache."""

from __future__ import annotations

from typing import Any

import orjson
from django.http import Http404, HttpResponse
from django.utils.cache import patch_vary_headers

from credentials.views.negotiating import JSON_LD

PRIVATE = "private, no-store"
# A drawing opened as a page of its own can neither run nor load anything.
LOCKED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
# The same, and a picture from elsewhere that stands inside it as data.
DRAWN = f"{LOCKED}; img-src data:"


def json_document(body: bytes | dict[str, Any], content_type: str = JSON_LD, *, keep: str) -> HttpResponse:
    """A document that any site may read (CORS `*`, never with credentials). `keep` is its Cache-Control."""
    content = body if isinstance(body, bytes) else orjson.dumps(body)
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Access-Control-Allow-Origin": "*",
            "Cache-Control": keep,
            "X-Content-Type-Options": "nosniff",
        },
    )


def nobody_keeps(response: HttpResponse) -> HttpResponse:
    """Mark an answer about a person: no cache, no search engine, and no other site learns its address."""
    response["Cache-Control"] = PRIVATE
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    patch_vary_headers(response, ["Accept", "Cookie"])
    return response


def not_here(why: str = "") -> Http404:
    """The one answer for missing and forbidden."""
    return Http404(why)

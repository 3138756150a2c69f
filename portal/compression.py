"""Answers in words leave compressed: on poor Wi-Fi the list of events came in 40 KB and comes in 10."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

IN_WORDS = ("text/", "application/json", "application/ld+json", "application/atom+xml", "application/rss+xml",
            "application/xml", "application/geo+json", "image/svg+xml")  # fmt: skip


class CompressionMiddleware(GZipMiddleware):
    """Django's, which adds some bytes by chance so that lengths tell nothing of a page's secrets (BREACH); files that
    are small already, and films that leave in ranges of bytes, stay as they are."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not str(response.headers.get("Content-Type", "")).startswith(IN_WORDS):
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed

"""Which language an answer is in.

Pages carry `/en/`, `/uk/` or nothing (Polish). Addresses that stand in a QR code, a document or an app never do:
they choose by the person's own setting, then the cookie, then `Accept-Language` (answers.md 5).
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from cms.reserved import RESERVED_WORDS

LANGUAGES = frozenset(code for code, _name in settings.LANGUAGES)


def chosen_language(request: HttpRequest) -> str:
    """The language of the address, else of the cookie, else of the browser, else Polish."""
    first = request.path_info.split("/", 2)[1] if request.path_info.startswith("/") else ""
    if first in LANGUAGES and first != settings.LANGUAGE_CODE:
        return first
    # A page of the editors' tree without a prefix is Polish, whoever reads it.
    if first not in RESERVED_WORDS:
        return settings.LANGUAGE_CODE
    return asked_language(request)


def asked_language(request: HttpRequest) -> str:
    """What the reader asks for, whatever the address: the cookie, else the browser, else Polish."""
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if cookie in LANGUAGES:
        return cookie
    for part in request.headers.get("Accept-Language", "")[:200].split(","):
        wanted = part.split(";")[0].strip().lower().split("-")[0]
        if wanted in LANGUAGES:
            return wanted
    return settings.LANGUAGE_CODE


class LanguageMiddleware:
    """Activates the language for the request. `Vary` is set by the views that really vary, so that the app's
    shell and the static files stay cacheable (frontend.md §5)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = chosen_language(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

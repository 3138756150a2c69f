"""Answering strangers from memory: no session, no person, no template, and no statement (docs/decisions/0030).

Kept is what a view marked by `kept_for_strangers`, and of that only what nobody's person, secret or choice can be in.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from core.kept_answers import KeepWhile, KeptAnswer, Shelf
from portal.languages import chosen_language

# Those by which an answer may differ and that are part of the question below.
VARIES_BY = frozenset({"accept-language", "cookie", "accept-encoding"})
LONGEST_QUERY = 300

_shelf = Shelf()


class KeptAnswersMiddleware:
    """Stands outside of everything that knows a person; what stands outside of it names only the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        question = _question(request)
        if question is None:
            return self.get_response(request)
        known = _shelf.get(question)
        if known is not None:
            if known.is_true():
                return _again(request, known)
            _shelf.drop(question)
        response = self.get_response(request)
        keep: KeepWhile | None = getattr(response, "keep_while", None)
        if keep is not None and _is_for_anybody(request, response):
            _shelf.put(question, KeptAnswer(tuple(response.items()), response.content, keep))
        return response


def _question(request: HttpRequest) -> tuple[str, ...] | None:
    """What the answer follows from, or None when it may follow from who asks: from any cookie but the language's and
    the form secret's, which a page without a form does not read.
    """
    if request.method not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in request.META:
        return None
    if not request.COOKIES.keys() <= {settings.LANGUAGE_COOKIE_NAME, settings.CSRF_COOKIE_NAME}:
        return None
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY:
        return None
    host = request.META.get("HTTP_HOST", "")
    return (request.scheme or "", host, request.path, query, chosen_language(request))


def _is_for_anybody(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether another stranger may be given the same: nothing was set, nobody was asked for, nothing is used once."""
    return (
        request.method == "GET"
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and not request.user.is_authenticated
        and "no-store" not in response.headers.get("Cache-Control", "")
        and "'nonce-" not in response.headers.get("Content-Security-Policy", "")
        and _named_in(response.headers.get("Vary", "")) <= VARIES_BY
    )


def _named_in(vary: str) -> set[str]:
    return {name.strip().lower() for name in vary.split(",") if name.strip()}


def _again(request: HttpRequest, known: KeptAnswer) -> HttpResponse:
    """The kept answer, or 304 for who has it already."""
    response = HttpResponse(known.body, headers=dict(known.headers))
    return get_conditional_response(request, etag=response.headers.get("ETag"), response=response) or response

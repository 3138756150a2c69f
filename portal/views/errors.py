"""Refusals as pages or as JSON: what happened, what to do next, a stable code, nothing of the inside."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core.security_log import security_event
from core.structured_logs import address_pattern
from portal.languages import asked_language


def _answer(request: HttpRequest, status: int, code: str, title: Any, line: Any) -> HttpResponse:
    """The refusal in the reader's language: a mistyped address says nothing about it."""
    with translation.override(asked_language(request)):
        if request.accepts("text/html"):
            context = {"code": code, "title": title, "line": line, "status": status}
            response = render(request, "portal/error.html", context, status=status)
        else:
            response = JsonResponse({"code": code, "message": f"{title} {line}"}, status=status)
        response.headers["Content-Language"] = translation.get_language() or ""
    response.headers["Cache-Control"] = "no-store"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long, or the request came from another site (GQ-07)."""
    security_event("csrf.refused", path=address_pattern(request))
    return _answer(
        request,
        403,
        "CSRF",
        _("This page was open for too long."),
        _("Go back, reload the page and try again. Nothing has been changed."),
    )


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _answer(
        request,
        400,
        "BAD_REQUEST",
        _("We could not read that."),
        _("Go back and try again. Nothing has been changed."),
    )


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Missing and forbidden look the same from outside."""
    return not_found(request, exception)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _answer(
        request,
        404,
        "NOT_FOUND",
        _("There is nothing here for you."),
        _("The address may be mistyped, the link may have ended, or you may need to sign in."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return _answer(
        request,
        500,
        "INTERNAL",
        _("Something went wrong on our side."),
        _("Try again in a moment. What you saved before is safe."),
    )

"""What the screens at the door have in common: who may open them, and that nobody keeps them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from core.access import NotFound, access
from events import rules
from events.models import Event


def kept_by(request: HttpRequest, event_id: object, permission: str = rules.CHECK_IN) -> Event:
    """The event, if the person keeps its door; otherwise Http404."""
    try:
        return access(request.user, permission, Event, event_id)
    except NotFound:
        raise Http404 from None


def screen(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return unkept(render(request, f"events/{template}.html", context))


def now_as_json(found: dict[str, Any]) -> HttpResponse:
    return unkept(JsonResponse(found))


def unkept(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response

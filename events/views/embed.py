"""`/events/embed/?…`: the only page another site may show inside its own, without cookies and without a trace."""

from __future__ import annotations

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from events.map_filters import filter_from
from events.selectors.public_events import SECONDS
from events.selectors.public_list import list_page
from events.views.public_list import address_of_list, chips, map_context, with_language

ANY_SITE = ["*"]


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ANY_SITE})
def embed(request: HttpRequest) -> HttpResponse:
    """The next events and the map by the filters of the list; `lang` chooses the language, no cookie does."""
    language = request.GET.get("lang", "")
    with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        now = timezone.now()
        asked = filter_from(dict(request.GET.lists()), timezone.localdate(now))
        query = asked.query()
        context = {
            "page": list_page(asked, 1, now),
            "whole": address_of_list(query),
            **map_context(query),
        }
        response = render(request, "events/embed.html", context)
        response["Content-Language"] = translation.get_language() or settings.LANGUAGE_CODE
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def embedding(request: HttpRequest) -> HttpResponse:
    """How to put the list and the map on a page of one's own: a few lines to copy."""
    asked = filter_from(dict(request.GET.lists()), timezone.localdate())
    language = translation.get_language() or settings.LANGUAGE_CODE
    query = with_language(asked.query(), language)
    context = {
        "source": f"{settings.PUBLIC_URL}/events/embed/?{query}",
        "geojson": f"{settings.PUBLIC_URL}/events.geojson?{query}",
        "calendar": f"{settings.PUBLIC_URL}/events.ics?{query}",
        "chips": chips(asked),
        "query": asked.query(),
    }
    response = render(request, "events/embedding.html", context)
    response["Cache-Control"] = "private, max-age=60"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response

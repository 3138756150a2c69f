"""`/events/`: what is on, as a list and a map; the same question as a calendar at `/events.ics`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.portal_name import portal_name
from events.calendar import CONTENT_TYPE, calendar_of
from events.enums import Accessibility, EventKind, Voivodeship
from events.map_filters import KILOMETRES, MapFilter, filter_from
from events.map_words import map_words
from events.selectors.public_events import SECONDS, listed_events, narrowed
from events.selectors.public_list import badges_to_earn, list_page, voivodeship_counts

SHAPES = Path(__file__).resolve().parent.parent / "voivodeship_shapes.json"
MOST_IN_A_CALENDAR = 500


@require_safe
def public_list(request: HttpRequest) -> HttpResponse:
    """The list first, the map after it; with `?view=map` the other way round. Filters are plain links and a form."""
    now = timezone.now()
    asked = filter_from(dict(request.GET.lists()), timezone.localdate(now))
    page = list_page(asked, _page_number(request.GET.get("page", "")), now)
    if page is None:
        raise Http404
    query = asked.query()
    context = {
        "asked": asked,
        "page": page,
        "query": query,
        "and_query": f"&{query}" if query else "",
        "map_first": request.GET.get("view") == "map",
        "chips": chips(asked),
        "voivodeships": drawn_voivodeships(asked, voivodeship_counts(asked, now)),
        "kinds": EventKind.choices,
        "voivodeship_names": Voivodeship.values,
        "accessibility": Accessibility.choices,
        "kilometres": KILOMETRES,
        "badges": badges_to_earn(now),
        "today": timezone.localdate(now).isoformat(),
        **map_context(query),
    }
    response = render(request, "events/public_list.html", context)
    response["Cache-Control"] = "private, max-age=60"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def public_calendar(request: HttpRequest) -> HttpResponse:
    """At most 500 events to come, by the filters of the list, in the language `lang`, for a calendar to subscribe."""
    language = request.GET.get("lang", "")
    now = timezone.now()
    with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        asked = filter_from(dict(request.GET.lists()), timezone.localdate(now))
        rows = narrowed(listed_events(now), asked).select_related("place", "group__parent", "issuer")
        events = rows.order_by("listed_from", "pk")[:MOST_IN_A_CALENDAR]
        body = calendar_of(events, name=f"{portal_name()}: {_('Events')}")
    response = HttpResponse(body, content_type=CONTENT_TYPE)
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    response["Access-Control-Allow-Origin"] = "*"
    return response


def map_context(query: str) -> dict[str, Any]:
    """What the script of the map is told: where to ask, in which language, with which words."""
    return {
        "map_options": {
            "query": query,
            "language": translation.get_language() or settings.LANGUAGE_CODE,
            "tiles": settings.MAP_TILE_URL,
            "tileAttribution": settings.MAP_TILE_ATTRIBUTION,
            "words": map_words(),
        }
    }


def chips(asked: MapFilter) -> list[tuple[str, str]]:
    """Every filter in words, with the query string without it."""
    found: list[tuple[str, str, str]] = []
    if asked.words:
        found.append(("q", "", f"„{asked.words}”"))
    found += [("kind", kind, str(EventKind(kind).label)) for kind in asked.kinds]
    if asked.first:
        found.append(("from", "", _("from %(day)s") % {"day": date_format(asked.first, "j E Y")}))
    if asked.last:
        found.append(("to", "", _("until %(day)s") % {"day": date_format(asked.last, "j E Y")}))
    town = asked.known_town
    if town:
        found.append(
            ("town", "", _("%(town)s and %(km)d km around") % {"town": town.name, "km": asked.kilometres})
        )
    elif asked.town:
        found.append(("town", "", asked.town))
    elif asked.near:
        found.append(("near", "", _("%(km)d km around a spot") % {"km": asked.kilometres}))
    if asked.voivodeship:
        found.append(("voivodeship", "", asked.voivodeship))
    if asked.age is not None:
        found.append(("age", "", _("age: %(age)d") % {"age": asked.age}))
    found += [("accessibility", code, str(Accessibility(code).label)) for code in asked.accessibility]
    if asked.badge:
        found.append(("badge", "", _("badge: %(badge)s") % {"badge": asked.badge}))
    return [(label, asked.without(name, value)) for name, value, label in found]


def drawn_voivodeships(asked: MapFilter, counts: dict[str, int]) -> list[dict[str, Any]]:
    """The map before any script: a shape, a number and a link for each voivodeship."""
    return [
        shape | {"name": name, "count": counts.get(name, 0), "chosen": name == asked.voivodeship,
                 "query": asked.without("voivodeship") if name == asked.voivodeship else asked.in_voivodeship(name)}
        for name, shape in _shapes().items()
    ]  # fmt: skip


@cache
def _shapes() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(SHAPES.read_text(encoding="utf-8"))
    return found


def _page_number(asked: str) -> int:
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= 6 else 1


def address_of_list(query: str) -> str:
    return f"{settings.PUBLIC_URL}/events/" + (f"?{query}" if query else "")


def with_language(query: str, language: str) -> str:
    """The query string of a feed, which no cookie accompanies."""
    return "&".join(part for part in (query, urlencode({"lang": language})) if part)

"""`/clubs/`: the clubs that anybody may find, by plain links and one search box; and one club's page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from clubs.models import Club
from clubs.rules import TAKE_PART
from clubs.selectors.public_pages import Filters, club_list, club_page, read_filters
from core.access import may


@require_safe
def clubs(request: HttpRequest) -> HttpResponse:
    """The list; the filters stand in the address, so that it can be sent to somebody."""
    asked = request.GET
    filters = read_filters(
        asked.get("q", ""), asked.get("kind", ""), asked.get("town", ""), asked.get("voivodeship", "")
    )
    page = club_list(filters, _page_number(asked.get("page", "")))
    if page is None:
        raise Http404
    chips = {
        "kinds": [(label, filters.kind == code, _address(filters, kind=code)) for code, label in page.kinds],
        "towns": [(one, filters.town == one, _address(filters, town=one)) for one in page.towns[:12]],
        "voivodeships": [
            (one, filters.voivodeship == one, _address(filters, voivodeship=one)) for one in page.voivodeships
        ],
        "previous": _address(filters, page=page.number - 1),
        "next": _address(filters, page=page.number + 1),
    }
    response = render(request, "clubs/clubs.html", {"page": page, "chips": chips})
    response["Cache-Control"] = "private, max-age=60"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def club(request: HttpRequest, slug: str) -> HttpResponse:
    """A club that can be found; its own members also see how the page of one that cannot would look."""
    found = Club.objects.select_related("group__parent", "meeting_place").filter(slug=slug).first()
    if found is None or not (found.is_findable or may(request.user, TAKE_PART, found)):
        raise Http404
    page = {"page": club_page(found), "belongs": may(request.user, TAKE_PART, found)}
    response = render(request, "clubs/club.html", page)
    if not found.is_findable:
        response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, max-age=60"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def _address(filters: Filters, **changed: object) -> str:
    """The list with one filter set, or, when it is set so already, without it; from the first page on."""
    asked = {
        "q": filters.search,
        "kind": filters.kind,
        "town": filters.town,
        "voivodeship": filters.voivodeship,
    }
    for name, value in changed.items():
        asked[name] = "" if asked.get(name) == value else str(value)
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"/clubs/?{query}" if query else "/clubs/"


def _page_number(asked: str) -> int:
    """The first page for anything that is no short number: `²` is a digit to Python, and no number."""
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 4 and int(asked) > 0 else 1

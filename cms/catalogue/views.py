"""`/catalogue/`: everything that may be earned, joined or visited; one search box and plain links."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from cms.catalogue.asking import asked_from
from cms.catalogue.links import links_of
from cms.catalogue.selectors import STATE, catalogue_list
from cms.look.shown import FACE
from core.editions import editions_now
from core.kept_answers import kept_for_strangers


@require_safe
@kept_for_strangers(lambda: editions_now(*STATE, FACE))
def catalogue(request: HttpRequest) -> HttpResponse:
    """The list; the whole question stands in the address, so that it can be sent to somebody."""
    asked = asked_from(request.GET.dict())
    page = catalogue_list(asked, _page_number(request.GET.get("page", "")))
    if page is None:
        raise Http404
    response = render(request, "catalogue/list.html", {"page": page, "links": links_of(page)})
    response["Cache-Control"] = "private, max-age=60"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def _page_number(asked: str) -> int:
    """The first page for anything that is no short number: `²` is a digit to Python, and no number."""
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= 6 else 1

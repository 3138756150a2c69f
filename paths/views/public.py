"""`/paths/<slug>/`: a public development path, for people and for search engines."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from core.linked_data import linked_data_script
from paths.selectors.public_pages import path_page


@require_safe
def path(request: HttpRequest, slug: str) -> HttpResponse:
    page = path_page(slug)
    if page is None:
        raise Http404
    context = {"page": page, "linked_data": linked_data_script(page.linked_data)}
    response = render(request, "paths/path.html", context)
    response["Cache-Control"] = "private, max-age=60"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response

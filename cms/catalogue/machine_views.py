"""What machines ask of the catalogue: the sitemap, feeds, and pictures for messengers."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from cms.catalogue.feeds import feed_of_catalogue, feed_of_events
from cms.catalogue.models import CatalogueEntry
from cms.catalogue.selectors import still_public
from cms.catalogue.services.pictures import picture_file, picture_file_of_entry
from cms.catalogue.sitemap import LISTS, entries_in_file, number_of_files
from cms.selectors import public_pages
from credentials.selectors.achievements import catalogue
from events.services.pictures import kept

HOUR = "public, max-age=3600"
SHORTLY = "public, max-age=300"
XML = "application/xml"
CONTENT_TYPES = {"atom": "application/atom+xml; charset=utf-8", "rss": "application/rss+xml; charset=utf-8"}
FEEDS = {"catalogue": feed_of_catalogue, "events": feed_of_events}


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Published pages with their translations and all of the catalogue; the list of its files when it is long."""
    files = number_of_files()
    if files == 1:
        return _file(request, 1)
    context = {"numbers": range(1, files + 1), "public_url": settings.PUBLIC_URL}
    return _kept(render(request, "cms/sitemap_index.xml", context, content_type=XML), HOUR)


@require_safe
def sitemap_file(request: HttpRequest, number: str) -> HttpResponse:
    if int(number) > number_of_files():
        raise Http404
    return _file(request, int(number))


@require_safe
def feed(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """In the language `lang`, because a reader of feeds brings no cookie."""
    language = request.GET.get("lang", "")
    with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        found = FEEDS[name](form)
    response = HttpResponse(content_type=CONTENT_TYPES[form])
    found.write(response, "utf-8")
    return _kept(response, SHORTLY)


@require_safe
def picture(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The picture of an achievement for messengers, once it is drawn; it is never drawn while somebody waits."""
    found = catalogue().filter(slug=slug, current_version__number=number).first()
    return _picture(picture_file(found) if found else None)


@require_safe
def entry_picture(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    """The same of a club, an issuer or a path."""
    found = CatalogueEntry.objects.filter(still_public(), path=f"/{room}/{slug}/").first()
    return _picture(picture_file_of_entry(found) if found else None)


def _picture(path: Path | None) -> HttpResponse:
    drawn = kept(path) if path else b""
    if not drawn:
        raise Http404
    response = HttpResponse(drawn, content_type="image/png")
    response["X-Content-Type-Options"] = "nosniff"
    return _kept(response, SHORTLY)


def _file(request: HttpRequest, number: int) -> HttpResponse:
    context = {
        "pages": public_pages() if number == 1 else [],
        "lists": LISTS if number == 1 else (),
        "entries": entries_in_file(number),
        "public_url": settings.PUBLIC_URL,
    }
    return _kept(render(request, "cms/sitemap.xml", context, content_type=XML), HOUR)


def _kept(response: HttpResponse, how_long: str) -> HttpResponse:
    response["Cache-Control"] = how_long
    return response

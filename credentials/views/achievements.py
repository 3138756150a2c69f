"""`/achievements/<slug>/v<n>`: an immutable description, for people and for machines; and the catalogue."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from credentials.enums import AchievementKind
from credentials.models import Achievement, AchievementVersion
from credentials.selectors.achievement_pages import version_page
from credentials.selectors.catalogue_pages import catalogue_page
from credentials.services.composing import achievement_json
from credentials.views.answers import json_document, not_here, wanted_form

KEPT = "public, max-age=300"
KINDS = {
    AchievementKind.MICROCREDENTIAL.value: _("Microcredentials"),
    AchievementKind.DIGITAL_BADGE.value: _("Digital badges"),
    AchievementKind.CLUB_BADGE.value: _("Club badges"),
}


@require_safe
def current(request: HttpRequest, slug: str) -> HttpResponse:
    """The version that is awarded now."""
    achievement = Achievement.objects.filter(slug=slug).select_related("current_version").first()
    if achievement is None or achievement.current_version is None:
        raise not_here()
    return HttpResponseRedirect(f"/achievements/{slug}/v{achievement.current_version.number}")


@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One published version: the page, or JSON-LD by `Accept`."""
    found = (
        AchievementVersion.objects.published()
        .filter(achievement__slug=slug, number=number)
        .select_related("achievement__issuer", "achievement__club", "achievement__current_version")
        .first()
    )
    if found is None:
        raise not_here()
    if wanted_form(request) == "json":
        with translation.override(_document_language(request)):
            response = json_document(achievement_json(found, translation.get_language()), keep=KEPT)
    else:
        response = render(request, "credentials/achievement.html", {"page": version_page(found)})
        response["Cache-Control"] = "private, max-age=60"
    patch_vary_headers(response, ["Accept", "Accept-Language", "Cookie"])
    return response


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The public list, filtered by kind through plain links."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in AchievementKind.values else ""
    page = catalogue_page(translation.get_language() or "pl", kind, _page_number(request.GET.get("page", "")))
    if page is None:
        raise not_here()
    response = render(request, "credentials/catalogue.html", {"page": page, "kinds": KINDS})
    response["Cache-Control"] = "private, max-age=60"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def _document_language(request: HttpRequest) -> str:
    wanted = request.GET.get("lang", "")
    return wanted if wanted in dict(settings.LANGUAGES) else translation.get_language() or "pl"


def _page_number(asked: str) -> int:
    """The first page for anything that is no short number: `²` is a digit to Python, and no number."""
    return int(asked) if asked.isdecimal() and len(asked) <= 6 else 1

"""`/achievements/<slug>/v<n>`: an immutable description, for people and for machines."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from core.access import may
from core.linked_data import linked_data_script
from credentials.models import Achievement, AchievementVersion
from credentials.openness import is_public
from credentials.pictures import IN_DOCUMENTS, png_path, svg_path
from credentials.rules import VIEW_ACHIEVEMENT
from credentials.selectors.achievement_pages import version_page
from credentials.selectors.signed_endorsements import endorsement_body
from credentials.services.composing import achievement_json
from credentials.views.answers import PRIVATE, json_document, not_here
from credentials.views.negotiating import CREDENTIAL, none_suits, wanted

KEPT = "public, max-age=300"
FORMS = ("page", "linked", "png", "svg")


@require_safe
def current(request: HttpRequest, slug: str) -> HttpResponse:
    """The version that is awarded now."""
    achievement = Achievement.objects.filter(slug=slug).select_related("current_version", "club").first()
    if achievement is None or achievement.current_version is None or not _readable(request, achievement):
        raise not_here()
    return HttpResponseRedirect(f"/achievements/{slug}/v{achievement.current_version.number}")


@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One published version: the page, or by `Accept` JSON-LD or its picture."""
    best = wanted(request, FORMS)
    if best is None:
        return none_suits(FORMS)
    found = (
        AchievementVersion.objects.published()
        .filter(achievement__slug=slug, number=number)
        .select_related(
            "achievement__issuer",
            "achievement__club__parent",
            "achievement__current_version",
            "achievement__lineage__source__achievement__issuer",
        )
        .first()
    )
    if found is None or not _readable(request, found.achievement):
        raise not_here()
    keep = KEPT if _is_public(found.achievement) else PRIVATE
    response: HttpResponse
    if best.form == "linked":
        with translation.override(_document_language(request)):
            response = json_document(
                achievement_json(found, translation.get_language()), best.media_type, keep=keep
            )
    elif best.form in ("png", "svg"):
        kind, art = found.achievement.kind, found.art
        response = HttpResponseRedirect(
            svg_path(kind, art) if best.form == "svg" else png_path(kind, art, IN_DOCUMENTS)
        )
        response["Cache-Control"] = keep
    else:
        page = version_page(found)
        context = {
            "page": page,
            "achievement_id": found.achievement_id,
            "reported_as": _reported_as(found.achievement),
            "linked_data": linked_data_script(page.linked_data),
            "indexed": keep == KEPT,
        }
        response = render(request, "credentials/achievement.html", context)
        response["Cache-Control"] = "private, max-age=60"
    if keep == PRIVATE:
        response["X-Robots-Tag"] = "noindex"
    patch_vary_headers(response, ["Accept", "Accept-Language", "Cookie"])
    return response


def _reported_as(achievement: Achievement) -> str:
    """What a club wrote is reported as the club's, where the room of clubs knows it; of a seeded one it may not."""
    is_known = achievement.club_id is not None and hasattr(achievement, "club_badge")
    return "clubs.ClubBadge" if is_known else "credentials.Achievement"


@require_safe
def endorsement(request: HttpRequest, slug: str, number: int, endorsement_id: UUID) -> HttpResponse:
    """The signed words of one organisation about a version, while they stand."""
    body = endorsement_body(slug, number, endorsement_id)
    if body is None:
        raise not_here()
    return json_document(body, CREDENTIAL, keep="public, max-age=60")


def _is_public(achievement: Achievement) -> bool:
    club = achievement.club
    return achievement.hidden_at is None and (club is None or is_public(club))


def _readable(request: HttpRequest, achievement: Achievement) -> bool:
    """A badge of a club that nobody vouches for, or that is closed, is for its members."""
    return _is_public(achievement) or may(request.user, VIEW_ACHIEVEMENT, achievement)


def _document_language(request: HttpRequest) -> str:
    wanted = request.GET.get("lang", "")
    return wanted if wanted in dict(settings.LANGUAGES) else translation.get_language() or "pl"

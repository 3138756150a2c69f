"""`/achievements/drafts/<id>`: a draft as everybody would see it, for who writes it; and pictures not published yet."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import NotFound, access
from credentials.art.badge_art import ArtRefused, BadgeArt
from credentials.art.choices import FORMAL_KINDS
from credentials.art.rendering import svg
from credentials.defining_rules import VIEW_DRAFT
from credentials.models import AchievementDraft
from credentials.pictures import drawing_path
from credentials.selectors.achievement_pages import version_page
from credentials.selectors.defining import describes_anything
from credentials.selectors.drafts import preview_of
from credentials.views.answers import LOCKED, nobody_keeps, not_here

A_DAY = "private, max-age=86400"


@require_safe
def preview(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The public page's own template, filled from the draft."""
    try:
        draft = access(request.user, VIEW_DRAFT, AchievementDraft, draft_id)
    except NotFound as error:
        raise not_here() from error
    version = preview_of(draft)
    page = version_page(version)
    # Its picture is not published either.
    art = replace(page.card.art, svg_url=drawing_path(page.card.kind, version.art))
    page = replace(page, card=replace(page.card, art=art), is_current=True)
    return nobody_keeps(
        render(request, "credentials/achievement.html", {"page": page, "preview": True, "linked_data": ""})
    )


@require_safe
def drawing(request: HttpRequest, key: str) -> HttpResponse:
    """A formal badge's picture as SVG, for those who design badges; published pictures have their own address."""
    try:
        art = BadgeArt.from_key(key)
    except ArtRefused as error:
        raise not_here() from error
    if art.kind not in FORMAL_KINDS or not describes_anything(request.user):
        raise not_here()
    headers = {
        "Cache-Control": A_DAY,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": LOCKED,
    }
    return HttpResponse(svg(art, title="").encode(), content_type="image/svg+xml", headers=headers)

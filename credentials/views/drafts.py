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
from credentials.defining_rules import VIEW_DRAFT
from credentials.models import AchievementDraft
from credentials.pictures import Art, art_of_key, drawing_path
from credentials.selectors.achievement_pages import version_page
from credentials.selectors.defining import Person, describes_anything
from credentials.selectors.drafts import preview_of
from credentials.selectors.picture_files import sees_picture
from credentials.services.drawing import drawing as drawn
from credentials.views.answers import DRAWN, nobody_keeps, not_here

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
        art = art_of_key(key)
        if not _may_see(request.user, art):
            raise not_here()
        content = drawn(art, title="").encode()
    except ArtRefused as error:
        raise not_here() from error
    headers = {
        "Cache-Control": A_DAY,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": DRAWN,
    }
    return HttpResponse(content, content_type="image/svg+xml", headers=headers)


def _may_see(user: Person, art: Art) -> bool:
    """What is drawn from parameters may be tried by all who design badges; a file belongs to its issuer's people."""
    if isinstance(art, BadgeArt):
        return art.kind in FORMAL_KINDS and describes_anything(user)
    return sees_picture(user, art.digest)

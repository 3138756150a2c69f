"""`/codes/<sheet>/print`: a sheet of printed codes, answered once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from core.access import NotFound, access
from core.qr_codes import qr_svg
from core.security_log import security_event
from credentials.models import Achievement, AchievementVersion, ClaimCode
from credentials.rules import PRINT_CLAIM_CODES
from credentials.selectors.achievement_pages import card
from credentials.selectors.trust import ladder
from credentials.services.claiming import code_of, print_sheet
from credentials.views.answers import nobody_keeps, not_here
from people.models import Group


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def claim_sheet(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """A look shows what is going to be printed; the codes come once, with a tap. Only their digests are kept."""
    first = (
        ClaimCode.objects.filter(sheet=sheet)
        .select_related("achievement__current_version", "achievement__club__parent")
        .order_by("printed_at")
        .first()
    )
    if first is None or first.achievement.current_version is None:
        raise not_here()
    try:
        group = access(request.user, PRINT_CLAIM_CODES, Group, first.group_id)
    except NotFound as error:
        raise not_here() from error
    rows = print_sheet(sheet, now=timezone.now()) if request.method == "POST" else []
    if rows:
        security_event("claim_codes.printed", user=request.user, group=group.pk, codes=len(rows))
    return sheet_page(
        request, first.achievement, first.achievement.current_version, [code_of(row) for row in rows],
        who=group.name, waiting=request.method != "POST" and first.printed_at is None, until=first.expires_at,
        back="/app/",
    )  # fmt: skip


def sheet_page(
    request: HttpRequest,
    achievement: Achievement,
    version: AchievementVersion,
    codes: Sequence[str],
    *,
    who: str,
    waiting: bool,
    until: datetime,
    back: str,
    grade: str = "",
) -> HttpResponse:
    """A slip for each of `codes`, to be printed and cut; `who` hands them out, `grade` comes with each. Without codes:
    whether they are still `waiting` to be shown.
    """
    context = {
        "who": who,
        "card": card(achievement, version, ladder(achievement)),
        "slips": [{"code": code, "pattern": qr_svg(f"{settings.PUBLIC_URL}/c/{code}")} for code in codes],
        "waiting": waiting,
        "until": until,
        "place": f"{urlsplit(settings.PUBLIC_URL).netloc}/c/",
        "back": back,
        "grade": grade,
    }
    return nobody_keeps(render(request, "credentials/claim_sheet.html", context))

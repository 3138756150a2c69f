"""`/codes/<sheet>/print`: a sheet of printed codes, answered once."""

from __future__ import annotations

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
from credentials.models import ClaimCode
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
    context = {
        "group": group,
        "card": card(first.achievement, first.achievement.current_version, ladder(first.achievement)),
        "slips": [_slip(row) for row in rows],
        "waiting": request.method != "POST" and first.printed_at is None,
        "until": first.expires_at,
        "place": f"{urlsplit(settings.PUBLIC_URL).netloc}/c/",
    }
    return nobody_keeps(render(request, "credentials/claim_sheet.html", context))


def _slip(row: ClaimCode) -> dict[str, object]:
    code = code_of(row)
    return {"code": code, "pattern": qr_svg(f"{settings.PUBLIC_URL}/c/{code}")}

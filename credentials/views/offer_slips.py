"""`/offers/<round>/print`: the slips of offers on paper, answered once."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from core.access import NotFound, access
from credentials.enums import OfferState
from credentials.grade_words import result_in_words
from credentials.models import OfferRound
from credentials.offer_rules import MANAGE_OFFERS
from credentials.selectors.badges import issuer_name
from credentials.services.offer_secrets import code_of
from credentials.services.offer_slips import print_slips
from credentials.views.answers import not_here
from credentials.views.claim_sheet import sheet_page
from people.models import User


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def offer_slips(request: HttpRequest, wave: UUID) -> HttpResponse:
    """A look shows what is going to be printed; the slips come once, with a tap."""
    user = request.user
    assert isinstance(user, User)  # signed in
    try:
        found = access(user, MANAGE_OFFERS, OfferRound, wave)
    except NotFound as error:
        raise not_here() from error
    if not found.on_paper:
        raise not_here()
    batch = found.batch
    achievement = batch.version.achievement
    rows = (
        print_slips(found, actor=user, now=timezone.now())
        if request.method == "POST" and batch.cancelled_at is None
        else []
    )
    return sheet_page(
        request, achievement, batch.version, [code_of(row) for row in rows],
        who=batch.group.name if batch.group is not None else issuer_name(achievement),
        waiting=found.offers.filter(state=OfferState.WAITING).exists(),
        until=timezone.localtime(found.expires_at),
        back=f"/app/offers/{found.pk}",
        grade=result_in_words(batch.version.result_scale, rows[0].result) if rows else "",
    )  # fmt: skip

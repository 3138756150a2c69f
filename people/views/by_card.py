"""Signing in with a card: its QR code opens `/s/<token>`, its code is typed at `/sign-in/` (answers.md 21–24)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from core.access import as_uuid
from core.refusals import Refusal
from people.models import SignInCard
from people.selectors.oneself import group_refs, memberships_of
from people.services import sign_ins
from people.views.visitors import let_in, page, sealed, unsealed, visitor_of, wanted_page, wrong_answer

CARD = "card"


@require_http_methods(["GET", "HEAD", "POST"])
def by_code(request: HttpRequest) -> HttpResponse:
    """The first page: the code on the card, or the way to a user name."""
    if request.method != "POST":
        if request.user.is_authenticated and not wanted_page(request):
            return page(request, "already_in", {})
        return page(request, "sign_in", {})
    visitor = visitor_of(request)
    card = sign_ins.card_of_code(request.POST.get("code", ""))
    if card is None:
        sign_ins.count_wrong_code(visitor)
        return wrong_answer(request, "sign_in", {}, sign_ins.wrong(), visitor)
    return _enter(request, card)


@require_http_methods(["GET", "HEAD", "POST"])
def by_token(request: HttpRequest, token: str) -> HttpResponse:
    """What the QR code opens. Looking signs nobody in: a preview of the link by a messenger changes nothing."""
    card = sign_ins.card_of_token(token)
    if card is None:
        return page(request, "card_over", {}, status=404)
    if request.method == "POST":
        return _enter(request, card)
    return page(request, "card", _who(card))


@require_http_methods(["POST"])
def pin(request: HttpRequest) -> HttpResponse:
    """The PIN, on a device where this card has not been used before."""
    visitor = visitor_of(request)
    held = as_uuid(unsealed(CARD, request.POST.get("card", "")))
    card = sign_ins.card_of_id(held) if held else None
    if card is None:
        # The page lay open too long, or the card was reissued meanwhile.
        return wrong_answer(request, "sign_in", {}, sign_ins.wrong(), visitor)
    try:
        sign_ins.check_pin(card, request.POST.get("pin", ""), visitor)
    except Refusal as refusal:
        context = {**_who(card), "card": sealed(CARD, card.pk)}
        return wrong_answer(request, "pin", context, refusal, visitor)
    return let_in(request, card.user, by_card=True)


def _enter(request: HttpRequest, card: SignInCard) -> HttpResponse:
    if sign_ins.needs_pin(card, visitor_of(request)):
        return page(request, "pin", {**_who(card), "card": sealed(CARD, card.pk)})
    return let_in(request, card.user, by_card=True)


def _who(card: SignInCard) -> dict[str, object]:
    """What the holder of a card reads before the PIN: the first name, the class and the school, no more."""
    groups = group_refs(memberships_of(card.user))
    return {"given_name": card.user.given_name, "group": groups[0] if groups else None}

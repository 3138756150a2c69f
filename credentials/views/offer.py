"""`/o/<secret>`: a badge that waits for one person. Looking takes nothing; a tap does (credentials.md §3, AU-06).

Programs that check mail follow links, so a GET only shows; taking and declining are POSTs with a confirming tap.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.refusals import Refusal
from core.security_log import security_event
from core.translated import in_language
from credentials.grade_words import result_in_words
from credentials.models import Credential, Offer
from credentials.selectors.achievement_pages import card
from credentials.selectors.trust import ladder
from credentials.services import taking
from credentials.services.offering import over
from credentials.views.answers import nobody_keeps
from credentials.views.claim import by_network
from credentials.views.new_accounts import account_page
from people.models import User
from people.views.visitors import visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, secret: str) -> HttpResponse:
    """What is offered, by whom, until when; the button that takes it, and the way to say no."""
    user = request.user if isinstance(request.user, User) else None
    now = timezone.now()
    found = taking.working_offer(secret, now=now)
    if found is None:
        mine = taking.taken_by(secret, user) if user else None
        return _page(request, "claim_done", _badge(mine)) if mine else _wrong(request)
    if request.method != "POST":
        if request.method == "GET":
            taking.open_offer(found, now=now)
        return _page(request, "offer", _context(found, secret) | _renewing(found, user))
    try:
        if request.POST.get("answer") == "no":
            taking.decline(secret, now=now)
            return _page(request, "offer_declined", {})
        if user is None:
            return _page(request, "offer", _context(found, secret))
        done = taking.take(secret, user=user, now=now)
    except Refusal:
        # A second tap at the same moment: what the first one took is theirs.
        mine = taking.taken_by(secret, user) if user else None
        return HttpResponseRedirect(request.path) if mine else _wrong(request)
    if not done.new:
        return _page(request, "claim_done", {**_badge(done.credential), "had_it": True})
    return HttpResponseRedirect(request.path)


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, secret: str) -> HttpResponse:
    """An account of one's own, for who has none yet. The offer stays until it is tapped."""
    found = taking.working_offer(secret, now=timezone.now())
    return _wrong(request) if found is None else account_page(request, _context(found, secret))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def quiet(request: HttpRequest, secret: str) -> HttpResponse:
    """No more letters about it. Mail programs have a button for it, which brings no cookie (RFC 8058)."""
    now = timezone.now()
    found = taking.working_offer(secret, now=now)
    if found is None:
        return _wrong(request)
    if request.method == "POST":
        taking.quieten(found, now=now)
    version, until = found.round.batch.version, timezone.localtime(found.round.expires_at)
    context = {"name": in_language(version.name), "until": until, "path": f"/o/{secret}"}
    return _page(request, "offer_quiet", {**context, "done": request.method == "POST" or found.quiet_at})


def _context(found: Offer, secret: str) -> dict[str, Any]:
    batch = found.round.batch
    achievement = batch.version.achievement
    return {
        "card": card(achievement, batch.version, ladder(achievement)),
        "note": found.note or batch.note,
        "grade": result_in_words(batch.version.result_scale, found.result),
        "on_paper": found.round.on_paper,
        "until": timezone.localtime(found.round.expires_at),
        "path": f"/o/{secret}",
    }


def _renewing(found: Offer, user: User | None) -> dict[str, Any]:
    now = timezone.now()
    held = taking.renews(found, user, now=now) if user is not None else None
    return {"held_until": held.valid_until, "is_over": held.is_expired(now)} if held is not None else {}


def _badge(credential: Credential) -> dict[str, Any]:
    achievement = credential.achievement
    return {"card": card(achievement, credential.version, ladder(achievement)), "credential": credential}


def _wrong(request: HttpRequest) -> HttpResponse:
    """One page for every reason; slower once the network has used up its tries, never for a right link."""
    network = visitor_of(request).network
    by_network.count(network)
    security_event("offer.wrong", user=request.user)
    response = _page(request, "offer_over", {"refusal": over()}, status=404)
    return by_network.hold_back(response, network)


def _page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return nobody_keeps(render(request, f"credentials/{template}.html", context, status=status))

"""`/c/<code>`: a printed code. Looking claims nothing; a tap does (credentials.md §3, AU-06)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from core.refusals import Refusal
from core.secrets import group_code, read_code
from core.security_log import security_event
from core.throttling import Throttle
from credentials.models import ClaimCode, Credential
from credentials.selectors.achievement_pages import card
from credentials.selectors.trust import ladder
from credentials.services import claiming, taking
from credentials.views.answers import nobody_keeps
from credentials.views.new_accounts import account_page
from people.models import User
from people.views.visitors import visitor_of

_limits = settings.KOTYLION_LIMITS
by_network = Throttle(
    "claim-code-by-network", limit=_limits["sign_in_tries_by_network"], seconds=_limits["sign_in_seconds"]
)


@require_http_methods(["GET", "HEAD", "POST"])
def typed(request: HttpRequest) -> HttpResponse:
    """One field for who types the code."""
    code = read_code(request.POST.get("code", "")) if request.method == "POST" else ""
    if code:
        return HttpResponseRedirect(_address(code))
    wrong = claiming.wrong_code() if request.method == "POST" else None
    return _page(request, "claim_typed", {"refusal": wrong}, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest, code: str) -> HttpResponse:
    """What the code is for, and the button that claims it."""
    user = request.user if isinstance(request.user, User) else None
    now = timezone.now()
    found = claiming.working_code(code, now=now)
    if found is None and taking.working_offer(code, now=now):
        # The code of a letter, typed where codes are typed.
        return HttpResponseRedirect(f"/o/{read_code(code)}")
    if found is None:
        mine = claiming.claimed_by(code, user) if user else None
        return _page(request, "claim_done", _badge(mine)) if mine else _wrong(request)
    if request.method != "POST" or user is None:
        return _page(request, "claim", _context(found, code))
    try:
        done = claiming.claim(code, user=user, now=now)
    except Refusal:
        return _wrong(request)
    if not done.new:
        return _page(request, "claim_done", {**_badge(done.credential), "already": True})
    return HttpResponseRedirect(_address(code))


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, code: str) -> HttpResponse:
    """An account of one's own, for who has a code and none yet. The code stays unused until it is tapped."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(_address(code))
    found = claiming.working_code(code, now=timezone.now())
    return _wrong(request) if found is None else account_page(request, _context(found, code))


def _address(code: str) -> str:
    plain = read_code(code)
    return f"/c/{group_code(plain) if plain else quote(code, safe='')}"


def _context(found: ClaimCode, code: str) -> dict[str, Any]:
    version = found.achievement.current_version
    assert version is not None  # a working code is for a published badge
    return {
        "card": card(found.achievement, version, ladder(found.achievement)),
        "note": found.note,
        "path": _address(code),
    }


def _badge(credential: Credential) -> dict[str, Any]:
    achievement = credential.achievement
    return {"card": card(achievement, credential.version, ladder(achievement)), "credential": credential}


def _wrong(request: HttpRequest) -> HttpResponse:
    """One page for every reason; slower once the network has used up its tries, never for a right code."""
    network = visitor_of(request).network
    by_network.count(network)
    security_event("claim_code.wrong", user=request.user)
    response = _page(request, "claim_over", {"refusal": claiming.wrong_code()}, status=404)
    return by_network.hold_back(response, network)


def _page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return nobody_keeps(render(request, f"credentials/{template}.html", context, status=status))

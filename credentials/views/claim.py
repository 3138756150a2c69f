"""`/c/<code>`: a printed code. Looking claims nothing; a tap does (credentials.md §3, AU-06)."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from core.qr_codes import qr_svg
from core.refusals import Refusal
from core.secrets import group_code, read_code
from core.security_log import security_event
from core.throttling import Throttle
from credentials.models import ClaimCode, Credential
from credentials.selectors.achievement_pages import card
from credentials.selectors.trust import ladder
from credentials.services import claiming
from credentials.views.answers import nobody_keeps
from people.models import User
from people.services.personal_accounts import open_personal_account
from people.views.visitors import let_in, visitor_of

_limits = settings.KOTYLION_LIMITS
by_network = Throttle(
    "claim-code-by-network", limit=_limits["sign_in_tries_by_network"], seconds=_limits["sign_in_seconds"]
)
accounts_by_network = Throttle("new-accounts", limit=_limits["new_accounts_by_network"], seconds=3600)
FIELDS = ("given_name", "username", "born_on")


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
    if found is None:
        return _wrong(request)
    context = _context(found, code)
    if request.method != "POST":
        return _page(request, "claim_account", {**context, "typed": {}})
    entered = {name: request.POST.get(name, "")[:200] for name in FIELDS}
    try:
        accounts_by_network.take(visitor_of(request).network)
        made = open_personal_account(
            given_name=entered["given_name"],
            username=entered["username"],
            password=request.POST.get("password", "")[:1000],
            born_on=_day(entered["born_on"]),
            language=get_language() or "pl",
            today=timezone.localdate(),
        )
    except Refusal as refusal:
        return _page(request, "claim_account", {**context, "typed": entered, "refusal": refusal}, status=422)
    if made.consent_url:
        shown = {**context, "consent_url": made.consent_url, "pattern": qr_svg(made.consent_url)}
        return _page(request, "claim_guardian", {**shown, "username": made.user.username})
    return let_in(request, made.user)


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


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

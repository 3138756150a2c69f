"""A short account of one's own, for who came with a printed code or an offer and has none yet."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import get_language

from core.qr_codes import qr_svg
from core.refusals import Refusal
from core.throttling import Throttle
from credentials.views.answers import nobody_keeps
from people.services.personal_accounts import age_for_an_account, open_personal_account
from people.views.visitors import let_in, visitor_of

accounts_by_network = Throttle(
    "new-accounts", limit=settings.KOTYLION_LIMITS["new_accounts_by_network"], seconds=3600
)
FIELDS = ("given_name", "username", "born_on")


def account_page(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The form, what is wrong with it, or what follows: signed in, or a guardian's link for who is too young.

    `context` has `card` and `path`, where the badge waits; it stays there unused.
    """
    if request.user.is_authenticated:
        return HttpResponseRedirect(context["path"])
    context = {**context, "age": age_for_an_account()}
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


def _page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return nobody_keeps(render(request, f"credentials/{template}.html", context, status=status))

"""`/account/take-over/`: a student makes the account that the school runs their own."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from core.qr_codes import qr_svg
from core.refusals import Refusal
from people.enums import AccountKind
from people.models import User
from people.services import handover
from people.services.personal_accounts import age_for_an_account
from people.views.visitors import let_in, page, visitor_of, wrong_answer


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_over(request: HttpRequest) -> HttpResponse:
    """What changes and what stays, then the PIN, a user name and a password; below the age first a guardian's link."""
    user = request.user
    assert isinstance(user, User)
    if user.kind != AccountKind.SCHOOL_MANAGED:
        return page(request, "handover_done", {"username": user.username})
    context: dict[str, Any] = {
        "may": handover.may_take_over(user),
        "age": age_for_an_account(),
        "username": "",
    }
    if request.method != "POST":
        return page(request, "handover", context)
    try:
        if request.POST.get("ask"):
            _consent, url = handover.ask_guardian(user, get_language() or user.language)
            return page(request, "handover_guardian", {**context, "consent_url": url, "pattern": qr_svg(url)})
        context["username"] = request.POST.get("username", "")[:200]
        mine = handover.take_over(
            user,
            pin=request.POST.get("pin", "")[:20],
            username=context["username"],
            password=request.POST.get("password", "")[:1000],
            visitor=visitor_of(request),
        )
    except Refusal as refusal:
        return wrong_answer(request, "handover", context, refusal, visitor_of(request))
    return let_in(request, mine)

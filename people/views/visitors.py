"""What a doorway knows of a browser: its network, its device cookie, where it wanted to go."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme

from core.refusals import Refusal
from people.models import User
from people.services import sign_ins
from people.services.sign_ins import DEVICE_COOKIE, Visitor

DEVICE_SECONDS = 60 * 60 * 24 * 365
# How long a page that asks for a PIN or a second factor may lie open.
PAGE_SECONDS = 600
MOST_DEVICE_LETTERS = 64


def visitor_of(request: HttpRequest) -> Visitor:
    """The address is that of the last named proxy's client (`core.server.forwarded`)."""
    device = request.COOKIES.get(DEVICE_COOKIE, "")
    return Visitor(
        network=request.META.get("REMOTE_ADDR", ""),
        device=device if len(device) <= MOST_DEVICE_LETTERS else "",
    )


def wanted_page(request: HttpRequest) -> str:
    """Where to go after signing in: a path of this site, or "" (TX-03)."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_path = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and len(wanted) <= 500
    safe = is_path and url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else ""


def sealed(purpose: str, value: object) -> str:
    """A value that goes through the page and comes back unchanged, or not at all."""
    return signing.dumps(str(value), salt=f"people.{purpose}")


def unsealed(purpose: str, text: str) -> str | None:
    """What was sealed within the last ten minutes for the same purpose."""
    try:
        value: str = signing.loads(text[:2000], salt=f"people.{purpose}", max_age=PAGE_SECONDS)
    except signing.BadSignature:
        return None
    return value


def page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A doorway page that no cache keeps and no search engine lists."""
    response = render(
        request, f"people/{template}.html", {"next": wanted_page(request), **context}, status=status
    )
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def wrong_answer(
    request: HttpRequest, template: str, context: dict[str, Any], refusal: Refusal, visitor: Visitor
) -> HttpResponse:
    """The same page with the refusal; slower once the network has used up its tries, never when right."""
    response = page(request, template, {**context, "refusal": refusal}, status=422)
    return sign_ins.by_network.hold_back(response, visitor.network)


def let_in(request: HttpRequest, user: User, *, by_card: bool = False) -> HttpResponse:
    """Sign in and go on: to the notice the first time, else to the page that was wanted, else to the app."""
    first_time = user.last_login is None
    spoken = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if first_time and spoken in dict(settings.LANGUAGES):
        # The language chosen on the way in says more than the one the school's list had.
        user.language = spoken
        user.save(update_fields=["language"])
    wanted = wanted_page(request)
    device = sign_ins.sign_in(request, user, visitor_of(request), by_card=by_card)
    target = wanted or settings.LOGIN_REDIRECT_URL
    if user.notice_seen_at is None:
        request.session["after_notice"] = target
        target = reverse("first-notice")
    response = HttpResponseRedirect(target)
    response.set_cookie(
        DEVICE_COOKIE,
        device,
        max_age=DEVICE_SECONDS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        user.language,
        max_age=DEVICE_SECONDS,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
    )
    return response

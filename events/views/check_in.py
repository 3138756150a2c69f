"""`/e/<code>`: what the QR code at the door opens, and `/e/` for who types. Looking checks nobody in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from core.access import as_uuid, visible_to
from core.refusals import Refusal
from core.secrets import read_code
from core.translated import in_language
from events.enums import CheckInMethod
from events.models import Attendance, Event
from events.moments import clock
from events.rotating_codes import DIGITS
from events.selectors.check_in import open_events_of
from events.selectors.events import events_concerning
from events.services import check_in_codes, checking_in
from events.services.check_in_codes import Found
from people.models import User
from people.views.visitors import visitor_of

# What was scanned in its time is good while somebody signs in, in the same browser.
HELD, HELD_SECONDS = "check-in", 600
MOST_LETTERS = 64


@require_http_methods(["GET", "HEAD", "POST"])
def scanned(request: HttpRequest, code: str) -> HttpResponse:
    """GET says what it is and asks; the POST of the button, or of the page's script, checks in."""
    code, now = code[:MOST_LETTERS], timezone.now()
    user = request.user
    if not isinstance(user, User):
        return _visitor(request, code, now)
    moment = _held_since(request, code) or now
    try:
        known = _seen_by(user, check_in_codes.found_for(code, user, moment))
        if request.method == "POST":
            return _arrive(request, known, at=moment)
        checking_in.require_open(known.event, moment)
    except Refusal as refusal:
        return _page(request, "check_in_code", {"refusal": refusal, **_choices(user, now)}, status=422)
    if Attendance.objects.filter(event=known.event, user=user).exists():
        return _page(request, "checked_in", {**_what(known.event), "already": True})
    response = _page(request, "check_in", {**_what(known.event), "code": code})
    return _hold(response, code, moment)


@require_http_methods(["GET", "HEAD", "POST"])
def typed(request: HttpRequest) -> HttpResponse:
    """Four digits from the screen, or the eight letters of a printed code."""
    user, now = request.user, timezone.now()
    if not isinstance(user, User):
        here = reverse("check-in-code")
        # Not straight to the sign-in page: its field wants the code of a card, not the one of the door.
        return _page(request, "check_in_visitor", {"next": here, "typed": True})
    if request.method != "POST":
        return _page(request, "check_in_code", _choices(user, now))
    text = request.POST.get("code", "").strip()[:MOST_LETTERS]
    try:
        if text.isdecimal() and len(text) <= DIGITS:
            known = _by_digits(request, user, text, now)
        else:
            known = _seen_by(user, check_in_codes.found_for(read_code(text) or text, user, now))
        return _arrive(request, known, at=now)
    except Refusal as refusal:
        return _page(request, "check_in_code", {"refusal": refusal, **_choices(user, now)}, status=422)


def _visitor(request: HttpRequest, code: str, now: datetime) -> HttpResponse:
    """Sign in first. The code is remembered by this browser alone, so that it may change meanwhile."""
    if request.method == "POST":
        return _sign_in(request, request.path)
    network = f"network:{visitor_of(request).network}"
    # A network that guesses is told nothing any more; whoever signs in goes on all the same.
    known = check_in_codes.found(code, now) if check_in_codes.codes_by_network.allowed(network) else None
    if known is None:
        check_in_codes.codes_by_network.count(network)
        return _page(request, "check_in_visitor", {"next": request.path})
    return _hold(_page(request, "check_in_visitor", {"next": request.path, "good": True}), code, now)


def _arrive(request: HttpRequest, known: Found, *, at: datetime) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)
    arrival = checking_in.check_in(known.event, user, method=known.method, actor=user, at=at, code=known.code)
    response = _page(request, "checked_in", {**_what(known.event), "already": arrival.already})
    response.delete_cookie(HELD, path=reverse("check-in-code"))
    return response


def _by_digits(request: HttpRequest, user: User, text: str, now: datetime) -> Found:
    chosen = as_uuid(request.POST.get("event", ""))
    if chosen is not None:
        event = visible_to(user, Event).filter(pk=chosen).first()
    else:
        event = next(iter(open_events_of(user, events_concerning(user), now)), None)
    if event is None:
        raise check_in_codes.wrong()
    checking_in.require_open(event, now)
    device = visitor_of(request).device
    check_in_codes.check_digits(event, text, user=user, device=device, now=now)
    return Found(event, CheckInMethod.DIGITS)


def _seen_by(user: User, known: Found) -> Found:
    """What a person may not know of looks like a code that does not work."""
    if not visible_to(user, Event).filter(pk=known.event.pk).exists():
        raise check_in_codes.wrong()
    return known


def _choices(user: User, now: datetime) -> dict[str, Any]:
    events = open_events_of(user, events_concerning(user), now)
    return {"events": [{"id": event.pk, "title": in_language(event.title)} for event in events]}


def _what(event: Event) -> dict[str, Any]:
    return {
        "event_id": event.pk,
        "title": in_language(event.title),
        "hours": f"{clock(event.starts_at)}–{clock(event.ends_at)}",
        "host": event.group.name if event.group else "",
    }


def _held_since(request: HttpRequest, code: str) -> datetime | None:
    """When this browser scanned this code in its time, within the last ten minutes."""
    try:
        held = request.get_signed_cookie(HELD, salt=HELD, max_age=HELD_SECONDS)
    except (KeyError, signing.BadSignature):
        return None
    seconds, _space, scanned_code = (held or "").partition(" ")
    if scanned_code != code:
        return None
    return datetime.fromtimestamp(float(seconds), tz=timezone.get_current_timezone())


def _hold(response: HttpResponse, code: str, moment: datetime) -> HttpResponse:
    response.set_signed_cookie(
        HELD,
        f"{moment.timestamp()} {code}",
        salt=HELD,
        max_age=HELD_SECONDS,
        path=reverse("check-in-code"),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def _sign_in(request: HttpRequest, wanted: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('sign-in')}?{urlencode({'next': wanted})}")


def _page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    response = render(request, f"events/{template}.html", context, status=status)
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response

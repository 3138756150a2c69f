"""`/events/<slug>`: one public event, for people, calendars and machines; and signing up without the app."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_POST, require_safe

from core.access import NotFound, access, visible_to
from core.linked_data import linked_data_script
from core.qr_codes import qr_svg
from core.refusals import Refusal
from core.translated import in_language
from events import rules
from events.calendar import CONTENT_TYPE, calendar_of
from events.enums import SignUpState, Visibility
from events.models import Event
from events.moments import when_in_words
from events.selectors.cards import organiser_of
from events.selectors.events import public_event_by_slug
from events.selectors.public_pages import public_page
from events.services.pictures import kept, picture_file, version_of, words_of
from events.services.signing_up import sign_up, withdraw_sign_up
from people.models import User

KEPT = "public, max-age=300"
PRIVATE = "private, no-store"


@require_safe
def event_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The public page; who may see an event that is not public is led to it in the app."""
    event = public_event_by_slug(slug)
    if event is None:
        hidden = visible_to(request.user, Event).filter(slug=slug).first()
        if hidden is None:
            raise Http404
        return HttpResponseRedirect(f"/app/events/{hidden.pk}")
    return _page(request, event)


def _page(request: HttpRequest, event: Event, problem: str = "") -> HttpResponse:
    page = public_page(event, request.user)
    context = {
        "page": page,
        "problem": problem,
        "linked_data": linked_data_script(page.linked_data),
        "picture": f"{settings.PUBLIC_URL}/events/{event.slug}/picture.png?v={version_of(words_of(event))}",
        "sign_in": f"/sign-in/?{urlencode({'next': f'/events/{event.slug}'})}",
    }
    response = render(request, "events/event_page.html", context, status=409 if problem else 200)
    response["Cache-Control"] = PRIVATE if request.user.is_authenticated else "private, max-age=60"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@login_required
@require_POST
def sign_up_here(request: HttpRequest, slug: str) -> HttpResponse:
    """Sign up or withdraw with one button; a guardian's link is shown once, as a page nobody keeps."""
    user = request.user
    assert isinstance(user, User)
    event = _found(user, slug)
    try:
        if request.POST.get("act") == "withdraw":
            withdraw_sign_up(event, user=user)
            return HttpResponseRedirect(f"/events/{slug}")
        signed_up = sign_up(event, user=user, language=translation.get_language() or "pl")
    except Refusal as refusal:
        return _page(request, event, str(refusal))
    if not signed_up.consent_url:
        return HttpResponseRedirect(f"/events/{slug}")
    context = {
        "event": event,
        "title": in_language(event.title),
        "waiting": signed_up.sign_up.state == SignUpState.WAITING,
        "url": signed_up.consent_url,
        "pattern": qr_svg(signed_up.consent_url),
    }
    response = render(request, "events/guardian_link.html", context)
    response["Cache-Control"] = PRIVATE
    return response


def _found(user: User, slug: str) -> Event:
    public = public_event_by_slug(slug)
    if public is None:
        raise Http404
    try:
        access(user, rules.SIGN_UP, Event, public.pk)
    except NotFound:
        raise Http404 from None
    return public


@require_safe
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The event for a calendar: public ones for everybody, others for whom they are for."""
    seen = visible_to(request.user, Event).select_related("place", "group__parent", "issuer")
    event = seen.filter(slug=slug).first()
    if event is None:
        raise Http404
    is_public = event.visibility == Visibility.PUBLIC and public_event_by_slug(slug) is not None
    response = HttpResponse(
        calendar_of([event], name=in_language(event.title)),
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{event.slug}.ics"'},
    )
    response["Cache-Control"] = KEPT if is_public else PRIVATE
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture for messengers, once it is drawn; it is never drawn while somebody waits."""
    event = public_event_by_slug(slug)
    drawn = kept(picture_file(event)) if event else b""
    if not drawn:
        raise Http404
    return HttpResponse(
        drawn,
        content_type="image/png",
        headers={"Cache-Control": KEPT, "X-Content-Type-Options": "nosniff"},
    )


@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """One sheet of A4 for a wall: what, when, where, the code of the page and its address to type."""
    event = visible_to(request.user, Event).filter(slug=slug, cancelled_at=None)
    found = event.select_related("place", "group__parent", "issuer").first()
    if found is None:
        raise Http404
    address = f"{settings.PUBLIC_URL}/events/{found.slug}"
    languages = []
    for code in ("pl", "en", "uk"):
        with translation.override(code):
            languages.append((code, when_in_words(found.starts_at, found.ends_at)))
    context = {
        "event": found,
        "title": in_language(found.title, "pl"),
        "description": in_language(found.description, "pl"),
        "organiser": organiser_of(found),
        "languages": languages,
        "pattern": qr_svg(address),
        "address": f"{urlsplit(settings.PUBLIC_URL).netloc}/events/{found.slug}",
    }
    response = render(request, "events/poster.html", context)
    response["Cache-Control"] = PRIVATE
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response

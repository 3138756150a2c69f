"""`/calendar/`: a person's own events in their own calendar program, by a secret address."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.network import current_network
from core.throttling import Throttle, Throttled
from events.calendar import CONTENT_TYPE, MOST_EVENTS, calendar_of
from events.models import CalendarFeed
from events.selectors.events import events_concerning
from events.services.calendar_feeds import end_feed, feed_owner, make_feed
from people.models import User

PRIVATE = "private, no-store"
PAST_DAYS = 60
# A secret of 160 bits is not guessed; this keeps a loop of mistakes from costing us anything.
wrong_addresses = Throttle("calendar-feed", limit=60, seconds=900)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_calendar(request: HttpRequest) -> HttpResponse:
    """Say what the address is for; a POST makes one (and ends the old), or ends it."""
    user = request.user
    assert isinstance(user, User)
    address = ""
    if request.method == "POST" and request.POST.get("act") == "end":
        end_feed(user)
    elif request.method == "POST":
        address = make_feed(user)
    exists = CalendarFeed.objects.filter(user=user).exists()
    response = render(request, "events/own_calendar.html", {"address": address, "exists": exists})
    response["Cache-Control"] = PRIVATE
    return response


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """What concerns the owner, from two months ago on, in their language; the address is all that is asked."""
    network = f"network:{current_network()}"
    try:
        wrong_addresses.check(network)
    except Throttled:
        raise Http404 from None
    owner = feed_owner(secret)
    if owner is None:
        wrong_addresses.count(network)
        raise Http404
    since = timezone.now() - timedelta(days=PAST_DAYS)
    events = (
        events_concerning(owner).filter(ends_at__gte=since).select_related("place", "group__parent", "issuer")
    )
    with translation.override(owner.language):
        body = calendar_of(events.order_by("starts_at", "pk")[:MOST_EVENTS], name=_("My events"))
    response = HttpResponse(body, content_type=CONTENT_TYPE)
    response["Cache-Control"] = PRIVATE
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response

"""The screen at the door: a code that changes by itself, four digits, and how many are here. No names."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from core.qr_codes import qr_svg
from core.translated import in_language
from events.check_in_window import closes_at, is_open, opens_at, takes_place
from events.models import Event
from events.moments import clock
from events.selectors.check_in import here_count
from events.services.check_in_codes import shown_now
from events.views.door import kept_by, now_as_json, screen


@login_required
@require_safe
def projector(request: HttpRequest, event_id: str) -> HttpResponse:
    """The whole screen; its script asks `projector_now` for the rest."""
    event = kept_by(request, event_id)
    now = _now(event, known_step=None)
    context = {
        "event": event,
        "title": in_language(event.title),
        "place": f"{urlsplit(settings.PUBLIC_URL).netloc}/e/",
        "now": now,
    }
    return screen(request, "projector", context)


@login_required
@require_safe
def projector_now(request: HttpRequest, event_id: str) -> HttpResponse:
    """What has changed. With `?step=` of the code on the screen the picture comes only when it is another one."""
    event = kept_by(request, event_id)
    return now_as_json(_now(event, known_step=request.GET.get("step")))


def _now(event: Event, *, known_step: str | None) -> dict[str, Any]:
    """`until` is Unix milliseconds by the server's clock, `clock` the same clock now, so that both can differ from the
    laptop's.
    """
    now = timezone.now()
    here = here_count(event)
    open_now = is_open(event, now)
    found: dict[str, Any] = {
        "open": open_now,
        "here": here,
        "hereLine": ngettext("%(count)d person is here", "%(count)d people are here", here) % {"count": here},
        "line": _line(event, open_now),
        "clock": int(now.timestamp() * 1000),
    }
    if open_now:
        shown = shown_now(event, now)
        found |= {"step": shown.step, "until": shown.until * 1000, "digits": shown.digits}
        if known_step != str(shown.step):
            found["svg"] = str(qr_svg(shown.address))
    return found


def _line(event: Event, open_now: bool) -> str:
    if not takes_place(event):
        return _("This event does not take place.")
    if open_now:
        return _("Check-in is open until %(time)s.") % {"time": clock(closes_at(event))}
    if timezone.now() < opens_at(event):
        return _("Check-in opens at %(time)s.") % {"time": clock(opens_at(event))}
    return _("Check-in closed at %(time)s.") % {"time": clock(closes_at(event))}

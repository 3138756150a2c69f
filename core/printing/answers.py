"""Handing out what is printed: counted, in turn, and kept by nobody."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.network import current_network
from core.printing.typesetting import PressBusy, Sheet, typeset
from core.throttling import Throttle, Throttled

QUARTER = 900
_limits = settings.KOTYLION_LIMITS
by_person = Throttle("prints", limit=_limits["prints"], seconds=QUARTER)
by_network = Throttle("prints-network", limit=_limits["prints_by_network"], seconds=QUARTER)


def printed_answer(request: HttpRequest, sheet: Callable[[], Sheet], *, name: str) -> HttpResponse:
    """The PDF as a download called `name`; 429 for who prints too much, 503 while too many print.

    The door has asked whether the reader may have it. `sheet` is made only when there is a turn for it.
    """
    try:
        if request.user.is_authenticated:
            by_person.take(f"person:{request.user.pk}")
        else:
            by_network.take(f"network:{current_network()}")
        content = typeset(sheet())
    except Throttled as throttled:
        return _later(str(throttled), 429, throttled.retry_after)
    except PressBusy:
        return _later(_("Many pages are being printed just now. Try again in a minute."), 503, 30)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _later(text: str, status: int, seconds: int) -> HttpResponse:
    return HttpResponse(
        text, status=status, content_type="text/plain; charset=utf-8", headers={"Retry-After": str(seconds)}
    )

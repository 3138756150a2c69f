"""The page to print of a code for a poster: A4, the pattern, a short address, the letters, three languages."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.qr_codes import qr_svg
from core.secrets import group_code, read_code
from core.translated import in_language
from events import rules
from events.moments import when_in_words
from events.services.check_in_codes import address_of, printed_code
from events.views.door import kept_by, screen


@login_required
@require_safe
def print_code(request: HttpRequest, event_id: str, letters: str) -> HttpResponse:
    """For who made it: only who has the letters finds the page, and nothing here can tell them again."""
    event = kept_by(request, event_id, rules.MANAGE_EVENT)
    code = printed_code(event, letters)
    if code is None:
        raise Http404
    context = {
        "event": event,
        "title": in_language(event.title),
        "host": event.group.name if event.group else "",
        "pattern": qr_svg(address_of(read_code(letters))),
        "letters": group_code(letters),
        "place": f"{urlsplit(settings.PUBLIC_URL).netloc}/e/",
        "window": when_in_words(code.valid_from, code.valid_until),
        "cap": code.cap,
    }
    return screen(request, "printed_code", context)

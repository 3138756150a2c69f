"""`/report/<token>`: pointing at what one has just read, with or without an account.

The token stands on the page that shows the thing, so whoever has it has seen it; what is not open any more is not
found.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from core.network import current_network
from core.refusals import Refusal, Refusals
from core.throttling import Throttled
from people.enums import ReportReason
from people.models import User
from people.reporting import Reportable, pointed_at
from people.services.visitor_reports import report_as_visitor, stamp

FIELDS = ("reason", "details", "part")


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, token: str) -> HttpResponse:
    """The form; what is wrong with it and all that was typed; or thanks."""
    pointed = pointed_at(token)
    if pointed is None:
        raise Http404
    context: dict[str, object] = {}
    status = 200
    if request.method == "POST":
        typed = {field: request.POST.get(field, "")[:2000] for field in FIELDS}
        context["typed"] = typed
        try:
            known, thing = pointed.part(typed["part"])
            _send(request, known, thing, typed)
        except Throttled as throttled:
            context["problem"], status = str(throttled), 429
        except Refusals as refused:
            context["problem"], status = str(refused.refusals[0]), 422
        except Refusal as refusal:
            context["problem"], status = str(refusal), 422
        else:
            context |= {"sent": True, "hidden": known.hides_at_once}
    reasons = [(value, label) for value, label in ReportReason.choices]
    context |= {"pointed": pointed, "reasons": reasons, "stamp": stamp()}
    response = render(request, "people/report.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    # Not "no-referrer": browsers would then send the form with `Origin: null`, which the form's own check refuses.
    response["Referrer-Policy"] = "same-origin"
    return response


def _send(request: HttpRequest, known: Reportable, thing: Any, typed: dict[str, str]) -> None:
    report_as_visitor(
        known,
        thing,
        reporter=request.user if isinstance(request.user, User) else None,
        reason=typed["reason"],
        details=typed["details"],
        trap=request.POST.get("website", ""),
        stamp=request.POST.get("stamp", ""),
        network=current_network(),
    )

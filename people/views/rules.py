"""What may not be written or drawn, who sees what, and how to report: in plain words."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The same page for everybody; its deadlines are the ones the portal keeps."""
    limits = settings.KOTYLION_LIMITS
    deadlines = {
        "hours": limits["report_urgent_hours"],
        "days": limits["report_days"],
        "appeal": limits["appeal_days"],
    }
    return render(request, "people/rules.html", deadlines)

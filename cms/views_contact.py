"""The contact page's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from cms.services.contact import Written, receive
from core.network import current_network
from core.refusals import Refusals
from core.throttling import Throttled

if TYPE_CHECKING:
    from cms.models import ContactPage

FIELDS = ("topic", "name", "email", "text")


def answer_contact(page: ContactPage, request: HttpRequest) -> HttpResponse:
    """The form; what is wrong with it and everything as it was typed; or thanks."""
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    context = page.get_context(request)
    status = 200
    if request.method == "POST":
        typed = {field: request.POST.get(field, "")[:10_000] for field in FIELDS}
        # `website` is hidden from people; machines fill in everything.
        written = Written(**typed, trap=request.POST.get("website", ""), stamp=request.POST.get("stamp", ""))
        try:
            receive(
                written,
                topics=context["choices"],
                network=current_network(),
                language=page.locale.language_code,
            )
        except Refusals as refused:
            problems = {refusal.field: str(refusal) for refusal in refused.refusals}
            context |= {"typed": typed, "problems": problems, "problem": problems.pop("", "")}
            status = 422
        except Throttled as throttled:
            context |= {"typed": typed, "problem": str(throttled)}
            status = 429
        else:
            context["sent"] = True
    response = render(request, page.get_template(request), context, status=status)
    # The form holds a stamp of its own time and a secret against forgery.
    response.headers["Cache-Control"] = "private, no-store"
    return response

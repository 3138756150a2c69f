"""Signing out."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from people.services import sign_ins
from people.views.visitors import page, visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    """A POST ends the session on the server and tells the browser to forget what it kept (AU-03, AU-04)."""
    if request.method != "POST":
        return page(request, "sign_out", {})
    sign_ins.sign_out(request, visitor_of(request))
    response = HttpResponseRedirect(settings.LOGOUT_REDIRECT_URL)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    response.headers["Cache-Control"] = "no-store"
    return response

"""The doors to figures: for signed-in people who may steer, never public. Missing and forbidden look the same."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.admin_header import header
from cms.figures import scopes
from cms.figures.exporting import FORMS, exported, file_name
from cms.figures.report import Report, report
from cms.figures.rules import SEE_ISSUER_FIGURES, SEE_PORTAL_FIGURES, SEE_SCHOOL_FIGURES
from cms.figures.selectors import issuers_steered_by, schools_steered_by
from cms.figures.shown import context_of
from core.access import NotFound, access, may
from core.portal_name import portal_name
from core.security_log import security_event
from core.throttling import Throttle, Throttled
from core.translated import in_language
from credentials.models import Issuer
from people.models import School, User

exports = Throttle("figures-exports", limit=60, seconds=900)


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Whose figures this person may read; nothing here for everybody else."""
    schools = [(one.name, f"/figures/school/{one.pk}/") for one in schools_steered_by(request.user)]
    issuers = [
        (in_language(one.name), f"/figures/issuer/{one.pk}/") for one in issuers_steered_by(request.user)
    ]
    runs_the_portal = may(request.user, SEE_PORTAL_FIGURES, None)
    if not schools and not issuers and not runs_the_portal:
        raise Http404
    context = {"schools": schools, "issuers": issuers, "runs_the_portal": runs_the_portal}
    return private(render(request, "cms/figures/index.html", context))


@login_required
@require_safe
def of_school(request: HttpRequest, school_id: UUID, form: str = "") -> HttpResponse:
    try:
        school = access(request.user, SEE_SCHOOL_FIGURES, School, school_id)
    except NotFound:
        raise Http404 from None
    return _answer(request, scopes.of_school(school), f"/figures/school/{school_id}", form)


@login_required
@require_safe
def of_issuer(request: HttpRequest, issuer_id: UUID, form: str = "") -> HttpResponse:
    try:
        issuer = access(request.user, SEE_ISSUER_FIGURES, Issuer, issuer_id)
    except NotFound:
        raise Http404 from None
    return _answer(request, scopes.of_issuer(issuer), f"/figures/issuer/{issuer_id}", form)


@require_safe
def of_portal(request: HttpRequest, form: str = "") -> HttpResponse:
    """Inside the editors' admin, for the operator alone."""
    if not may(request.user, SEE_PORTAL_FIGURES, None):
        raise Http404
    scope = scopes.of_portal(portal_name())
    return _answer(request, scope, "/cms/figures", form, template="cms/figures/portal.html")


def private(response: HttpResponse) -> HttpResponse:
    """For this person now; kept by nobody, found by no search engine."""
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _answer(
    request: HttpRequest,
    scope: scopes.Scope,
    address: str,
    form: str,
    template: str = "cms/figures/page.html",
) -> HttpResponse:
    if form and form not in FORMS:
        raise Http404
    figures = report(scope, timezone.localdate(), request.GET.get("term", ""))
    if form:
        return _file(request.user, figures, address, form)  # type: ignore[arg-type]
    shown = context_of(figures, f"{address}/", address) | header(_("Figures"), "list-ol")
    return private(render(request, template, shown))


def _file(user: User, figures: Report, address: str, form: str) -> HttpResponse:
    try:
        exports.take(str(user.pk))
    except Throttled as refusal:
        text = {"content_type": "text/plain; charset=utf-8", "headers": {"Retry-After": refusal.retry_after}}
        return private(HttpResponse(str(refusal), status=429, **text))
    security_event("figures.exported", user=user, address=address, term=figures.term.code, form=form)
    response = HttpResponse(exported(figures, form), content_type=FORMS[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(figures, form)}"'
    return private(response)

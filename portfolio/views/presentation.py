"""`/p/<secret>`: a page that a learner composed, one badge of it with its proof, a file on it; and the same as a
preview for the learner alone.

Unknown, withdrawn, expired and not agreed to are one answer. Nothing of it is kept by caches or search engines, and no
other site learns its address.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from core.access import NotFound, access
from core.printing.answers import printed_answer
from core.printing.typesetting import Sheet
from credentials.views.answers import nobody_keeps, not_here
from credentials.views.credentials import context_of
from credentials.views.uploads import file_answer
from portfolio.enums import PageState
from portfolio.models import PresentationPage
from portfolio.presentation_links import address_of, path_of
from portfolio.rules import VIEW_PRESENTATION
from portfolio.selectors.presentation_pages import badge_on, file_on, opened_by, presentation_of
from portfolio.selectors.presentations import may_be_shown
from portfolio.services.printing import presentation_sheet
from portfolio.services.showing import count_view

# Messengers and search engines that fetch a link before a person does; they say who they are.
_ROBOTS = ("bot", "crawl", "spider", "preview", "facebookexternalhit", "whatsapp", "lighthouse")


@require_safe
def presentation(request: HttpRequest, secret: str) -> HttpResponse:
    now = timezone.now()
    page = _opened(secret, now)
    response = _page(request, page, path_of(secret), now)
    if _is_a_reader(request, page):
        count_view(page.pk)
    return response


@require_safe
def badge(request: HttpRequest, secret: str, credential_id: UUID) -> HttpResponse:
    now = timezone.now()
    return _badge(request, _opened(secret, now), credential_id, path_of(secret), now)


@require_safe
def work(request: HttpRequest, secret: str, evidence_id: UUID) -> HttpResponse:
    return _file(_opened(secret, timezone.now()), evidence_id)


@require_safe
def paper(request: HttpRequest, secret: str) -> HttpResponse:
    """The page as a PDF to print or to keep."""
    now = timezone.now()
    return _paper(request, _opened(secret, now), f"{settings.PUBLIC_URL}{path_of(secret)}", now)


@require_safe
def preview_paper(request: HttpRequest, page_id: UUID) -> HttpResponse:
    """The same for the learner alone, with the code of the page where it is open."""
    now = timezone.now()
    page = _own(request, page_id)
    is_open = page.state(now) == PageState.OPEN and may_be_shown(page, now)
    return _paper(request, page, address_of(page.pk, page.link) if is_open else "", now)


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]
def preview(request: HttpRequest, page_id: UUID) -> HttpResponse:
    """What a stranger would see, drawn by the same lines; the app shows it in a frame."""
    return _page(request, _own(request, page_id), f"/p/preview/{page_id}", timezone.now(), in_frame=True)


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]
def preview_badge(request: HttpRequest, page_id: UUID, credential_id: UUID) -> HttpResponse:
    page = _own(request, page_id)
    return _badge(request, page, credential_id, f"/p/preview/{page_id}", timezone.now())


@require_safe
def preview_work(request: HttpRequest, page_id: UUID, evidence_id: UUID) -> HttpResponse:
    return _file(_own(request, page_id), evidence_id)


def _opened(secret: str, now: datetime) -> PresentationPage:
    page = opened_by(secret, now)
    if page is None:
        raise not_here()
    return page


def _own(request: HttpRequest, page_id: UUID) -> PresentationPage:
    try:
        return access(request.user, VIEW_PRESENTATION, PresentationPage, page_id)
    except NotFound as error:
        raise not_here() from error


def _page(
    request: HttpRequest, page: PresentationPage, base: str, now: datetime, *, in_frame: bool = False
) -> HttpResponse:
    context = {"shown": presentation_of(page, now), "base": base, "in_frame": in_frame}
    return nobody_keeps(render(request, "portfolio/presentation.html", context))


def _paper(request: HttpRequest, page: PresentationPage, address: str, now: datetime) -> HttpResponse:
    def sheet() -> Sheet:
        return presentation_sheet(page, presentation_of(page, now), address=address, now=now)

    return nobody_keeps(printed_answer(request, sheet, name=f"badges-{now:%Y-%m-%d}.pdf"))


def _badge(
    request: HttpRequest, page: PresentationPage, credential_id: UUID, base: str, now: datetime
) -> HttpResponse:
    found = badge_on(page, credential_id)
    if found is None:
        raise not_here()
    context = {**context_of(found, "", False, now), "back": base}
    return nobody_keeps(render(request, "portfolio/presented_badge.html", context))


def _file(page: PresentationPage, evidence_id: UUID) -> HttpResponse:
    upload = file_on(page, evidence_id)
    if upload is None:
        raise not_here()
    return nobody_keeps(file_answer(upload))


def _is_a_reader(request: HttpRequest, page: PresentationPage) -> bool:
    """A person other than the learner, as far as one can tell without keeping anything about them."""
    agent = request.headers.get("User-Agent", "").lower()
    ahead = "prefetch" in request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return (
        request.method == "GET"
        and request.user.pk != page.owner_id
        and not ahead
        and not any(word in agent for word in _ROBOTS)
    )

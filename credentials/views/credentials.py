"""`/credentials/<uuid>`: the page, the signed JSON and the picture with the badge in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from uuid import UUID

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access import NotFound, access
from core.printing.answers import printed_answer
from credentials.addresses import credential_address
from credentials.enums import AchievementKind, ShownName
from credentials.models import AchievementVersion, Credential
from credentials.rules import VIEW_CREDENTIAL
from credentials.selectors.issuer_history import since_then
from credentials.selectors.printed_details import printed_details
from credentials.selectors.public_pages import (
    CredentialPage,
    body_by_share,
    body_for_owner,
    page_by_share,
    page_within,
    words_of,
)
from credentials.selectors.verdicts import judge_own
from credentials.services.forms import png_with_badge, svg_with_badge
from credentials.services.full_documents import full_document, full_token
from credentials.services.keys import KeyUnusable
from credentials.services.made_when_asked import MadeWhenAsked
from credentials.services.printing import Printed, badge_sheet
from credentials.services.sharing import share_digest
from credentials.services.signing import SigningRefused
from credentials.services.tokens import token_of
from credentials.verdict_words import in_words
from credentials.views.answers import (
    DRAWN,
    PRIVATE,
    json_document,
    nobody_keeps,
    not_here,
)
from credentials.views.negotiating import CREDENTIAL, VC_JWT, none_suits, wanted

log = structlog.get_logger("credentials.documents")


@require_safe
def credential(request: HttpRequest, credential_id: UUID) -> HttpResponse:
    """The page, or by `Accept` a document."""
    best = wanted(request, FORMS)
    if best is None:
        return none_suits(FORMS)
    if best.form == "page":
        return nobody_keeps(_page(request, credential_id, timezone.now()))
    answer = _DOCUMENTS[best.form](request, credential_id)
    if answer.status_code == HTTPStatus.OK:
        answer["Content-Type"] = best.media_type
    return answer


@require_safe
def as_json(request: HttpRequest, credential_id: UUID) -> HttpResponse:
    """The exact bytes that were signed; with `?form=full`, for the owner, those with name and grade."""
    return nobody_keeps(json_document(chosen_body(request, credential_id), CREDENTIAL, keep=PRIVATE))


@require_safe
def as_png(request: HttpRequest, credential_id: UUID) -> HttpResponse:
    """The picture with the signed badge in it (Open Badges 3.0 §5.3)."""
    body = chosen_body(request, credential_id)
    version = Credential.objects.select_related("version__achievement").get(pk=credential_id).version
    response = HttpResponse(png_with_badge(version, body), content_type="image/png")
    response["Content-Disposition"] = f'inline; filename="{version.achievement.slug}.png"'
    return nobody_keeps(response)


@require_safe
def as_svg(request: HttpRequest, credential_id: UUID) -> HttpResponse:
    """The drawing with the signed badge in it (Open Badges 3.0 §5.3.2)."""
    body = chosen_body(request, credential_id)
    version = Credential.objects.select_related("version__achievement").get(pk=credential_id).version
    response = HttpResponse(svg_with_badge(version, body), content_type="image/svg+xml")
    response["Content-Disposition"] = f'inline; filename="{version.achievement.slug}.svg"'
    response["Content-Security-Policy"] = DRAWN
    return nobody_keeps(response)


@require_safe
def as_pdf(request: HttpRequest, credential_id: UUID) -> HttpResponse:
    """The badge on paper, with the signed badge attached. By a link, what its page says; for its owner *for publishing*
    under their initials, or with `?form=full` everything.
    """
    signed_body(request, credential_id)
    now, secret = timezone.now(), request.GET.get("key", "")[:200]
    details = None
    if secret:
        page = page_by_share(credential_id, share_digest(secret), now=now)
    elif request.GET.get("form") == "full":
        page, details = page_within(credential_id), printed_details(credential_id)
    else:
        page = page_within(credential_id, shown_name=ShownName.INITIALS, with_place=False)
    if page is None or page.document is None:
        raise not_here()
    version = AchievementVersion.objects.select_related("achievement").get(pk=page.version_id)
    link = f"{credential_address(credential_id)}?key={secret}" if secret else ""
    printed = Printed(page, page.document, version, link, details)
    name = f"{version.achievement.slug}{'-full' if details else ''}.pdf"
    return nobody_keeps(printed_answer(request, lambda: badge_sheet(printed, now), name=name))


@require_safe
def as_jwt(request: HttpRequest, credential_id: UUID) -> HttpResponse:
    """The badge as VC-JWT (Open Badges 3.0 §8.2); with `?form=full`, for the owner, with name and grade."""
    signed_body(request, credential_id)
    token = _made(full_token if _asks_for_full(request) else token_of, credential_id)
    return nobody_keeps(json_document(token, VC_JWT, keep=PRIVATE))


def signed_body(request: HttpRequest, credential_id: UUID) -> bytes:
    """The signed bytes for the holder of a working link, or for the owner. Raises Http404."""
    secret = request.GET.get("key")
    if secret:
        body = body_by_share(credential_id, share_digest(secret[:200]), now=timezone.now())
    else:
        owner = request.user
        body = body_for_owner(owner.pk, credential_id) if owner.is_authenticated else None
    if body is None:
        raise not_here()
    return body


def chosen_body(request: HttpRequest, credential_id: UUID) -> bytes:
    """The bytes for publishing, or with `?form=full` the full ones for the owner alone. Raises Http404."""
    body = signed_body(request, credential_id)
    return _made(full_document, credential_id) if _asks_for_full(request) else body


def _asks_for_full(request: HttpRequest) -> bool:
    """Whether the form with name and grade is meant. By a link there is none: raises Http404."""
    asks = request.GET.get("form") == "full"
    if asks and request.GET.get("key"):
        raise not_here()
    return asks


def _made(make: MadeWhenAsked, credential_id: UUID) -> bytes:
    """A form that is signed when somebody first asks. Raises Http404 where there is none."""
    try:
        made = make(credential_id, now=timezone.now())
    except (SigningRefused, KeyUnusable) as error:
        log.exception("form.not_signed", credential=str(credential_id))
        raise not_here() from error
    if made is None:
        raise not_here()
    return made


def _page(request: HttpRequest, credential_id: UUID, now: datetime) -> HttpResponse:
    secret = request.GET.get("key", "")[:200]
    found, owned = (
        (page_by_share(credential_id, share_digest(secret), now=now), False)
        if secret
        else _within(request, credential_id)
    )
    if found is None:
        raise not_here()
    return render(request, "credentials/credential.html", context_of(found, secret, owned, now))


FORMS = ("page", "json", "jwt", "png", "svg", "pdf")
_DOCUMENTS: dict[str, Callable[[HttpRequest, UUID], HttpResponse]] = {
    "json": as_json, "jwt": as_jwt, "png": as_png, "svg": as_svg, "pdf": as_pdf,
}  # fmt: skip


def _within(request: HttpRequest, credential_id: UUID) -> tuple[CredentialPage | None, bool]:
    """The page for its owner or for who leads the class, and whether it is the owner."""
    try:
        found = access(request.user, VIEW_CREDENTIAL, Credential, credential_id)
    except NotFound:
        return None, False
    return page_within(credential_id), found.recipient_id == request.user.pk


def context_of(page: CredentialPage, secret: str, owned: bool, now: datetime) -> dict[str, object]:
    """What the page about one credential is drawn from."""
    words = words_of(page.version_id)
    of_club = words.card.kind == AchievementKind.CLUB_BADGE
    return {
        "page": page,
        "words": words,
        "outcomes": words.outcomes,
        "issuer_note": since_then(words.issuer_standing, page.issuer_standing),
        "verdict": in_words(judge_own(page.document, now=now), of_club=of_club) if page.document else None,
        "path": f"/credentials/{page.id}",
        "query": f"?key={secret}" if secret else "",
        "has_documents": bool(page.document and (secret or owned)),
    }

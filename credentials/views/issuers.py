"""Issuers: the page and profile, the DID documents, and the status lists."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import condition, require_safe

from core.linked_data import linked_data_script
from credentials.issuer_standing import shown_issuers
from credentials.models import Issuer, StatusList
from credentials.selectors.did_documents import club_of_did, did_document
from credentials.selectors.issuer_pages import issuer_page
from credentials.selectors.linked_data import linked_issuer
from credentials.services.composing import issuer_json
from credentials.views.answers import json_document, not_here
from credentials.views.negotiating import CREDENTIAL, none_suits, wanted

SHORTLY = "public, max-age=300"
DID = "application/did+json"
FORMS = ("page", "linked")


@require_safe
def issuer(request: HttpRequest, slug: str) -> HttpResponse:
    """The page, or the Open Badges profile by `Accept`."""
    best = wanted(request, FORMS)
    if best is None:
        return none_suits(FORMS)
    found = Issuer.objects.filter(shown_issuers(), slug=slug).select_related("group").first()
    if found is None:
        raise not_here()
    if best.form == "linked":
        profile = issuer_json(found, translation.get_language() or "pl")
        response = json_document(profile, best.media_type, keep=SHORTLY)
    else:
        context = {
            "page": issuer_page(found),
            "linked_data": linked_data_script(linked_issuer(found)),
        }
        response = render(request, "credentials/issuer.html", context)
        response["Cache-Control"] = "private, max-age=60"
    patch_vary_headers(response, ["Accept", "Accept-Language", "Cookie"])
    return response


@require_safe
def issuer_did_document(request: HttpRequest, slug: str) -> HttpResponse:
    found = Issuer.objects.filter(slug=slug).first()
    if found is None:
        raise not_here()
    return json_document(did_document(found), DID, keep=SHORTLY)


@require_safe
def club_did_document(request: HttpRequest, club_id: UUID) -> HttpResponse:
    """A club's keys. It names nobody and nothing, so it tells only that there is such a club."""
    found = club_of_did(club_id)
    if found is None:
        raise not_here()
    return json_document(did_document(None, found), DID, keep=SHORTLY)


@require_safe
def portal_did_document(request: HttpRequest) -> HttpResponse:
    return json_document(did_document(None), DID, keep=SHORTLY)


def _list_tag(request: HttpRequest, list_id: UUID) -> str | None:
    signed_at = StatusList.objects.filter(pk=list_id).values_list("signed_at", flat=True).first()
    return f'"{signed_at.timestamp():.6f}"' if signed_at else None


@require_safe
@condition(etag_func=_list_tag)
def status_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """The signed list, for everybody, without a cookie (Bitstring Status List 1.0 §2.3)."""
    document = StatusList.objects.filter(pk=list_id).values_list("document", flat=True).first()
    if not document:
        raise not_here()
    return json_document(document.encode(), CREDENTIAL, keep="public, max-age=60")

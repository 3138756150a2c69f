"""What stands behind a link of this portal, for whoever checks it: nothing is fetched, and nothing is shown that the
link itself would not show.
"""

from __future__ import annotations

from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import orjson
from django.urls import Resolver404, resolve

from credentials.issuer_standing import shown_issuers
from credentials.models import Issuer
from credentials.selectors.public_pages import body_by_share
from credentials.selectors.signed_endorsements import endorsement_body
from credentials.services.composing import issuer_json
from credentials.services.sharing import share_digest

FORMS_OF_A_BADGE = {"credential", *(f"credential-{form}" for form in ("json", "jwt", "png", "svg", "pdf"))}


def behind_own_link(link: str, *, now: datetime) -> bytes | str:
    """The document: of a shared badge, a standing endorsement or a shown issuer; otherwise the code of a reason."""
    parts = urlsplit(link)
    try:
        found = resolve(parts.path)
    except Resolver404:
        return "link_dead"
    if found.url_name in FORMS_OF_A_BADGE:
        return _shared(found.kwargs["credential_id"], parts.query, now) or "link_dead"
    match found.url_name:
        case "achievement-endorsement":
            return endorsement_body(**found.kwargs) or "endorsement_gone"
        case "issuer" | "issuer-did":
            return _profile(found.kwargs["slug"]) or "link_dead"
        case "achievement" | "achievement-version":
            return "link_description"
    return "link_no_badge"


def _shared(credential_id: UUID, query: str, now: datetime) -> bytes | None:
    """For whoever holds the secret."""
    secret = parse_qs(query).get("key", [""])[0][:200]
    return body_by_share(credential_id, share_digest(secret), now=now) if secret else None


def _profile(slug: str) -> bytes | None:
    found = Issuer.objects.filter(shown_issuers(), slug=slug).first()
    return orjson.dumps(issuer_json(found, "pl")) if found is not None else None

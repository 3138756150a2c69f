"""DID documents of the issuers and clubs here and of the portal itself (did:web method)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from core.access import as_uuid
from credentials.addresses import issuer_did, signer_did
from credentials.models import Issuer, SigningKey
from credentials.open_badges.did import build_did_document
from credentials.open_badges.multikey import decode_public_key
from people.enums import GroupKind
from people.models import Group


@dataclass(frozen=True)
class Signer:
    """Whose DID it is: an issuer's, a club's, or the portal's own when both are None."""

    issuer: Issuer | None = None
    club: Group | None = None


def did_document(issuer: Issuer | None, club: Group | None = None) -> dict[str, Any]:
    """The document with every key that may still be relied on, the newest first. A compromised key is left
    out. For clubs the portal signs, so a club's document lists the portal's keys as the club's own.
    """
    keys = SigningKey.objects.filter(issuer=issuer, compromised_from=None).order_by("-created_at", "id")
    return build_did_document(
        signer_did(issuer, club), [(str(key.pk), decode_public_key(key.public_key_multibase)) for key in keys]
    )


def own_signer(did: str) -> Signer | None:
    """Whose of ours a DID is, or None."""
    portal = issuer_did(None)
    if did == portal:
        return Signer()
    prefix, _, name = did.rpartition(":")
    if prefix == f"{portal}:issuers":
        issuer = Issuer.objects.filter(slug=name).first()
        return Signer(issuer=issuer) if issuer else None
    key = as_uuid(name) if prefix == f"{portal}:clubs" else None
    club = club_of_did(key) if key else None
    return Signer(club=club) if club else None


def club_of_did(key: UUID) -> Group | None:
    """The club with this id, open or not: what it signed stays verifiable."""
    return Group.objects.filter(pk=key, kind=GroupKind.CLUB).select_related("parent").first()

"""DID documents of the issuers and clubs here and of the portal itself (did:web method)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F

from core.access import as_uuid
from credentials.addresses import issuer_did, public, signer_did
from credentials.models import IssuedDocument, Issuer, SigningKey
from credentials.open_badges.did import JWK_ENDING, build_did_document
from credentials.open_badges.multikey import decode_public_key
from people.enums import GroupKind
from people.models import Group


@dataclass(frozen=True)
class Signer:
    """Whose DID it is: an issuer's, a club's, or the portal's own when both are None."""

    issuer: Issuer | None = None
    club: Group | None = None


def did_document(
    issuer: Issuer | None, club: Group | None = None, *, withdrawn: SigningKey | None = None
) -> dict[str, Any]:
    """The document with every key that may still be relied on, the newest first. A compromised key is left out, but for
    `withdrawn`. For clubs the portal signs, so a club's document lists the portal's keys as the club's own.
    """
    found = SigningKey.objects.filter(issuer=issuer, compromised_from=None).order_by("-created_at", "id")
    keys = [*found, withdrawn] if withdrawn else list(found)
    return build_did_document(
        signer_did(issuer, club), [(str(key.pk), decode_public_key(key.public_key_multibase)) for key in keys]
    )


def key_withdrawn_after(document: Mapping[str, Any], digest: str) -> SigningKey | None:
    """The withdrawn key that signed these very bytes (`digest`) before it was compromised, by our record."""
    prefix = public("/credentials/")
    named = str(document.get("id"))
    credential = as_uuid(named.removeprefix(prefix)) if named.startswith(prefix) else None
    if credential is None:
        return None
    record = (
        IssuedDocument.objects.filter(
            credential=credential, digest=digest, issued_at__lt=F("key__compromised_from")
        )
        .select_related("key__issuer")
        .first()
    )
    return record.key if record else None


def is_withdrawn(method: str) -> bool:
    """Whether a verification method names a key of ours that was withdrawn."""
    key = as_uuid(method.partition("#")[2].removesuffix(JWK_ENDING))
    return key is not None and SigningKey.objects.filter(pk=key).exclude(compromised_from=None).exists()


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

"""DID documents of the issuers here and of the portal itself (did:web method)."""

from __future__ import annotations

from typing import Any

from credentials.addresses import issuer_did
from credentials.models import Issuer, SigningKey
from credentials.open_badges.did import build_did_document
from credentials.open_badges.multikey import decode_public_key


def did_document(issuer: Issuer | None) -> dict[str, Any]:
    """The document with every key that may still be relied on, the newest first. A compromised key is left
    out.
    """
    keys = SigningKey.objects.filter(issuer=issuer, compromised_from=None).order_by("-created_at", "id")
    return build_did_document(
        issuer_did(issuer), [(str(key.pk), decode_public_key(key.public_key_multibase)) for key in keys]
    )


def own_issuer(did: str) -> tuple[bool, Issuer | None]:
    """Whether a DID is one of ours, and whose: None is the portal itself."""
    if did == issuer_did(None):
        return True, None
    prefix, _, slug = did.rpartition(":")
    if prefix != f"{issuer_did(None)}:issuers":
        return False, None
    issuer = Issuer.objects.filter(slug=slug).first()
    return issuer is not None, issuer

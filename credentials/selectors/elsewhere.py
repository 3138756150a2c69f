"""What a badge names at other people's sites, and what was had from there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from core.outside import may_be_asked
from credentials.addresses import issuer_did
from credentials.open_badges.did import did_document_address
from credentials.open_badges.structure import Unreadable, parse_object
from credentials.open_badges.verification import Verdict

#: Address → what stands there; empty bytes where nothing could be had.
Elsewhere = Mapping[str, bytes]


def is_ours(name: str) -> bool:
    """Whether a DID or an address is this portal's own, whatever else claims to know it."""
    portal = issuer_did(None)
    return name == portal or name.startswith((f"{portal}:", f"{portal}#", f"{settings.PUBLIC_URL}/"))


def did_address(did: str) -> str | None:
    """Where the document of somebody else's DID or https identifier can be asked for; None for ours and other kinds."""
    if is_ours(did):
        return None
    try:
        address = did if did.startswith("https://") else did_document_address(did)
    except ValueError:
        return None
    return address if may_be_asked(address) else None


def list_address(url: str) -> str | None:
    """Where somebody else's status list can be asked for; None for ours."""
    return None if is_ours(url) or not may_be_asked(url) else url


def did_document_elsewhere(did: str, elsewhere: Elsewhere) -> Mapping[str, Any] | None:
    """A DID document that was had from its own address."""
    content = elsewhere.get(did_address(did) or "")
    try:
        return parse_object(content) if content else None
    except Unreadable:
        return None


def list_elsewhere(url: str, elsewhere: Elsewhere) -> bytes | None:
    """A status list that was had from its own address."""
    return elsewhere.get(list_address(url) or "") or None


def asks_elsewhere(verdict: Verdict) -> bool:
    """Whether the verdict could be another one if other people's sites were asked."""
    if verdict.unchanged.reason == "did_unreachable":
        named = {verdict.issuer, proof_method(verdict.document).partition("#")[0]} - {""}
        return any(did_address(did) for did in named)
    if verdict.still_valid.reason == "status_unreachable":
        return any(list_address(url) for url in _lists(verdict.document))
    return False


def proof_method(document: Mapping[str, Any]) -> str:
    """The verification method that the proof of a document names; empty for a token or without a proof."""
    proof = document.get("proof")
    method = proof.get("verificationMethod") if isinstance(proof, dict) else ""
    return method if isinstance(method, str) else ""


def _lists(document: Mapping[str, Any]) -> list[str]:
    entries = document.get("credentialStatus")
    found = [
        entry.get("statusListCredential")
        for entry in (entries if isinstance(entries, list) else [entries])[:8]
        if isinstance(entry, dict)
    ]
    return [url for url in found if isinstance(url, str)]

"""Documents in which an issuer describes itself: an Open Badges ``Profile`` (OB 3.0 §B.1) and a DID document (DID Core
1.0 §5). Neither is signed: they are told apart from badges, never judged like one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_KEYS = ("verificationMethod", "assertionMethod")


@dataclass(frozen=True)
class IssuerDocument:
    """What such a document says: a claim of whoever wrote it. ``name`` and ``url`` are empty in a DID document."""

    id: str
    name: str
    url: str


def issuer_document(document: Mapping[str, Any]) -> IssuerDocument | None:
    """``None`` for anything else, above all for a badge."""
    named, types = document.get("id"), document.get("type")
    names = types if isinstance(types, list) else [types]
    is_profile = "Profile" in names and "VerifiableCredential" not in names
    is_keys = types is None and any(isinstance(document.get(one), list) for one in _KEYS)
    if not isinstance(named, str) or not (is_profile or is_keys):
        return None
    return IssuerDocument(named, _text(document.get("name")), _text(document.get("url")))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

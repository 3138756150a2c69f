"""Decentralised identifiers: ``did:web`` for issuers, ``did:key`` for strangers who bring nothing else.

did:web method specification; W3C DID Core 1.0; Controlled Identifiers 1.0. Fetching is the caller's: a DID
document comes from a ``ResolveDid`` that is passed in.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .contexts import DID_V1, JWK_V1, MULTIKEY_V1
from .multikey import decode_public_jwk, decode_public_key, encode_public_jwk, encode_public_key

JWK_ENDING = "-jwk"

#: DID → its document, or ``None`` when it cannot be had now. Never raises.
ResolveDid = Callable[[str], Mapping[str, Any] | None]

_LOOPBACK = frozenset({"localhost", "127.0.0.1"})
_DID_WEB = re.compile(r"did:web:[A-Za-z0-9.\-]+(%3A[0-9]{1,5})?(:[A-Za-z0-9._\-]+)*\Z")


class KeyNotFound(ValueError):
    """A verification method does not lead to a key of its controller; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def did_web(address: str) -> str:
    """The DID of an address: ``https://host:8443/issuers/lo-1`` → ``did:web:host%3A8443:issuers:lo-1``.

    Raises ``ValueError`` for an address without host, or with user, query or fragment.
    """
    parts = urlsplit(address)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.query
        or parts.fragment
        or parts.username
    ):
        raise ValueError(f"no did:web for {address!r}")
    port = f"%3A{parts.port}" if parts.port else ""
    did = ":".join(["did:web", f"{parts.hostname}{port}", *filter(None, parts.path.split("/"))])
    if not _DID_WEB.match(did):
        raise ValueError(f"no did:web for {address!r}")
    return did


def did_document_address(did: str) -> str:
    """Where the document of a ``did:web`` stands: ``…/did.json``, or ``/.well-known/did.json`` without a
    path.

    https, except on the loopback names, where a development server speaks http. Raises ``ValueError`` for
    another DID.
    """
    if not _DID_WEB.match(did):
        raise ValueError("not a did:web")
    host, *path = did.removeprefix("did:web:").split(":")
    if "." in path or ".." in path:
        raise ValueError("not a did:web")
    host = unquote(host)
    name = host.split(":")[0]
    # No addresses of computers (did:web §3.1); a last label that begins with a digit is one, however it is written.
    if name not in _LOOPBACK and name.rstrip(".").rpartition(".")[2][:1].isdigit():
        raise ValueError("not a did:web")
    scheme = "http" if host.split(":")[0] in _LOOPBACK else "https"
    return f"{scheme}://{host}/{'/'.join(path) or '.well-known'}/did.json"


def build_did_document(did: str, keys: Sequence[tuple[str, Ed25519PublicKey]]) -> dict[str, Any]:
    """The DID document with each key (fragment name, public key), newest first, all usable for assertions.

    Each stands there twice: as a Multikey for Data Integrity, and as a JsonWebKey, whose name ends with
    ``JWK_ENDING``, for readers of JOSE (Controlled Identifiers 1.0, §2.2). A rotated key stays in the list, or
    what it signed could no longer be checked; a withdrawn one is left out.
    """
    methods = [
        {"id": f"{did}#{name}{ending}", "type": kind, "controller": did, **public}
        for name, key in keys
        for ending, kind, public in (
            ("", "Multikey", {"publicKeyMultibase": encode_public_key(key)}),
            (JWK_ENDING, "JsonWebKey", {"publicKeyJwk": encode_public_jwk(key)}),
        )
    ]
    return {
        "@context": [DID_V1, MULTIKEY_V1, JWK_V1],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def assertion_key(method_id: str, resolve_did: ResolveDid) -> tuple[str, Ed25519PublicKey]:
    """The controller of a verification method and the key it may sign assertions with.

    Raises ``KeyNotFound``: ``did_unreachable`` (cannot tell now), ``did_not_supported``, ``did_mismatch``,
    ``key_not_found``, ``key_not_for_assertions``, ``key_not_supported``.
    """
    did, _, fragment = method_id.partition("#")
    if did.startswith("did:key:"):
        return _self_described_key(did, fragment)
    found = assertion_method(method_id, resolve_did)
    try:
        if "publicKeyJwk" in found and "publicKeyMultibase" not in found:
            return did, decode_public_jwk(found["publicKeyJwk"])
        return did, decode_public_key(found.get("publicKeyMultibase"))
    except ValueError as error:
        raise KeyNotFound("key_not_supported") from error


def assertion_method(method_id: str, resolve_did: ResolveDid) -> Mapping[str, Any]:
    """A verification method that may sign assertions, of a ``did:web`` or of an https address with a document about
    itself (Controlled Identifiers 1.0, §2.1). Raises as ``assertion_key``.
    """
    did = method_id.partition("#")[0]
    if not _DID_WEB.match(did) and not did.startswith("https://"):
        raise KeyNotFound("did_not_supported")
    document = resolve_did(did)
    if document is None:
        raise KeyNotFound("did_unreachable")
    if document.get("id") != did:
        raise KeyNotFound("did_mismatch")
    method = _method(document.get("verificationMethod"), did, method_id)
    embedded = _method(document.get("assertionMethod"), did, method_id)
    if method is None and embedded is None:
        raise KeyNotFound("key_not_found")
    if embedded is None and not _is_listed(document.get("assertionMethod"), did, method_id):
        raise KeyNotFound("key_not_for_assertions")
    found = embedded or method or {}
    if found.get("controller") != did:
        raise KeyNotFound("did_mismatch")
    return found


def _self_described_key(did: str, fragment: str) -> tuple[str, Ed25519PublicKey]:
    encoded = did.removeprefix("did:key:")
    if fragment and fragment != encoded:
        raise KeyNotFound("key_not_found")
    try:
        return did, decode_public_key(encoded)
    except ValueError as error:
        raise KeyNotFound("key_not_supported") from error


def _absolute(identifier: object, did: str) -> object:
    return did + identifier if isinstance(identifier, str) and identifier.startswith("#") else identifier


def _method(methods: object, did: str, method_id: str) -> dict[str, Any] | None:
    if not isinstance(methods, list):
        return None
    return next(
        (
            entry
            for entry in methods
            if isinstance(entry, dict) and _absolute(entry.get("id"), did) == method_id
        ),
        None,
    )


def _is_listed(methods: object, did: str, method_id: str) -> bool:
    return isinstance(methods, list) and any(_absolute(entry, did) == method_id for entry in methods)

"""Open Badges as a compact JWS: the VC-JWT form of Open Badges 3.0 (§8.2), ours signed and anybody's judged.

The payload *is* the credential, with the registered claims of §8.2.6 beside its members. A header is believed in
nothing: the algorithm has to be the key's, and the key comes from the issuer's DID, never from the token (RFC 8725 §3).
"""

import base64
import json
import re
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from .did import KeyNotFound, ResolveDid
from .findings import CANNOT_TELL, NO, YES, Finding
from .jws_keys import SUPPORTED, belongs_to, verify_jws
from .moments import parse_moment
from .proofs import NOT_THE_DOCUMENTS_FAULT, issuer_id
from .structure import MAX_BYTES, Unreadable, parse_document, parse_object

ALGORITHM = "EdDSA"
_COMPACT = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\Z")
_ASYMMETRIC = SUPPORTED | {"PS256", "RS384", "RS512", "ES384", "ES512", "ES256K"}
#: RFC 8725 §3.10: addresses of keys and certificates that the token brings along are the attacker's.
_BRINGS_A_KEY = ("jku", "x5u", "x5c")


def sign_jws(document: Mapping[str, Any], private_key: Ed25519PrivateKey, key_id: str) -> bytes:
    """The credential as a compact JWS (RFC 7515 §7.1); `key_id` is the DID URL of a key with a JWK.

    `nbf` and `exp` are `validFrom` and `validUntil` in Unix seconds; `sub` is there when the subject has an id.
    """
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    header = {"alg": ALGORITHM, "typ": "JWT", "kid": key_id}
    signed = b".".join(_encoded(_json(part)) for part in (header, {**unsigned, **_registered(unsigned)}))
    return signed + b"." + _encoded(private_key.sign(signed))


def looks_like_jws(content: bytes) -> bool:
    """Whether these bytes are three base64url parts, as RFC 7515 §7.1 writes a JWS."""
    return len(content) <= MAX_BYTES and bool(_COMPACT.match(content))


def judge_jws(
    content: bytes, *, resolve_did: ResolveDid, is_badge: bool = True
) -> tuple[Finding, dict[str, Any]]:
    """Whether the token is unchanged and signed by a key of its issuer, and the credential in it.

    What is returned with anything but *yes* is for display only. Open Badges wants the registered claims; other
    credentials (a status list) may do without (VC-JOSE-COSE §3.1.3).
    """
    signed, _, signature_part = content.rpartition(b".")
    header_part, payload_part = signed.split(b".")
    try:
        header = parse_object(_decoded(header_part))
        claims = parse_document(_decoded(payload_part))
        signature = _decoded(signature_part)
    except ValueError as error:
        code = error.code if isinstance(error, Unreadable) else "not_json"
        return Finding(NO, "jws_malformed" if code in ("not_json", "not_an_object") else code), {}
    refusal = _refused(header, claims, signature)
    if refusal is not None:
        return refusal, claims
    if header["alg"] not in SUPPORTED:
        return Finding(CANNOT_TELL, "jws_not_supported"), claims
    try:
        verify_jws(header, _issuer(claims), signed, signature, resolve_did=resolve_did)
    except InvalidSignature:
        return Finding(NO, "signature_wrong"), claims
    except KeyNotFound as error:
        return Finding(CANNOT_TELL if error.code in NOT_THE_DOCUMENTS_FAULT else NO, error.code), claims
    return _agreement(claims, is_badge), claims


def _refused(header: Mapping[str, Any], claims: Mapping[str, Any], signature: bytes) -> Finding | None:
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm.lower() == "none" or not signature:
        return Finding(NO, "algorithm_none")
    if algorithm not in _ASYMMETRIC:
        return Finding(NO, "algorithm_refused")
    if any(name in header for name in _BRINGS_A_KEY):
        return Finding(NO, "key_in_header")
    if "crit" in header:
        return Finding(NO, "jws_malformed")
    issuer, key_id = _issuer(claims), header.get("kid", "" if "jwk" in header else None)
    if not issuer or not isinstance(key_id, str):
        return Finding(NO, "signed_by_another")
    return None if belongs_to(key_id, issuer) else Finding(NO, "signed_by_another")


def _issuer(claims: Mapping[str, Any]) -> str:
    issuer = claims.get("iss", issuer_id(claims))
    return issuer if isinstance(issuer, str) else ""


def _agreement(claims: Mapping[str, Any], is_badge: bool) -> Finding:
    """The registered claims say the same as the credential, or two readers would read two badges."""
    try:
        expected = _registered(claims)
    except ValueError:
        return Finding(NO, "dates_malformed")
    if _issuer(claims) != issuer_id(claims):
        return Finding(NO, "signed_by_another")
    told = {name: claims[name] for name in ("iss", "jti", "sub", "nbf", "exp") if name in claims}
    if is_badge and expected.keys() - told.keys() - {"exp"}:
        return Finding(NO, "claims_missing")
    return Finding(YES) if all(expected.get(name) == value for name, value in told.items()) else _AMBIGUOUS


_AMBIGUOUS = Finding(NO, "ambiguous_parts")


def _registered(document: Mapping[str, Any]) -> dict[str, Any]:
    """Open Badges 3.0 §8.2.6. Raises ValueError for a date without a zone."""
    subject = document.get("credentialSubject")
    found = {
        "iss": issuer_id(document),
        "jti": document.get("id"),
        "sub": subject.get("id") if isinstance(subject, Mapping) else None,
        "nbf": int(parse_moment(document.get("validFrom")).timestamp()),
        "exp": int(parse_moment(document["validUntil"]).timestamp()) if "validUntil" in document else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _json(part: Mapping[str, Any]) -> bytes:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()


def _encoded(content: bytes) -> bytes:
    return base64.urlsafe_b64encode(content).rstrip(b"=")


def _decoded(part: bytes) -> bytes:
    return base64.b64decode(part + b"=" * (-len(part) % 4), altchars=b"-_", validate=True)

"""Compact JWS of strangers: what can be said about one without trusting anything it says about itself.

Open Badges as VC-JWT (OB 3.0 §8.2) are recognised; those that break RFC 7515 / RFC 8725 are *not valid*, the
sound rest is *cannot tell* until their signatures can be checked here.
"""

import base64
import json
import re
from typing import Any

from .findings import CANNOT_TELL, NO, Finding
from .structure import MAX_BYTES

_COMPACT = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\Z")
_ASYMMETRIC = frozenset({"RS256", "ES256", "EdDSA", "Ed25519", "PS256"})
#: RFC 8725 §3.10: keys or addresses of keys that the token brings along are the attacker's.
_BRINGS_A_KEY = ("jwk", "jku", "x5u", "x5c")


def looks_like_jws(content: bytes) -> bool:
    """Whether these bytes are three base64url parts, as RFC 7515 §7.1 writes a JWS."""
    return len(content) <= MAX_BYTES and bool(_COMPACT.match(content))


def judge_jws(content: bytes) -> tuple[Finding, dict[str, Any]]:
    """Whether the token is unchanged, and its claims. Never *yes*; the claims are for display only."""
    header_part, payload_part, signature = content.split(b".")
    try:
        header, claims = _object(header_part), _object(payload_part)
    except (ValueError, RecursionError):
        return Finding(NO, "jws_malformed"), {}
    return _judge_header(header, claims, signature), claims


def _judge_header(header: dict[str, Any], claims: dict[str, Any], signature: bytes) -> Finding:
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm.lower() == "none" or not signature:
        return Finding(NO, "algorithm_none")
    if algorithm not in _ASYMMETRIC:
        return Finding(NO, "algorithm_refused")
    if any(name in header for name in _BRINGS_A_KEY):
        return Finding(NO, "key_in_header")
    issuer, key_id = claims.get("iss"), header.get("kid")
    if (
        not isinstance(issuer, str)
        or not isinstance(key_id, str)
        or key_id.partition("#")[0] not in {issuer, ""}
    ):
        return Finding(NO, "signed_by_another")
    return Finding(CANNOT_TELL, "jws_not_supported")


def _object(part: bytes) -> dict[str, Any]:
    content = json.loads(base64.urlsafe_b64decode(part + b"=" * (-len(part) % 4)))
    if not isinstance(content, dict):
        raise ValueError("not an object")
    return content

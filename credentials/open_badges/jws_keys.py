"""Checking the signature of a JWS with a key that its issuer publishes (RFC 7518 §3.3, §3.4; RFC 8037 §3.1).

RS256 is what Open Badges 3.0 §8.2 asks of every verifier; ES256 and Ed25519 are what others use. A key has to be of the
algorithm's kind, whatever the header says (RFC 8725 §3.1). A key that the token brings along is believed only when its
issuer publishes the same one.
"""

import base64
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from .did import KeyNotFound, ResolveDid, assertion_key, assertion_method
from .multikey import decode_public_jwk, decode_public_key, encode_public_jwk

#: RFC 8037 and its successor RFC 9864 name the same algorithm.
ED25519 = frozenset({"EdDSA", "Ed25519"})
SUPPORTED = ED25519 | {"RS256", "ES256"}
#: RFC 7518 §3.3: at least 2048 bits. More than 8192 only costs time.
_RSA_BITS = range(2048, 8193)
_P256_BYTES = 32
_PUBLIC = ("kty", "crv", "x", "y", "n", "e")
_MOST_KEYS = 64


def verify_jws(
    header: Mapping[str, Any], issuer: str, signed: bytes, signature: bytes, *, resolve_did: ResolveDid
) -> None:
    """Return when a key of the issuer made the signature over ``signed``; the algorithm is one of ``SUPPORTED``.

    Raises ``InvalidSignature``, or ``KeyNotFound`` as ``did.assertion_key`` does and with ``key_in_header``.
    """
    key_id = header["kid"] if "kid" in header else _published_under(header["jwk"], issuer, resolve_did)
    key_id = issuer + key_id if key_id.startswith("#") else key_id
    jwk = _jwk(key_id, issuer, resolve_did)
    if "jwk" in header and not _same(header["jwk"], jwk):
        raise KeyNotFound("key_in_header")
    try:
        _check(header["alg"], jwk, signed, signature)
    except ValueError as error:
        raise KeyNotFound("key_not_supported") from error


def belongs_to(key_id: str, issuer: str) -> bool:
    """Whether a key of this name can be the issuer's: its own, or, of an https issuer, one on the same site."""
    return key_id.partition("#")[0] in {issuer, ""} or _is_beside(key_id, issuer)


def _is_beside(key_id: str, issuer: str) -> bool:
    try:
        key, owner = urlsplit(key_id), urlsplit(issuer)
    except ValueError:
        return False
    same_site = key.scheme == owner.scheme == "https" and key.netloc == owner.netloc and "@" not in key.netloc
    return same_site and key_id.partition("#")[0] != issuer


def _jwk(key_id: str, issuer: str, resolve_did: ResolveDid) -> Mapping[str, Any]:
    if _is_beside(key_id, issuer):
        return _at_address(key_id, resolve_did)
    if key_id.startswith("did:key:"):
        return encode_public_jwk(assertion_key(key_id, resolve_did)[1])
    return _jwk_of(assertion_method(key_id, resolve_did))


def _jwk_of(method: Mapping[str, Any]) -> Mapping[str, Any]:
    """The key of a verification method, whichever way it is written."""
    jwk = method.get("publicKeyJwk")
    if isinstance(jwk, Mapping):
        return jwk
    try:
        return encode_public_jwk(decode_public_key(method.get("publicKeyMultibase")))
    except ValueError as error:
        raise KeyNotFound("key_not_supported") from error


def _at_address(key_id: str, resolve_did: ResolveDid) -> Mapping[str, Any]:
    """The JWK at an address, alone or in a set (Open Badges 3.0 §8.5, RFC 7517 §5)."""
    address, _, fragment = key_id.partition("#")
    document = resolve_did(address)
    if document is None:
        raise KeyNotFound("did_unreachable")
    keys = document.get("keys")
    if not isinstance(keys, list):
        return document
    named = (key for key in keys if isinstance(key, Mapping) and key.get("kid") in {key_id, fragment})
    found = next(named, None)
    if found is None:
        raise KeyNotFound("key_not_found")
    return found


def _published_under(jwk: object, issuer: str, resolve_did: ResolveDid) -> str:
    """The name under which the issuer publishes the key that a token brings along."""
    document = resolve_did(issuer)
    if document is None:
        raise KeyNotFound("did_unreachable")
    methods = document.get("verificationMethod")
    for method in methods[:_MOST_KEYS] if isinstance(methods, list) else []:
        if (
            isinstance(method, Mapping)
            and isinstance(method.get("id"), str)
            and _same(jwk, method.get("publicKeyJwk"))
        ):
            return str(method["id"])
    raise KeyNotFound("key_in_header")


def _same(one: object, other: object) -> bool:
    if not isinstance(one, Mapping) or not isinstance(other, Mapping) or not one.get("kty"):
        return False
    return all(one.get(name) == other.get(name) for name in _PUBLIC)


def _check(algorithm: str, jwk: Mapping[str, Any], signed: bytes, signature: bytes) -> None:
    """Raises ``InvalidSignature``, or ``ValueError`` when the key is not one of the algorithm's."""
    if algorithm in ED25519:
        decode_public_jwk(jwk).verify(signature, signed)
    elif algorithm == "RS256":
        _rsa_key(jwk).verify(signature, signed, padding.PKCS1v15(), SHA256())
    else:
        key = _p256_key(jwk)
        if len(signature) != 2 * _P256_BYTES:
            raise InvalidSignature
        r, s = (int.from_bytes(part, "big") for part in (signature[:_P256_BYTES], signature[_P256_BYTES:]))
        key.verify(encode_dss_signature(r, s), signed, ec.ECDSA(SHA256()))


def _rsa_key(jwk: Mapping[str, Any]) -> rsa.RSAPublicKey:
    modulus, exponent = _integer(jwk.get("n")), _integer(jwk.get("e"))
    if jwk.get("kty") != "RSA" or modulus.bit_length() not in _RSA_BITS or exponent.bit_length() > 32:
        raise ValueError("not an RSA key of a sound size")
    return rsa.RSAPublicNumbers(exponent, modulus).public_key()


def _p256_key(jwk: Mapping[str, Any]) -> ec.EllipticCurvePublicKey:
    if (jwk.get("kty"), jwk.get("crv")) != ("EC", "P-256"):
        raise ValueError("not a P-256 key")
    point = ec.EllipticCurvePublicNumbers(_integer(jwk.get("x")), _integer(jwk.get("y")), ec.SECP256R1())
    return point.public_key()


def _integer(text: object) -> int:
    if not isinstance(text, str) or len(text) > 2000:
        raise ValueError("no number")
    content = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    return int.from_bytes(content, "big")

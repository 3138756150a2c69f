"""Tokens as others sign them (Open Badges 3.0 §8.2): RS256, ES256, keys at addresses and keys that come along."""

from __future__ import annotations

import base64
import json
from datetime import datetime
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from credentials.open_badges.multikey import encode_public_jwk
from credentials.open_badges.verification import Overall

RSA = rsa.generate_private_key(65537, 2048)
SMALL = rsa.generate_private_key(65537, 1024)
P256 = ec.derive_private_key(7, ec.SECP256R1())
ED = Ed25519PrivateKey.from_private_bytes(b"e" * 32)
SITE = "https://uni.example"


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def number(value: int) -> str:
    return encoded(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def jwk_of(key: Any) -> dict[str, str]:
    if isinstance(key, rsa.RSAPrivateKey):
        public = key.public_key().public_numbers()
        return {"kty": "RSA", "n": number(public.n), "e": number(public.e)}
    if isinstance(key, ec.EllipticCurvePrivateKey):
        point = key.public_key().public_numbers()
        return {
            "kty": "EC",
            "crv": "P-256",
            "x": encoded(point.x.to_bytes(32, "big")),
            "y": encoded(point.y.to_bytes(32, "big")),
        }
    return encode_public_jwk(key.public_key())


def signature_of(key: Any, signed: bytes) -> bytes:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(signed, padding.PKCS1v15(), SHA256())
    if isinstance(key, ec.EllipticCurvePrivateKey):
        r, s = decode_dss_signature(key.sign(signed, ec.ECDSA(SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")
    return key.sign(signed)


def token(unsigned: dict[str, Any], issuer: str, key: Any, **header: Any) -> bytes:
    claims = {name: value for name, value in unsigned.items() if name != "credentialStatus"}
    claims |= {"issuer": {**unsigned["issuer"], "id": issuer}, "iss": issuer, "jti": unsigned["id"]}
    claims["nbf"] = int(datetime.fromisoformat(unsigned["validFrom"]).timestamp())
    signed = ".".join(encoded(json.dumps(part).encode()) for part in (header, claims)).encode()
    return signed + b"." + encoded(signature_of(key, signed)).encode()


def publish(world, issuer: str, key: Any) -> str:
    """The issuer's document with the key; its name."""
    name = f"{issuer}#key-1"
    method = {"id": name, "type": "JsonWebKey", "controller": issuer, "publicKeyJwk": jwk_of(key)}
    world.did_documents[issuer] = {"id": issuer, "verificationMethod": [method], "assertionMethod": [name]}
    return name


def judged(world, content: bytes) -> tuple[str, str]:
    verdict = world.verify(content)
    return verdict.overall, verdict.unchanged.reason


GOOD = (Overall.VALID_UNKNOWN_ISSUER, "")
ALGORITHMS = [("RS256", RSA), ("ES256", P256), ("EdDSA", ED), ("Ed25519", ED)]


@pytest.mark.parametrize(("algorithm", "key"), ALGORITHMS, ids=[name for name, _ in ALGORITHMS])
@pytest.mark.parametrize("signer", ["did:web:uni.example", f"{SITE}/issuers/1"])
def test_every_usual_algorithm_is_checked(world, unsigned, algorithm, key, signer):
    name = publish(world, signer, key)
    good = token(unsigned, signer, key, alg=algorithm, kid=name, typ="JWT")

    assert judged(world, good) == GOOD
    header, payload, signature = good.split(b".")
    other = header + b"." + payload + b"." + (b"A" if signature[:1] != b"A" else b"B") + signature[1:]
    assert judged(world, other) == (Overall.NOT_VALID, "signature_wrong")
    assert judged(world, good[:-8]) == (Overall.NOT_VALID, "signature_wrong")


@pytest.mark.parametrize(
    ("algorithm", "key"),
    [("RS256", P256), ("ES256", RSA), ("EdDSA", RSA), ("RS256", ED), ("ES256", ED), ("RS256", SMALL)],
)
def test_cr_01_a_key_of_another_kind_or_a_small_one_does_not_serve(world, unsigned, algorithm, key):
    name = publish(world, "did:web:uni.example", key)

    assert judged(world, token(unsigned, "did:web:uni.example", key, alg=algorithm, kid=name)) == (
        Overall.CANNOT_TELL,
        "key_not_supported",
    )


@pytest.mark.parametrize(
    "jwk",
    [
        {},
        {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"},
        {"kty": "EC", "crv": "P-256", "x": 7, "y": None},
        {"kty": "RSA"},
    ],
)
def test_a_key_that_is_none_is_not_supported(world, unsigned, jwk):
    name = publish(world, "did:web:uni.example", P256)
    world.did_documents["did:web:uni.example"]["verificationMethod"][0]["publicKeyJwk"] = jwk
    good = token(unsigned, "did:web:uni.example", P256, alg="ES256", kid=name)

    assert judged(world, good) == (Overall.CANNOT_TELL, "key_not_supported")


def test_a_key_at_an_address_of_the_issuers_site_is_read_alone_and_from_a_set(world, unsigned):
    issuer = f"{SITE}/issuers/1"
    world.did_documents[f"{SITE}/keys/1"] = jwk_of(RSA)
    world.did_documents[f"{SITE}/jwks"] = {"keys": [jwk_of(P256) | {"kid": "b"}, jwk_of(RSA) | {"kid": "a"}]}

    assert judged(world, token(unsigned, issuer, RSA, alg="RS256", kid=f"{SITE}/keys/1")) == GOOD
    assert judged(world, token(unsigned, issuer, RSA, alg="RS256", kid=f"{SITE}/jwks#a")) == GOOD
    assert judged(world, token(unsigned, issuer, RSA, alg="RS256", kid=f"{SITE}/jwks#c")) == (
        Overall.NOT_VALID,
        "key_not_found",
    )
    assert judged(world, token(unsigned, issuer, RSA, alg="RS256", kid=f"{SITE}/gone")) == (
        Overall.CANNOT_TELL,
        "did_unreachable",
    )


@pytest.mark.parametrize(
    "kid",
    [
        "https://evil.example/keys/1",
        "https://uni.example.evil.example/k",
        "https://uni.example:8443/k",
        "https://x@uni.example/k",
        "http://uni.example/k",
        "https://[",
    ],
)
def test_cr_01_a_key_on_another_site_is_somebody_elses(world, unsigned, kid):
    world.did_documents[kid] = jwk_of(RSA)

    assert judged(world, token(unsigned, f"{SITE}/issuers/1", RSA, alg="RS256", kid=kid)) == (
        Overall.NOT_VALID,
        "signed_by_another",
    )


def test_a_key_that_comes_along_counts_only_when_the_issuer_publishes_it(world, unsigned):
    issuer = "did:web:uni.example"
    name = publish(world, issuer, RSA)

    assert judged(world, token(unsigned, issuer, RSA, alg="RS256", jwk=jwk_of(RSA))) == GOOD
    assert judged(world, token(unsigned, issuer, RSA, alg="RS256", jwk=jwk_of(RSA), kid=name)) == GOOD


def test_cr_01_a_key_that_comes_along_alone_proves_nothing(world, unsigned):
    issuer = "did:web:uni.example"
    name = publish(world, issuer, RSA)
    for header in ({"jwk": jwk_of(P256)}, {"jwk": jwk_of(P256), "kid": name}, {"jwk": {}}, {"jwk": None}):
        forged = token(unsigned, issuer, P256, alg="ES256", **header)
        assert judged(world, forged) == (Overall.NOT_VALID, "key_in_header")
    world.did_documents.clear()
    assert judged(world, token(unsigned, issuer, P256, alg="ES256", jwk=jwk_of(P256))) == (
        Overall.CANNOT_TELL,
        "did_unreachable",
    )

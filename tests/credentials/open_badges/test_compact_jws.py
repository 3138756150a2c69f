"""The VC-JWT form (Open Badges 3.0 §8.2): our tokens hold, and nothing that differs from them does (CR-01)."""

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from credentials.open_badges.compact_jws import sign_jws
from credentials.open_badges.did import build_did_document
from credentials.open_badges.findings import YES
from credentials.open_badges.verification import Overall
from tests.credentials.open_badges.test_verification import changed, leaves, other_value


@pytest.fixture
def token(school, unsigned) -> bytes:
    return sign_jws(unsigned, school.key, f"{school.method}-jwk")


def parts(token: bytes) -> tuple[dict[str, Any], dict[str, Any], bytes]:
    header, payload, signature = token.split(b".")
    return json.loads(decoded(header)), json.loads(decoded(payload)), signature


def decoded(part: bytes) -> bytes:
    return base64.urlsafe_b64decode(part + b"=" * (-len(part) % 4))


def encoded(part: Any) -> bytes:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=")


def resigned(school, header: dict[str, Any], claims: dict[str, Any]) -> bytes:
    signed = encoded(header) + b"." + encoded(claims)
    return signed + b"." + base64.urlsafe_b64encode(school.key.sign(signed)).rstrip(b"=")


def test_a_token_of_a_known_issuer_is_valid(world, token, unsigned) -> None:
    verdict = world.verify(token)

    assert (verdict.overall, verdict.form) == (Overall.VALID, "jws")
    assert {name: verdict.document[name] for name in unsigned} == unsigned


def test_the_claims_say_what_the_credential_says(token, school, unsigned) -> None:
    header, claims, _ = parts(token)

    assert header == {"alg": "EdDSA", "typ": "JWT", "kid": f"{school.method}-jwk"}
    assert {name: claims[name] for name in claims.keys() - unsigned.keys()} == {
        "iss": school.did,
        "jti": unsigned["id"],
        "nbf": 1795176000,
        "exp": 1855742400,
    }


def test_the_same_credential_makes_the_same_token(token, school, unsigned) -> None:
    assert sign_jws(unsigned, school.key, f"{school.method}-jwk") == token


def test_cr_01_every_changed_leaf_of_a_token_is_refused(world, token) -> None:
    header, claims, signature = parts(token)
    forged = [
        encoded(header) + b"." + encoded(changed(claims, path, other_value)) + b"." + signature
        for path in leaves(claims)
    ]
    verdicts = [world.verify(one) for one in forged]

    assert {verdict.overall for verdict in verdicts} == {Overall.NOT_VALID}
    assert {verdict.unchanged.reason for verdict in verdicts} == {"signature_wrong", "signed_by_another"}


@pytest.mark.parametrize(
    ("claim", "value", "reason"),
    [
        ("jti", "https://odznaki.example/credentials/another", "ambiguous_parts"),
        ("sub", "did:web:somebody.example", "ambiguous_parts"),
        ("nbf", 0, "ambiguous_parts"),
        ("exp", 4_000_000_000, "ambiguous_parts"),
        ("issuer", "did:web:another.example", "signed_by_another"),
        ("validFrom", "yesterday", "dates_malformed"),
    ],
)
def test_cr_01_a_token_that_says_two_things_is_refused(world, token, school, claim, value, reason) -> None:
    header, claims, _ = parts(token)
    verdict = world.verify(resigned(school, header, claims | {claim: value}))

    assert (verdict.overall, verdict.unchanged.reason) == (Overall.NOT_VALID, reason)


def test_cr_01_a_key_of_another_issuer_signs_no_token_of_this_one(world, school, unsigned) -> None:
    stranger, key = "did:web:evil.example", Ed25519PrivateKey.generate()
    world.did_documents[stranger] = build_did_document(stranger, [("key-1", key.public_key())])

    assert world.verify(sign_jws(unsigned, key, f"{stranger}#key-1")).unchanged.reason == "signed_by_another"
    assert world.verify(sign_jws(unsigned, key, school.method)).unchanged.reason == "signature_wrong"


def test_cr_01_a_critical_header_is_not_understood(world, token, school) -> None:
    header, claims, _ = parts(token)
    critical = header | {"crit": ["b64"], "b64": False}

    assert world.verify(resigned(school, critical, claims)).unchanged.reason == "jws_malformed"


def test_what_is_signed_but_no_badge_is_refused(world, token, school) -> None:
    header, claims, _ = parts(token)
    verdict = world.verify(resigned(school, header, claims | {"type": ["VerifiableCredential"]}))

    assert verdict.unchanged.reason == "not_open_badges"


def test_cr_07_a_token_is_revoked_and_expires_like_any_badge(world, token, school) -> None:
    good = dict(world.status_lists)
    world.status_lists[school.list_url] = school.status_list(4711)
    assert world.verify(token).overall == Overall.REVOKED

    world.status_lists.clear()
    assert (world.verify(token).overall, world.verify(token).unchanged.answer) == (Overall.CANNOT_TELL, YES)

    world.status_lists.update(good)
    world.now += timedelta(days=365 * 3)
    assert world.verify(token).overall == Overall.EXPIRED

"""MUSTs of the standards that no other test holds by the way; `docs/standards.md` names each."""

from __future__ import annotations

import copy
import json
import struct
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from credentials.open_badges.baking import bake_png, compact_json
from credentials.open_badges.compact_jws import sign_jws
from credentials.open_badges.did import did_document_address
from credentials.open_badges.moments import format_moment
from credentials.open_badges.multikey import decode_base58, decode_public_key
from credentials.open_badges.status import build_status_list, decode_list, encode_list, new_bits, set_bit
from credentials.open_badges.verification import Overall
from tests.credentials.open_badges.test_compact_jws import parts, resigned


def judged(world, document: dict[str, Any]) -> tuple[str, str]:
    verdict = world.verify(document)
    return verdict.overall, verdict.unchanged.reason or verdict.still_valid.reason


# --- Open Badges 3.0 --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.pop("id"),
        lambda document: document.pop("issuer"),
        lambda document: document["credentialSubject"].pop("identifier"),
        lambda document: document["credentialSubject"].pop("achievement"),
        lambda document: document.update(credentialSubject=[document["credentialSubject"]] * 2),
        lambda document: document.update(type=["VerifiableCredential"]),
        lambda document: document.update(type=["OpenBadgeCredential"]),
        lambda document: document["@context"].reverse(),
        lambda document: document["@context"].pop(),
    ],
    ids=["id", "issuer", "no identity", "achievement", "two subjects", "type", "no credential", "order", "context"],
)  # fmt: skip
def test_what_a_badge_must_have_is_asked_for(world, school, unsigned, spoil):
    document = copy.deepcopy(unsigned)
    spoil(document)
    try:
        signed = school.sign(document)
    except ValueError:
        signed = {**document, "proof": {"type": "DataIntegrityProof"}}

    assert judged(world, signed)[0] == Overall.NOT_VALID


def test_a_subject_needs_an_id_or_an_identifier_but_not_both(world, school, unsigned):
    document = copy.deepcopy(unsigned)
    document["credentialSubject"]["id"] = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"
    del document["credentialSubject"]["identifier"]

    assert judged(world, school.sign(document)) == (Overall.VALID, "")


def test_the_chunk_of_a_png_is_plain_text_under_the_right_keyword(png, badge):
    baked = bake_png(png, compact_json(badge))
    start = baked.index(b"iTXt")
    length = struct.unpack(">I", baked[start - 4 : start])[0]
    content = baked[start + 4 : start + 4 + length]

    # keyword, null, compression flag 0, method 0, no language, no translated keyword, UTF-8 text
    assert content == b"openbadgecredential\0\0\0\0\0" + compact_json(badge).encode()


def test_the_header_of_a_token_has_nothing_that_is_not_allowed(school, unsigned):
    header, _, _ = parts(sign_jws(unsigned, school.key, f"{school.method}-jwk"))

    # Of `kid` and `jwk` one is enough; ours name the key and bring none along.
    assert header == {"alg": "EdDSA", "kid": f"{school.method}-jwk", "typ": "JWT"}


@pytest.mark.parametrize("claim", ["iss", "jti", "nbf", "sub"])
def test_a_token_without_a_registered_claim_is_not_valid(world, school, unsigned, claim):
    document = copy.deepcopy(unsigned)
    document["credentialSubject"]["id"] = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"
    header, claims, _ = parts(sign_jws(document, school.key, f"{school.method}-jwk"))
    assert world.verify(resigned(school, header, claims)).overall == Overall.VALID
    del claims[claim]
    verdict = world.verify(resigned(school, header, claims))

    assert (verdict.overall, verdict.unchanged.reason) == (Overall.NOT_VALID, "claims_missing")


def test_a_token_not_yet_valid_is_not_valid(world, school, unsigned):
    world.now -= timedelta(days=10)
    verdict = world.verify(sign_jws(unsigned, school.key, f"{school.method}-jwk"))

    assert (verdict.overall, verdict.still_valid.reason) == (Overall.NOT_VALID, "not_yet_valid")


# --- Verifiable Credentials Data Model 2.0 ----------------------------------------------------


@pytest.mark.parametrize("moment", ["2026-11-20", "2026-11-20T12:00:00", "20.11.2026", "", 7, None])
def test_moments_need_a_zone(world, school, unsigned, moment):
    token = sign_jws(unsigned, school.key, f"{school.method}-jwk")
    header, claims, _ = parts(token)

    assert world.verify(resigned(school, header, claims | {"validFrom": moment})).overall == Overall.NOT_VALID


@pytest.mark.parametrize("days", [-10, 10, 200])
def test_an_end_before_the_beginning_is_never_valid(world, school, unsigned, days):
    """Before both, between them, after both."""
    begins, ends = world.now + timedelta(days=100), world.now
    document = unsigned | {"validFrom": format_moment(begins), "validUntil": format_moment(ends)}
    signed = school.sign(document)
    world.now += timedelta(days=days)

    assert judged(world, signed) in (
        (Overall.NOT_VALID, "not_yet_valid"),
        (Overall.NOT_VALID, "status_list_outdated"),
        (Overall.CANNOT_TELL, "status_list_outdated"),
        (Overall.EXPIRED, "expired"),
    )


def test_the_badge_is_compacted_json_ld(badge):
    waiting: list[Any] = [badge]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            assert all(key == "@context" or (":" not in key and not key.startswith("@")) for key in value)
            waiting += value.values()
        elif isinstance(value, list):
            assert not any(isinstance(part, list) for part in value)
            waiting += value


# --- Data Integrity and its EdDSA suites ------------------------------------------------------


def test_the_proof_has_the_members_of_the_suite_and_no_more(badge, school):
    proof = badge["proof"]

    assert proof.keys() == {
        "type",
        "cryptosuite",
        "created",
        "verificationMethod",
        "proofPurpose",
        "proofValue",
    }
    assert (proof["type"], proof["cryptosuite"]) == ("DataIntegrityProof", "eddsa-rdfc-2022")
    assert (proof["proofPurpose"], proof["verificationMethod"]) == ("assertionMethod", school.method)
    assert proof["proofValue"].startswith("z")
    assert len(decode_base58(proof["proofValue"], 64)) == 64


def changed_proof(badge: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {**badge, "proof": {**badge["proof"], **members}}


@pytest.mark.parametrize(
    "members",
    [
        {"type": "Ed25519Signature2018"},
        {"cryptosuite": "eddsa-rdfc-2021"},
        {"proofPurpose": "authentication"},
        {"verificationMethod": None},
        {"verificationMethod": "key-1"},
        {"proofValue": ""},
        {"proofValue": "u" + "A" * 86},
        {"proofValue": "z" + "1" * 64},
        {"created": "yesterday"},
        {"expires": "2026-01-01T00:00:00Z"},
    ],
)
def test_a_proof_that_does_not_fit_the_suite_is_refused(world, badge, members):
    assert judged(world, changed_proof(badge, **members))[0] in (Overall.NOT_VALID, Overall.CANNOT_TELL)


def test_several_proofs_are_not_judged(world, badge):
    assert judged(world, {**badge, "proof": [badge["proof"]]}) == (Overall.VALID, "")
    assert judged(world, {**badge, "proof": [badge["proof"]] * 2}) == (Overall.CANNOT_TELL, "several_proofs")
    assert judged(world, {**badge, "proof": []})[0] != Overall.VALID


def test_what_the_proof_says_is_signed_too(world, badge):
    assert judged(world, changed_proof(badge, created="2026-11-21T12:00:01Z")) == (
        Overall.NOT_VALID,
        "signature_wrong",
    )


def test_keys_are_published_as_multikeys_without_their_secret(school):
    document = school.did_document()
    multikey, jwk = document["verificationMethod"]

    assert document["@context"][0] == "https://www.w3.org/ns/did/v1"
    assert multikey.keys() == {"id", "type", "controller", "publicKeyMultibase"}
    assert (multikey["type"], multikey["controller"]) == ("Multikey", school.did)
    assert (
        decode_public_key(multikey["publicKeyMultibase"]).public_bytes_raw()
        == school.key.public_key().public_bytes_raw()
    )
    assert jwk["publicKeyJwk"].keys() == {"kty", "crv", "x"}
    assert "secret" not in json.dumps(document).lower()


# --- Bitstring Status List 1.0 ----------------------------------------------------------------


def status_list(school, **changes: Any) -> dict[str, Any]:
    bits = new_bits()
    set_bit(bits, 4711)
    unsigned = build_status_list(
        school.list_url, school.did, bits, school.now, school.now + timedelta(days=2)
    )
    return unsigned | changes


def with_list(world, school, document: dict[str, Any]) -> None:
    world.status_lists[school.list_url] = compact_json(school.sign(document)).encode()


def test_our_list_has_what_it_must_have(school):
    document = status_list(school)
    subject = document["credentialSubject"]

    assert document["type"] == ["VerifiableCredential", "BitstringStatusListCredential"]
    assert (subject["type"], subject["statusPurpose"]) == ("BitstringStatusList", "revocation")
    assert subject["encodedList"].startswith("u")
    assert "=" not in subject["encodedList"]
    assert len(decode_list(subject["encodedList"])) == 16_384


def test_the_entry_is_not_named_like_its_list(badge):
    status = badge["credentialStatus"]

    assert status["id"] != status["statusListCredential"]
    assert status["type"] == "BitstringStatusListEntry"


@pytest.mark.parametrize(
    "changes",
    [
        {"type": ["VerifiableCredential"]},
        {"id": "https://odznaki.example/status/another"},
        {"credentialSubject": {"type": "BitstringStatusList", "statusPurpose": "suspension", "encodedList": encode_list(new_bits())}},
        {"credentialSubject": {"type": "BitstringStatusList", "statusPurpose": "revocation"}},
    ],
    ids=["type", "id", "purpose", "no list"],
)  # fmt: skip
def test_a_list_that_is_not_one_is_refused(world, school, badge, changes):
    with_list(world, school, status_list(school, **changes))

    assert judged(world, badge)[0] == Overall.NOT_VALID


@pytest.mark.parametrize(
    "spoil", [lambda text: text[1:], lambda text: text + "=", lambda text: "z" + text[1:]]
)
def test_a_list_is_multibase_base64url_without_padding(spoil):
    good = encode_list(new_bits())
    assert decode_list(good) == bytes(16_384)
    with pytest.raises(ValueError, match="no list"):
        decode_list(spoil(good))


def test_a_list_may_leave_out_its_id_and_have_several_purposes(world, school, badge):
    document = status_list(school)
    del document["id"]
    with_list(world, school, document)
    assert judged(world, badge) == (Overall.REVOKED, "revoked")

    subject = {**document["credentialSubject"], "statusPurpose": ["revocation", "suspension"]}
    with_list(world, school, document | {"credentialSubject": subject})
    assert judged(world, badge) == (Overall.REVOKED, "revoked")


def test_a_list_of_tomorrow_cannot_tell(world, school, badge):
    with_list(
        world,
        school,
        status_list(school, validFrom="2026-11-25T00:00:00Z", validUntil="2026-12-25T00:00:00Z"),
    )

    assert judged(world, badge) == (Overall.CANNOT_TELL, "status_list_outdated")


def test_a_list_that_is_a_token_needs_no_registered_claims(world, school, badge):
    header = {"alg": "EdDSA", "kid": f"{school.method}-jwk", "typ": "vc+jwt"}
    world.status_lists[school.list_url] = resigned(school, header, status_list(school))
    assert judged(world, badge) == (Overall.REVOKED, "revoked")

    forged = Ed25519PrivateKey.generate()
    other = type(school)(did=school.did, key=forged)
    world.status_lists[school.list_url] = resigned(other, header, status_list(school))
    assert judged(world, badge) == (Overall.NOT_VALID, "status_list_signature_wrong")


# --- did:web ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "did", ["did:web:10.0.0.1", "did:web:93.184.216.34:issuers:x", "did:web:2130706433", "did:web:a.0x7f"]
)
def test_a_did_names_a_host_and_not_a_computer(did):
    with pytest.raises(ValueError, match="not a did:web"):
        did_document_address(did)


def test_a_did_is_asked_for_by_https():
    assert did_document_address("did:web:uni.example%3A8443").startswith(
        "https://uni.example:8443/.well-known/"
    )

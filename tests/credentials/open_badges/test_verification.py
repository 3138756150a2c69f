import base64
import copy
import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credentials.open_badges.baking import bake_png, bake_svg, compact_json
from credentials.open_badges.did import build_did_document
from credentials.open_badges.findings import CANNOT_TELL, NO, YES
from credentials.open_badges.multikey import encode_public_key
from credentials.open_badges.proofs import sign_data_integrity
from credentials.open_badges.verification import Overall
from tests.credentials.open_badges.school import World

Path = tuple[str | int, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(part, (*path, key))
    else:
        yield path


def changed(document: dict[str, Any], path: Path, change) -> dict[str, Any]:
    document = copy.deepcopy(document)
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = change(place[path[-1]])
    return document


def other_value(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        last = "a" if value[-1] != "a" else "b"
        return value[:-1] + last
    return value + 1


def test_badge_of_a_known_issuer_is_valid(world, badge) -> None:
    verdict = world.verify(compact_json(badge).encode())

    assert verdict.overall == Overall.VALID
    assert [verdict.unchanged.answer, verdict.issued_by_known.answer, verdict.still_valid.answer] == [YES] * 3
    assert verdict.issuer == "did:web:odznaki.example:issuers:lo-1"
    assert verdict.digest == hashlib.sha256(compact_json(badge).encode()).hexdigest()


def test_cr_01_every_changed_leaf_is_refused(world, badge) -> None:
    verdicts = {path: world.verify(changed(badge, path, other_value)) for path in leaves(badge)}

    assert {verdict.overall for verdict in verdicts.values()} == {Overall.NOT_VALID}
    assert all(verdict.unchanged.reason for verdict in verdicts.values())
    assert len(verdicts) == 76


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.floats(0, 1, exclude_max=True),
    byte=st.integers(0, 255),
    carrier=st.sampled_from(["json", "png"]),
)
def test_cr_01_no_single_byte_can_be_changed(world, badge, png, place, byte, carrier) -> None:
    text = compact_json(badge).encode()
    if carrier == "png":
        text = bake_png(png, text.decode())
    position = int(place * len(text))
    forged = text[:position] + bytes([byte]) + text[position + 1 :]
    verdict = world.verify(forged)

    # The picture's own pixels are not signed, and 1.0 may be written 1e0: the document then says the same.
    assert verdict.overall != Overall.VALID or verdict.document == badge


@given(st.binary(max_size=400))
def test_any_bytes_get_a_verdict(content) -> None:
    nothing = {}
    verdict = World(nothing, nothing, set()).verify(content)

    assert verdict.overall in {Overall.NOT_VALID, Overall.CANNOT_TELL}
    assert verdict.unchanged.reason


def test_cr_01_every_removed_member_is_refused(world, badge) -> None:
    verdicts = []
    for path in leaves(badge):
        document = copy.deepcopy(badge)
        place: Any = document
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]
        verdicts.append((path, world.verify(document).overall))

    # The creator is the issuer, whose type is said already: nothing is lost without it.
    said_twice = {("credentialSubject", "achievement", "creator", "type", 0)}
    accepted = {
        path for path, overall in verdicts if overall in {Overall.VALID, Overall.VALID_UNKNOWN_ISSUER}
    }
    assert accepted == said_twice


def test_proof_of_another_suite_is_not_judged(world, badge) -> None:
    badge["proof"]["cryptosuite"] = "ecdsa-sd-2023"

    assert world.verify(badge).overall == Overall.CANNOT_TELL


@pytest.mark.parametrize(
    "member",
    [
        {"https://www.w3.org/2018/credentials#validUntil": "2020-01-01T00:00:00Z"},
        {"cred:validUntil": "2020-01-01T00:00:00Z"},
        {"unheardOf": "anything"},
        {"@included": []},
        {"name": None},
        {"name": {"@value": "Zespołowy projekt obywatelski", "@direction": "rtl"}},
    ],
)
def test_cr_01_member_that_nobody_signed_is_refused(world, badge, member) -> None:
    verdict = world.verify({**badge, **member})

    assert verdict.overall == Overall.NOT_VALID
    assert verdict.unchanged.reason in {"unplain_member", "term_not_defined", "empty_value"}


def test_cr_01_status_hidden_behind_its_full_address_is_refused(world, badge) -> None:
    document = copy.deepcopy(badge)
    entry = document.pop("credentialStatus")
    document["https://www.w3.org/2018/credentials#credentialStatus"] = entry

    assert world.verify(document).unchanged.reason == "unplain_member"


def test_cr_01_second_value_for_a_member_is_refused(world, badge) -> None:
    text = compact_json(badge).replace('"validFrom":', '"validFrom":"2020-01-01T00:00:00Z","validFrom":', 1)

    assert world.verify(text.encode()).unchanged.reason == "duplicate_member"


def test_cr_01_part_that_claims_to_be_the_credential_is_refused(world, school, unsigned) -> None:
    evidence = [{"id": unsigned["id"], "type": ["Evidence"], "name": "elsewhere"}]
    document = school.sign({**unsigned, "evidence": evidence})

    assert world.verify(document).unchanged.reason == "ambiguous_parts"


def jws(header: dict[str, Any], claims: dict[str, Any], signature: bytes = b"signed") -> bytes:
    parts = [json.dumps(header).encode(), json.dumps(claims).encode(), signature]
    return b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ({"alg": "none"}, "algorithm_none"),
        ({"alg": "NoNe"}, "algorithm_none"),
        ({}, "algorithm_none"),
        ({"alg": "EdDSA", "kid": "did:web:evil.example#key-1"}, "signed_by_another"),
        ({"alg": "EdDSA"}, "signed_by_another"),
        ({"alg": "EdDSA", "kid": "did:web:odznaki.example:issuers:lo-1#key-1", "jwk": {}}, "key_in_header"),
        ({"alg": "ES256", "jku": "https://evil.example/keys"}, "key_in_header"),
        ({"alg": "RS256", "x5u": "https://evil.example/chain"}, "key_in_header"),
    ],
)
def test_cr_01_token_that_vouches_for_itself_is_refused(world, school, unsigned, header, reason) -> None:
    verdict = world.verify(jws(header, {**unsigned, "iss": school.did}))

    assert (verdict.overall, verdict.unchanged.reason) == (Overall.NOT_VALID, reason)


def test_cr_01_token_signed_with_the_public_key_as_a_secret_is_refused(world, school, unsigned) -> None:
    header, claims = {"alg": "HS256", "kid": school.method}, {**unsigned, "iss": school.did}
    unsigned_part = jws(header, claims).rpartition(b".")[0]
    secret = encode_public_key(school.key.public_key()).encode()
    token = jws(header, claims, hmac.digest(secret, unsigned_part, "sha256"))

    assert world.verify(token).unchanged.reason == "algorithm_refused"


def test_cr_01_sound_token_is_not_judged_by_its_look(world, school, unsigned) -> None:
    verdict = world.verify(jws({"alg": "PS256", "kid": school.method}, {**unsigned, "iss": school.did}))

    assert (verdict.overall, verdict.unchanged.reason) == (Overall.CANNOT_TELL, "jws_not_supported")


def test_cr_01_key_of_another_issuer_does_not_sign_for_this_one(world, unsigned) -> None:
    stranger, key = "did:web:evil.example", Ed25519PrivateKey.generate()
    world.did_documents[stranger] = build_did_document(stranger, [("key-1", key.public_key())])
    document = sign_data_integrity(unsigned, key, f"{stranger}#key-1", world.now)

    assert world.verify(document).unchanged.reason == "signed_by_another"


def test_cr_02_self_made_issuer_is_unchanged_but_unknown(world, school, unsigned) -> None:
    key = Ed25519PrivateKey.generate()
    encoded = encode_public_key(key.public_key())
    did = f"did:key:{encoded}"
    claim = {key: value for key, value in unsigned.items() if key != "credentialStatus"}
    claim["issuer"] = {**unsigned["issuer"], "id": did}
    verdict = world.verify(sign_data_integrity(claim, key, f"{did}#{encoded}", world.now))

    assert verdict.overall == Overall.VALID_UNKNOWN_ISSUER
    assert verdict.unchanged.answer == YES
    assert (verdict.issued_by_known.answer, verdict.issued_by_known.reason) == (NO, "issuer_unknown")


def test_cr_02_look_alike_domain_is_somebody_else(world, school, unsigned) -> None:
    look_alike, key = school.did.replace("odznaki", "0dznaki"), Ed25519PrivateKey.generate()
    world.did_documents[look_alike] = build_did_document(look_alike, [("key-1", key.public_key())])
    claim = {key: value for key, value in unsigned.items() if key != "credentialStatus"}
    claim["issuer"] = {**unsigned["issuer"], "id": look_alike}
    verdict = world.verify(sign_data_integrity(claim, key, f"{look_alike}#key-1", world.now))

    assert verdict.overall == Overall.VALID_UNKNOWN_ISSUER


def test_cr_07_revoked(world, school, badge) -> None:
    world.status_lists[school.list_url] = school.status_list(4711)
    verdict = world.verify(badge)

    assert (verdict.overall, verdict.still_valid.reason) == (Overall.REVOKED, "revoked")
    assert verdict.unchanged.answer == YES


def test_cr_07_status_list_unreachable_is_cannot_tell(world, badge) -> None:
    world.status_lists.clear()
    verdict = world.verify(badge)

    assert verdict.overall == Overall.CANNOT_TELL
    assert (verdict.still_valid.answer, verdict.still_valid.reason) == (CANNOT_TELL, "status_unreachable")


def test_issuer_unreachable_is_cannot_tell(world, badge) -> None:
    world.did_documents.clear()

    assert world.verify(badge).unchanged.reason == "did_unreachable"
    assert world.verify(badge).overall == Overall.CANNOT_TELL


def test_expired_and_not_yet_valid(world, badge) -> None:
    world.now += timedelta(days=700)
    # The list of today is out of date by then, but a date that has passed needs no list.
    assert world.verify(badge).overall == Overall.EXPIRED

    world.now -= timedelta(days=702)
    assert world.verify(badge).still_valid.reason == "not_yet_valid"
    assert world.verify(badge).overall == Overall.NOT_VALID


def test_badge_is_found_in_its_picture(world, badge, png) -> None:
    text = compact_json(badge)

    assert world.verify(bake_png(png, text)).overall == Overall.VALID
    assert world.verify(bake_png(png, text)).form == "png"
    assert world.verify(bake_svg(b"<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>", text)).form == "svg"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"[]", "not_an_object"),
        (b"null", "not_an_object"),
        (b"[" * 100_000, "not_json"),
        (b'{"a":' + b"9" * 6_000 + b"}", "not_json"),
        (b'{"a":NaN}', "not_json"),
        (b'{"a":"\\ud800"}', "bad_text"),
        (b'{"a":"\\u0000"}', "bad_text"),
        (b"\xff\xfe\x00", "not_json"),
        (b'{"a":' * 25 + b"1" + b"}" * 25, "too_deep"),
        (b'{"a":[' + b"{}," * 1_000 + b"{}]}", "too_many_parts"),
        (b" " * 300_000 + b"{}", "not_open_badges"),
        (b'{"a":"' + b"x" * 300_000 + b'"}', "too_large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "nothing_baked_in"),
        (b"<html><body>no</body></html>", "not_svg"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "not_png"),
    ],
)
def test_hostile_or_unreadable_input_gets_a_reason(world, content, reason) -> None:
    verdict = world.verify(content)

    assert verdict.overall in {Overall.NOT_VALID, Overall.CANNOT_TELL}
    assert verdict.unchanged.reason == reason


def test_verdict_is_never_taken_for_a_plain_yes(world, badge) -> None:
    with pytest.raises(TypeError):
        bool(world.verify(badge).unchanged)

import base64
import gzip
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from credentials.open_badges.baking import compact_json
from credentials.open_badges.proofs import sign_data_integrity
from credentials.open_badges.status import (
    MINIMUM_ENTRIES,
    StatusFinding,
    StatusState,
    build_status_list,
    check_status,
    decode_list,
    encode_list,
    get_bit,
    new_bits,
    set_bit,
    status_entry,
)


def ask(world, school, index: int | str = 4711, **changes) -> StatusFinding:
    entry = {**status_entry(school.list_url, 0), "statusListIndex": str(index), **changes}
    return check_status(
        entry,
        issuer=school.did,
        fetch_status=world.status_lists.get,
        resolve_did=world.did_documents.get,
        now=world.now,
    )


@given(st.sets(st.integers(0, MINIMUM_ENTRIES - 1), max_size=40))
def test_bits_survive_the_journey(indexes) -> None:
    bits = new_bits()
    for index in indexes:
        set_bit(bits, index)
    received = decode_list(encode_list(bits))
    touched = [index for start in indexes for index in range(start - start % 8, start - start % 8 + 8)]

    assert {index for index in touched if get_bit(received, index)} == indexes
    assert sum(byte.bit_count() for byte in received) == len(indexes)


def test_index_0_is_the_left_most_bit() -> None:
    bits = new_bits()
    set_bit(bits, 0)
    set_bit(bits, 9)

    assert bits[:2] == b"\x80\x40"


def test_list_is_encoded_as_the_standard_shows() -> None:
    encoded = encode_list(new_bits())

    assert encoded.startswith("uH4sI")
    assert gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "==")) == bytes(16_384)


def test_cr_07_short_list_is_refused_when_it_is_built(world, school) -> None:
    with pytest.raises(ValueError, match="131,072"):
        new_bits(MINIMUM_ENTRIES - 8)
    with pytest.raises(ValueError, match="131,072"):
        build_status_list(school.list_url, school.did, bytes(16_383), world.now)


def test_cr_07_short_list_of_a_stranger_is_invalid(world, school) -> None:
    unsigned = build_status_list(school.list_url, school.did, new_bits(), world.now)
    short = base64.urlsafe_b64encode(gzip.compress(bytes(16_383))).decode().rstrip("=")
    unsigned["credentialSubject"]["encodedList"] = f"u{short}"
    world.status_lists[school.list_url] = compact_json(school.sign(unsigned)).encode()

    assert ask(world, school) == StatusFinding(StatusState.INVALID, "status_list_too_short")


def test_cr_07_list_signed_by_another_key_is_invalid(world, school) -> None:
    unsigned = build_status_list(school.list_url, school.did, new_bits(), world.now)
    forged = sign_data_integrity(unsigned, Ed25519PrivateKey.generate(), school.method, world.now)
    world.status_lists[school.list_url] = compact_json(forged).encode()

    assert ask(world, school) == StatusFinding(StatusState.INVALID, "status_list_signature_wrong")


def test_cr_07_list_of_another_issuer_is_invalid(world, school) -> None:
    unsigned = build_status_list(school.list_url, "did:web:other.example", new_bits(), world.now)
    world.status_lists[school.list_url] = compact_json(school.sign(unsigned)).encode()

    assert ask(world, school) == StatusFinding(StatusState.INVALID, "status_list_of_another")


@pytest.mark.parametrize(
    ("index", "finding"),
    [
        (0, StatusFinding(StatusState.ACTIVE)),
        (131_071, StatusFinding(StatusState.REVOKED)),
        (131_072, StatusFinding(StatusState.INVALID, "status_index_out_of_range")),
        (-1, StatusFinding(StatusState.INVALID, "status_entry_malformed")),
        ("07", StatusFinding(StatusState.INVALID, "status_entry_malformed")),
        ("1e3", StatusFinding(StatusState.INVALID, "status_entry_malformed")),
        ("٤", StatusFinding(StatusState.INVALID, "status_entry_malformed")),
    ],
)
def test_cr_07_index_at_and_beyond_the_end(world, school, index, finding) -> None:
    world.status_lists[school.list_url] = school.status_list(131_071)

    assert ask(world, school, index) == finding


def test_another_purpose_is_not_read_as_revocation(world, school) -> None:
    assert ask(world, school, statusPurpose="suspension").state == StatusState.UNKNOWN
    assert ask(world, school, type="RevocationList2020Status").state == StatusState.UNKNOWN


def test_list_of_yesterday_cannot_tell(world, school) -> None:
    world.now += timedelta(days=3)

    assert ask(world, school) == StatusFinding(StatusState.UNKNOWN, "status_list_outdated")


def test_list_that_unpacks_without_end_is_invalid(world, school) -> None:
    unsigned = build_status_list(school.list_url, school.did, new_bits(), world.now)
    bomb = base64.urlsafe_b64encode(gzip.compress(bytes(50_000_000), 9)).decode().rstrip("=")
    unsigned["credentialSubject"]["encodedList"] = f"u{bomb}"
    world.status_lists[school.list_url] = compact_json(unsigned).encode()

    assert ask(world, school) == StatusFinding(StatusState.INVALID, "status_list_malformed")


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b"{}", b'{"credentialSubject":[]}'])
def test_page_where_a_list_should_be_is_invalid(world, school, content) -> None:
    world.status_lists[school.list_url] = content

    assert ask(world, school) == StatusFinding(StatusState.INVALID, "status_list_malformed")

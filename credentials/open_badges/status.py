"""Revocation by bit: W3C Bitstring Status List 1.0.

A list holds at least 131,072 entries, so that asking for it does not tell which badge somebody looks at. It
never shrinks. Index 0 is the left-most bit (§3.2). The list is itself a credential, signed by the issuer of
the badges in it.
"""

import base64
import gzip
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from .compact_jws import judge_jws, looks_like_jws
from .contexts import CREDENTIALS_V2
from .did import ResolveDid
from .findings import CANNOT_TELL, NO, YES
from .moments import format_moment, parse_moment
from .proofs import issuer_id, verify_data_integrity
from .structure import MAX_BYTES, Unreadable, parse_document

MINIMUM_ENTRIES = 131_072
MAX_ENTRIES = 8 * 1024 * 1024
#: A list that seems to be of the next minutes was signed by somebody whose clock is fast.
CLOCKS_DIFFER = timedelta(hours=1)

#: Address of a list → its bytes, or ``None`` when it cannot be had now. Never raises.
FetchStatus = Callable[[str], bytes | None]

_INDEX = re.compile(r"(0|[1-9][0-9]{0,8})\Z")


class StatusState(StrEnum):
    ACTIVE = "active"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    INVALID = "invalid"


@dataclass(frozen=True)
class StatusFinding:
    """What a status entry says; ``reason`` is a stable code, empty for a plain answer."""

    state: StatusState
    reason: str = ""


def new_bits(entries: int = MINIMUM_ENTRIES) -> bytearray:
    """A list with no bit set. Raises ``ValueError`` below 131,072 entries or when they do not fill whole
    bytes.
    """
    if entries < MINIMUM_ENTRIES or entries % 8:
        raise ValueError("a status list has at least 131,072 entries, in whole bytes")
    return bytearray(entries // 8)


def set_bit(bits: bytearray, index: int) -> None:
    """Mark the entry. Raises ``IndexError`` outside the list."""
    _check_index(bits, index)
    bits[index // 8] |= 0x80 >> index % 8


def get_bit(bits: bytes | bytearray, index: int) -> bool:
    """Whether the entry is marked. Raises ``IndexError`` outside the list."""
    _check_index(bits, index)
    return bool(bits[index // 8] & 0x80 >> index % 8)


def _check_index(bits: bytes | bytearray, index: int) -> None:
    if not 0 <= index < len(bits) * 8:
        raise IndexError("outside the status list")


def encode_list(bits: bytes | bytearray) -> str:
    """``u`` and the base64url of the gzipped bits; the same bits give the same text.

    Raises ``ValueError`` for a list that is too short to be published.
    """
    if len(bits) * 8 < MINIMUM_ENTRIES:
        raise ValueError("a status list has at least 131,072 entries")
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).rstrip(b"=").decode()


def decode_list(encoded: object) -> bytes:
    """The bits, unpacked within bounds. Raises ``ValueError`` for anything but multibase base64url without padding."""
    if not isinstance(encoded, str) or not encoded.startswith("u") or "=" in encoded:
        raise ValueError("no list")
    text = encoded[1:]
    packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    inflator = zlib.decompressobj(wbits=31)
    try:
        bits = inflator.decompress(packed, MAX_ENTRIES // 8)
    except zlib.error as error:
        raise ValueError("not gzip") from error
    if inflator.unconsumed_tail or not inflator.eof:
        raise ValueError("too long or cut off")
    return bits


def status_entry(list_url: str, index: int) -> dict[str, str]:
    """``credentialStatus`` of one credential. Raises ``ValueError`` for a negative index."""
    if index < 0:
        raise ValueError("an index is not negative")
    return {
        "id": f"{list_url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(index),
        "statusListCredential": list_url,
    }


def build_status_list(
    list_url: str,
    issuer: str,
    bits: bytes | bytearray,
    valid_from: datetime,
    valid_until: datetime | None = None,
) -> dict[str, Any]:
    """The unsigned ``BitstringStatusListCredential``. Raises ``ValueError`` for a list that is too short."""
    until = {"validUntil": format_moment(valid_until)} if valid_until else {}
    return {
        "@context": [CREDENTIALS_V2],
        "id": list_url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": format_moment(valid_from),
        **until,
        "credentialSubject": {
            "id": f"{list_url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encode_list(bits),
        },
    }


def check_status(
    entry: Mapping[str, Any],
    *,
    issuer: str,
    fetch_status: FetchStatus,
    resolve_did: ResolveDid,
    now: datetime,
) -> StatusFinding:
    """What the list says about this entry of a credential of ``issuer`` (§3.2, *Validate Algorithm*).

    *Unknown* is about reaching the list now; *invalid* is about an entry or a list that nobody should rely
    on. Never raises.
    """
    index_text, url = entry.get("statusListIndex"), entry.get("statusListCredential")
    if entry.get("type") != "BitstringStatusListEntry":
        return StatusFinding(StatusState.UNKNOWN, "status_not_supported")
    if entry.get("statusPurpose") != "revocation" or entry.get("statusSize", 1) not in (1, "1"):
        return StatusFinding(StatusState.UNKNOWN, "status_not_supported")
    if not isinstance(url, str) or not isinstance(index_text, str) or not _INDEX.match(index_text):
        return StatusFinding(StatusState.INVALID, "status_entry_malformed")
    content = fetch_status(url)
    if content is None:
        return StatusFinding(StatusState.UNKNOWN, "status_unreachable")
    return _check_list(content, url, int(index_text), issuer, resolve_did, now)


def _names(value: object, name: str) -> bool:
    """Whether a text is this name, or an array has it."""
    return value == name or (isinstance(value, list) and name in value)


def _check_list(
    content: bytes, url: str, index: int, issuer: str, resolve_did: ResolveDid, now: datetime
) -> StatusFinding:
    if len(content) > MAX_BYTES:
        return StatusFinding(StatusState.UNKNOWN, "status_list_too_large")
    signed_by_issuer = None
    try:
        if looks_like_jws(content.strip()):
            signed_by_issuer, document = judge_jws(content.strip(), resolve_did=resolve_did, is_badge=False)
        else:
            document = parse_document(content)
        subject = document["credentialSubject"]
        until = parse_moment(document["validUntil"]) if "validUntil" in document else None
        begins = parse_moment(document["validFrom"]) if "validFrom" in document else now
        bits = decode_list(subject["encodedList"])
        purposes, types = subject["statusPurpose"], document["type"]
        fits = subject["type"] == "BitstringStatusList" and _names(types, "BitstringStatusListCredential")
        fits = fits and _names(purposes, "revocation")
    except (Unreadable, KeyError, TypeError, ValueError):
        return StatusFinding(StatusState.INVALID, "status_list_malformed")
    if document.get("id", url) != url or not fits:
        return StatusFinding(StatusState.INVALID, "status_list_mismatch")
    if len(bits) * 8 < MINIMUM_ENTRIES:
        return StatusFinding(StatusState.INVALID, "status_list_too_short")
    if index >= len(bits) * 8:
        return StatusFinding(StatusState.INVALID, "status_index_out_of_range")
    if signed_by_issuer is None:
        proof = verify_data_integrity(document, resolve_did=resolve_did, now=now)
        signed_by_issuer = proof.controller if proof.signature.answer == YES else proof.signature
    if signed_by_issuer.answer == CANNOT_TELL:
        return StatusFinding(StatusState.UNKNOWN, signed_by_issuer.reason)
    if signed_by_issuer.reason == "signed_by_another" or issuer_id(document) != issuer:
        return StatusFinding(StatusState.INVALID, "status_list_of_another")
    if signed_by_issuer.answer == NO:
        return StatusFinding(StatusState.INVALID, "status_list_signature_wrong")
    if begins > now + CLOCKS_DIFFER or (until and until <= now):
        return StatusFinding(StatusState.UNKNOWN, "status_list_outdated")
    return StatusFinding(StatusState.REVOKED if get_bit(bits, index) else StatusState.ACTIVE)

"""The verdict over any badge or endorsement of one: ours or foreign, JSON, JWT, PNG or SVG.

Three questions are answered each for itself: is it *unchanged*, was it *issued by someone we know*, is it
*still valid*. Work is bounded in bytes, depth, parts and canonicalising steps; waiting is not:
``resolve_did`` and ``fetch_status`` are the caller's, who gives them time-outs and address filters, and runs
the whole in a worker with a limit of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from .baking import PNG_SIGNATURE, compact_json, extract_png, extract_svg
from .compact_jws import judge_jws, looks_like_jws
from .contexts import CREDENTIALS_V1, CREDENTIALS_V2, OPEN_BADGES_VERSIONS, PINNED
from .did import ResolveDid
from .findings import CANNOT_TELL, NO, YES, Finding
from .moments import parse_moment
from .proofs import issuer_id, verify_data_integrity
from .status import FetchStatus, StatusState, check_status
from .structure import Unreadable, parse_document

#: Refusals that say *we* cannot judge, not that the document is bad.
_BEYOND_US = frozenset({"too_large", "too_deep", "too_many_parts", "too_complex", "nested_context"})
_BADGE_TYPES = frozenset({"OpenBadgeCredential", "AchievementCredential"})


class Overall(StrEnum):
    """The first line of the page, in words."""

    VALID = "valid"
    VALID_UNKNOWN_ISSUER = "valid_unknown_issuer"
    NOT_VALID = "not_valid"
    REVOKED = "revoked"
    EXPIRED = "expired"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True)
class Verdict:
    """``form`` is ``json``, ``png``, ``svg``, ``jws``, ``pdf`` or empty; ``digest`` the sha256 of the document's
    bytes.

    ``document`` is what was read, also of a badge that is not valid: show it as a claim, never as a fact.
    """

    overall: Overall
    unchanged: Finding
    issued_by_known: Finding
    still_valid: Finding
    form: str = ""
    issuer: str = ""
    digest: str = ""
    document: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def is_endorsement(self) -> bool:
        """Words about somebody's badge (OB 3.0 §B, EndorsementCredential), no badge."""
        names = _type_names(self.document)
        return "EndorsementCredential" in names and not names & _BADGE_TYPES


def verify(
    badge: bytes | Mapping[str, Any],
    *,
    resolve_did: ResolveDid,
    fetch_status: FetchStatus,
    known_issuer: Callable[[str], bool],
    now: datetime,
) -> Verdict:
    """Judge a badge. Never raises for any input; ``now`` has a zone."""
    content = (
        compact_json(dict(badge)).encode("utf-8", "surrogatepass") if isinstance(badge, Mapping) else badge
    )
    try:
        form, content = unpack(content)
        if form == "jws":
            unchanged, document = judge_jws(content, resolve_did=resolve_did)
            if unchanged.answer == YES:
                shape = _shape(document)
                unchanged = unchanged if shape is None else shape
        else:
            document = parse_document(content)
            unchanged = _is_unchanged(document, resolve_did, now)
    except Unreadable as error:
        answer = CANNOT_TELL if error.code in _BEYOND_US else NO
        return _verdict(Finding(answer, error.code), Finding(CANNOT_TELL), Finding(CANNOT_TELL))
    digest, issuer = sha256(content).hexdigest(), issuer_id(document)
    if unchanged.answer != YES:
        return _verdict(unchanged, Finding(CANNOT_TELL), Finding(CANNOT_TELL), form, issuer, digest, document)
    known = Finding(YES) if known_issuer(issuer) else Finding(NO, "issuer_unknown")
    valid = _is_still_valid(document, issuer, fetch_status, resolve_did, now)
    return _verdict(unchanged, known, valid, form, issuer, digest, document)


def unpack(content: bytes) -> tuple[str, bytes]:
    """The form of the badge and the bytes of the credential in it. Raises ``Unreadable``."""
    if content.startswith(PNG_SIGNATURE):
        form, baked = "png", extract_png(content)
    elif content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        form, baked = "svg", extract_svg(content)
    else:
        form, baked = "json", None
        content = content.removeprefix(b"\xef\xbb\xbf").strip()
    if form != "json":
        if baked is None:
            raise Unreadable("nothing_baked_in")
        content = baked.encode("utf-8", "surrogatepass").strip()
    return ("jws", content) if looks_like_jws(content) else (form, content)


def _is_unchanged(document: Mapping[str, Any], resolve_did: ResolveDid, now: datetime) -> Finding:
    shape = _shape(document)
    if shape is not None:
        return shape
    proof = verify_data_integrity(document, resolve_did=resolve_did, now=now)
    return proof.controller if proof.signature.answer == YES else proof.signature


def _shape(document: Mapping[str, Any]) -> Finding | None:
    """What must hold before a signature means anything; ``None`` when it does (OB 3.0 §8.1, VC Data Model 2.0
    §4).
    """
    contexts = document.get("@context")
    if contexts == CREDENTIALS_V1 or (isinstance(contexts, list) and contexts[:1] == [CREDENTIALS_V1]):
        return Finding(CANNOT_TELL, "old_format")
    if not isinstance(contexts, list) or len(contexts) < 2 or contexts[0] != CREDENTIALS_V2:
        return Finding(NO, "not_open_badges")
    if not isinstance(contexts[1], str) or contexts[1] not in OPEN_BADGES_VERSIONS:
        return Finding(NO, "not_open_badges")
    if not all(isinstance(context, str) and context in PINNED for context in contexts[2:]):
        return Finding(CANNOT_TELL, "context_not_pinned")
    subject = document.get("credentialSubject")
    if (
        "VerifiableCredential" not in _type_names(document)
        or not isinstance(subject, dict)
        or not _says_something(_type_names(document), subject)
        or not isinstance(document.get("id"), str)
        or not issuer_id(document)
    ):
        return Finding(NO, "not_open_badges")
    if _says_more_elsewhere(document):
        return Finding(NO, "ambiguous_parts")
    return None


def _type_names(document: Mapping[str, Any]) -> set[str]:
    types = document.get("type")
    return {name for name in types if isinstance(name, str)} if isinstance(types, list) else set()


def _says_something(names: set[str], subject: Mapping[str, Any]) -> bool:
    """A badge says of somebody what was achieved; an endorsement names what it is about (OB 3.0 §B)."""
    if names & _BADGE_TYPES:
        known = bool(subject.get("id") or subject.get("identifier"))
        return known and isinstance(subject.get("achievement"), dict)
    return "EndorsementCredential" in names and bool(subject.get("id")) and isinstance(subject["id"], str)


def _says_more_elsewhere(document: Mapping[str, Any]) -> bool:
    """Whether a part inside carries the credential's own id: to JSON-LD it would *be* the credential, to a
    reader not.
    """
    waiting: list[Any] = [part for key, part in document.items() if key != "@context"]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if "id" in value and value["id"] == document.get("id"):
                return True
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return False


def _is_still_valid(
    document: Mapping[str, Any],
    issuer: str,
    fetch_status: FetchStatus,
    resolve_did: ResolveDid,
    now: datetime,
) -> Finding:
    try:
        begins = parse_moment(document.get("validFrom"))
        ends = parse_moment(document["validUntil"]) if "validUntil" in document else None
    except ValueError:
        return Finding(NO, "dates_malformed")
    entries = document.get("credentialStatus", [])
    cannot_tell = ""
    for entry in entries if isinstance(entries, list) else [entries]:
        if not isinstance(entry, dict):
            return Finding(NO, "status_entry_malformed")
        status = check_status(
            entry, issuer=issuer, fetch_status=fetch_status, resolve_did=resolve_did, now=now
        )
        if status.state == StatusState.REVOKED:
            return Finding(NO, "revoked")
        if status.state == StatusState.INVALID:
            return Finding(NO, status.reason)
        if status.state == StatusState.UNKNOWN:
            cannot_tell = status.reason
    if begins > now:
        return Finding(NO, "not_yet_valid")
    if ends and ends <= now:
        return Finding(NO, "expired")
    return Finding(CANNOT_TELL, cannot_tell) if cannot_tell else Finding(YES)


def _verdict(
    unchanged: Finding,
    known: Finding,
    valid: Finding,
    form: str = "",
    issuer: str = "",
    digest: str = "",
    document: Mapping[str, Any] | None = None,
) -> Verdict:
    return Verdict(
        _overall(unchanged, known, valid), unchanged, known, valid, form, issuer, digest, document or {}
    )


def _overall(unchanged: Finding, known: Finding, valid: Finding) -> Overall:
    if unchanged.answer != YES:
        return Overall.NOT_VALID if unchanged.answer == NO else Overall.CANNOT_TELL
    if valid.answer == NO:
        return {"revoked": Overall.REVOKED, "expired": Overall.EXPIRED}.get(valid.reason, Overall.NOT_VALID)
    if valid.answer == CANNOT_TELL:
        return Overall.CANNOT_TELL
    return Overall.VALID if known.answer == YES else Overall.VALID_UNKNOWN_ISSUER

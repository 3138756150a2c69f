"""One badge, spoiled in each way that a verifier has to notice, in every form it travels in."""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from credentials.art import BadgeArt, png, svg
from credentials.open_badges.baking import bake_png, bake_svg, compact_json
from credentials.open_badges.compact_jws import sign_jws
from credentials.open_badges.did import JWK_ENDING, build_did_document
from credentials.open_badges.documents import build_credential
from credentials.open_badges.endorsements import build_endorsement
from credentials.open_badges.facts import (
    AchievementDescription,
    AwardFacts,
    BadgeImage,
    IssuerProfile,
    RecipientIdentity,
    StatusEntry,
)
from credentials.open_badges.moments import format_moment
from credentials.open_badges.proofs import sign_data_integrity
from credentials.open_badges.status import build_status_list, new_bits
from tests.credentials.open_badges.school import SITE, School

Case = Literal[
    "good",
    "changed",
    "revoked",
    "expired",
    "wrong issuer",
    "wrong key",
    "withdrawn key",
    "other list",
    "unknown issuer",
]
Form = Literal[
    "json", "jwt", "png", "svg", "club json", "club jwt", "club png", "club svg", "endorsement json"
]
INDEX = 4711
STRANGER = "did:web:somebody.example"
ART = BadgeArt("rosette", "kotylion", "users-four", "tails", "microcredential")
_PICTURE = png(ART, 128)
_SCHEMA_FILE = (
    Path(__file__).parents[1] / "credentials/open_badges/data/ob_v3p0_achievementcredential_schema.json"
)
#: 1EdTech's schema at its own address, for verifiers that look it up.
SCHEMA = {
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json": json.loads(
        _SCHEMA_FILE.read_text("utf-8")
    )
}


@dataclass(frozen=True)
class Spoiled:
    """``badge``: the bytes as downloaded. ``documents``: all that stands at any address, by DID or URL."""

    badge: bytes
    issuer: str
    documents: Mapping[str, Mapping[str, Any]]
    now: datetime
    issuer_is_known: bool


def spoiled(case: Case, form: Form) -> Spoiled:
    """A badge in one form, sound or spoiled in one way; each has an issuer of its own, so no cache mixes them."""
    name = f"{case}-{form}".replace(" ", "-")
    now = datetime.now(UTC) - timedelta(minutes=5)  # verifiers of others look at the clock themselves
    place = "clubs" if form.startswith("club") else "issuers"
    school = School(did=f"did:web:odznaki.example:{place}:{name}", list_url=f"{SITE}/status/{name}", now=now)
    stranger = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
    documents: dict[str, Mapping[str, Any]] = {
        school.did: school.did_document(),
        STRANGER: build_did_document(STRANGER, [("key-1", stranger.public_key())]),
        school.list_url: json.loads(school.status_list(INDEX if case == "revoked" else 0)),
    }
    key, method = school.key, school.method
    match case:
        case "wrong issuer":
            key, method = stranger, f"{STRANGER}#key-1"
        case "wrong key":
            key = stranger
        case "withdrawn key":
            documents[school.did] = build_did_document(school.did, [("key-2", stranger.public_key())])
        case "other list":
            unsigned = build_status_list(school.list_url, STRANGER, new_bits(), now, now + timedelta(days=2))
            documents[school.list_url] = sign_data_integrity(unsigned, stranger, f"{STRANGER}#key-1", now)
    badge = _carried(form, _unsigned(school, case, form), key, method, case)
    return Spoiled(badge, school.did, documents, now, issuer_is_known=case != "unknown issuer")


def _unsigned(school: School, case: Case, form: Form) -> dict[str, Any]:
    if form.startswith("endorsement"):
        return _endorsement(school, case)
    of_club = form.startswith("club")
    achievement = AchievementDescription(
        id=f"{SITE}/achievements/pomocna-dlon/v1",
        language="pl",
        kind="club_badge" if of_club else "microcredential",
        name="Pomocna dłoń — ґ 🎈",
        description="Pomaga innym.",
        image=BadgeImage(f"{SITE}/media/badges/{ART.key}.png", "Czerwona rozeta"),
    )
    award = AwardFacts(
        id=f"{SITE}/credentials/7d9f3a50-0000-4000-8000-000000000001",
        awarded_at=school.now - timedelta(days=30),
        valid_from=school.now - timedelta(days=30),
        valid_until=school.now - timedelta(days=1) if case == "expired" else school.now + timedelta(days=365),
        status=StatusEntry(school.list_url, INDEX),
    )
    issuer = IssuerProfile(school.did, "Klub (klub, nie instytucja)" if of_club else "I LO", SITE, "PL")
    return build_credential(issuer, achievement, RecipientIdentity(learner_number="u-1", salt="f3b1"), award)


def _endorsement(school: School, case: Case) -> dict[str, Any]:
    """Of somebody else's badge; ours have no end, so the expired one is given one here."""
    unsigned = build_endorsement(
        IssuerProfile(school.did, "Muzeum", SITE, "PL"),
        id=f"{SITE}/achievements/debata/v1/endorsements/7d9f3a50-0000-4000-8000-000000000002",
        name="Poparcie dla „Debata”",
        achievement_id=f"{SITE}/achievements/debata/v1",
        comment="Pomocna — tak uczymy w muzeum. ґ 🎈",
        since=school.now - timedelta(days=30),
        status=StatusEntry(school.list_url, INDEX),
    )
    ends = {"validUntil": format_moment(school.now - timedelta(days=1))} if case == "expired" else {}
    return unsigned | ends


def _carried(form: Form, unsigned: dict[str, Any], key: Ed25519PrivateKey, method: str, case: Case) -> bytes:
    if form.endswith("jwt"):
        token = sign_jws(unsigned, key, method + JWK_ENDING)
        return _one_byte_changed(token) if case == "changed" else token
    document = sign_data_integrity(unsigned, key, method, datetime.now(UTC) - timedelta(minutes=5))
    if case == "changed":
        document = json.loads(compact_json(document).replace("Pomocna", "pomocna"))
    text = compact_json(document)
    carriers: dict[str, Callable[[str], bytes]] = {
        "json": str.encode,
        "png": lambda text: bake_png(_PICTURE, text),
        "svg": lambda text: bake_svg(svg(ART, title="Pomocna dłoń").encode(), text),
    }
    return carriers[form.split()[-1]](text)


def _one_byte_changed(token: bytes) -> bytes:
    """The token of the same badge with one byte of its words changed under the signature."""
    header, payload, signature = token.split(b".")
    words = base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4)).replace(b"Pomocna", b"pomocna")
    return b".".join([header, base64.urlsafe_b64encode(words).rstrip(b"="), signature])

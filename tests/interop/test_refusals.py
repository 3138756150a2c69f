"""Every verifier × every form × everything that can be wrong with a badge: what each says, cell by cell.

Where a cell reads `accepted` beside a badge that is not sound, that implementation does not look there; the reason stands
at the cell.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args

import pytest
from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3Verifier

from tests.credentials.open_badges.school import World
from tests.interop.conftest import baked_text
from tests.interop.node import CONTEXTS, ask_node
from tests.interop.spoiled import SCHEMA, Case, Form, Spoiled, spoiled

Key = tuple[Form, Case]
Badges = Mapping[Key, Spoiled]
Said = dict[Key, str]

CASES: tuple[Case, ...] = get_args(Case)
EVERYTHING: tuple[Form, ...] = get_args(Form)
#: JSON-LD alone: these two read neither pictures nor tokens.
LINKED: tuple[Form, ...] = ("json", "club json", "endorsement json")
#: It reads badges alone, no endorsements.
BADGES: tuple[Form, ...] = tuple(form for form in EVERYTHING if form != "endorsement json")
ACCEPTED = "accepted"


def ours(badges: Badges) -> Said:
    def say(one: Spoiled) -> str:
        lists = {url: json.dumps(document).encode() for url, document in one.documents.items()}
        known = {one.issuer} if one.issuer_is_known else set()
        verdict = World(dict(one.documents), lists, known, one.now).verify(one.badge)
        reason = verdict.unchanged.reason or verdict.still_valid.reason
        return ACCEPTED if verdict.overall == "valid" else f"{verdict.overall}: {reason}".removesuffix(": ")

    return {key: say(one) for key, one in badges.items()}


def openbadgeslib(badges: Badges) -> Said:
    def say(form: Form, one: Spoiled) -> str:
        def download(address: str) -> bytes:
            return json.dumps(
                one.documents[one.issuer if address.endswith("/did.json") else address]
            ).encode()

        options: dict[str, Any] = {"check_status": True, "verify_status_list": False, "download": download}
        try:
            if form.endswith("jwt"):
                OB3Verifier.for_issuer_did(one.issuer, download).verify(one.badge.decode(), **options)
            else:
                OB3LdpVerifier.for_issuer_did(one.issuer).verify(baked_text(one.badge), **options)
        except LibOpenBadgesException as error:
            return str(error)
        return ACCEPTED

    return {(form, case): say(form, one) for (form, case), one in badges.items()}


def digitalbazaar(badges: Badges) -> Said:
    requests = [
        {"credential": json.loads(one.badge), "documents": dict(one.documents) | CONTEXTS}
        for one in badges.values()
    ]

    def say(answer: Mapping[str, Any]) -> str:
        return (
            ACCEPTED if answer["verified"] else "revoked" if answer["revoked"] else " ".join(answer["errors"])
        )

    return dict(zip(badges, map(say, ask_node("verify.mjs", requests)), strict=True))


def verifier_core(badges: Badges) -> Said:
    requests = [
        {
            "credential": json.loads(one.badge),
            "documents": dict(one.documents) | SCHEMA,
            "trusted": [one.issuer] if one.issuer_is_known else [],
        }
        for one in badges.values()
    ]
    steps = ("valid_signature", "expiration", "revocation_status", "registered_issuer", "schema")

    def say(form: Form, answer: Mapping[str, Any]) -> str:
        # It holds an endorsement against the schema of badges, which it does not fit.
        asked = steps if form != "endorsement json" else steps[:-1]
        failed = [step for step in asked if answer[step] is not True]
        return " ".join(answer["errors"]) or ("not " + ", not ".join(failed) if failed else ACCEPTED)

    answers = ask_node("verify_core.mjs", requests)
    return {(form, case): say(form, answer) for (form, case), answer in zip(badges, answers, strict=True)}


def jose(badges: Badges) -> Said:
    requests = [
        {"token": one.badge.decode(), "issuer": one.issuer, "didDocument": one.documents[one.issuer]}
        for one in badges.values()
    ]

    def say(answer: Mapping[str, Any]) -> str:
        return ACCEPTED if answer["verified"] else answer["error"]

    return dict(zip(badges, map(say, ask_node("verify_token.mjs", requests)), strict=True))


VERIFIERS: dict[str, tuple[Callable[[Badges], Said], tuple[Form, ...]]] = {
    "ours": (ours, EVERYTHING),
    "openbadgeslib": (openbadgeslib, BADGES),
    "digitalbazaar": (digitalbazaar, LINKED),
    "verifier-core": (verifier_core, LINKED),
    "jose": (jose, ("jwt", "club jwt")),
}

TABLE: dict[str, dict[Case, str]] = {
    "ours": {
        "good": ACCEPTED,
        "changed": "not_valid: signature_wrong",
        "revoked": "revoked: revoked",
        "expired": "expired: expired",
        "wrong issuer": "not_valid: signed_by_another",
        "wrong key": "not_valid: signature_wrong",
        "withdrawn key": "not_valid: key_not_found",
        "other list": "not_valid: status_list_of_another",
        "unknown issuer": "valid_unknown_issuer",
    },
    "openbadgeslib": {
        "good": ACCEPTED,
        "changed": "Invalid Data Integrity proof (signature mismatch)",
        "revoked": "Credential status 'revocation' is set at index 4711",
        "expired": "Credential has expired",
        "wrong issuer": "does not belong to the anchored DID",
        "wrong key": "Invalid Data Integrity proof (signature mismatch)",
        "withdrawn key": "DID document has no verificationMethod with id",
        # It can check the signature of a list only when the list is a JWT; ours is JSON-LD, so it reads the bit alone.
        "other list": ACCEPTED,
        # Whom to trust is its caller's to say, by the issuer it anchors to.
        "unknown issuer": ACCEPTED,
    },
    "digitalbazaar": {
        "good": ACCEPTED,
        "changed": "Invalid signature.",
        "revoked": "revoked",
        "expired": 'is after "validUntil"',
        "wrong issuer": "Credential issuer must match the verification method controller.",
        "wrong key": "Invalid signature.",
        "withdrawn key": "no such key",
        "other list": "Issuers of the status list credential and verifiable credential do not match.",
        # It has no list of trusted issuers.
        "unknown issuer": ACCEPTED,
    },
    "verifier-core": {
        "good": ACCEPTED,
        "changed": "invalid_signature",
        "revoked": "not revocation_status",
        "expired": "not expiration",
        # It says the same of every refusal that its signature step makes.
        "wrong issuer": "invalid_signature",
        "wrong key": "invalid_signature",
        "withdrawn key": "invalid_signature",
        # It switches the comparison of the two issuers off (`verifyMatchingIssuers: false`).
        "other list": ACCEPTED,
        "unknown issuer": "not registered_issuer",
    },
    "jose": {
        "good": ACCEPTED,
        "changed": "JWSSignatureVerificationFailed",
        # It reads tokens; of credentials and their lists it knows nothing.
        "revoked": ACCEPTED,
        "expired": "JWTExpired",
        "wrong issuer": "not for assertions: did:web:somebody.example#key-1-jwk",
        "wrong key": "JWSSignatureVerificationFailed",
        "withdrawn key": "not for assertions",
        "other list": ACCEPTED,
        "unknown issuer": ACCEPTED,
    },
}
#: Where a token is refused in other words than JSON-LD.
TOKENS: dict[tuple[str, Case], str] = {
    ("openbadgeslib", "changed"): "Invalid signature",
    ("openbadgeslib", "wrong issuer"): "names a different DID than the anchored issuer",
    ("openbadgeslib", "wrong key"): "Invalid signature",
}


@cache
def said_by(verifier: str) -> Said:
    """All cells of one verifier, asked at once."""
    ask, forms = VERIFIERS[verifier]
    return ask({(form, case): spoiled(case, form) for form in forms for case in CASES})


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    ("verifier", "form"), [(name, form) for name in VERIFIERS for form in VERIFIERS[name][1]]
)
def test_each_verifier_says_of_each_badge(verifier: str, form: Form, case: Case) -> None:
    expected = TABLE[verifier][case]
    if form.endswith("jwt"):
        expected = TOKENS.get((verifier, case), expected)
    said = said_by(verifier)[form, case]

    assert said == expected if ACCEPTED in (said, expected) else expected in said


def test_every_fault_is_refused_by_us_and_by_somebody_who_is_not_us() -> None:
    refused_by = {
        case: {verifier for verifier, row in TABLE.items() if row[case] != ACCEPTED}
        for case in CASES
        if case != "good"
    }

    assert {case for case, names in refused_by.items() if "ours" not in names or len(names) < 2} == set()

"""What the portal signs is accepted, and what was tampered with refused, by verifiers that share no code with it."""

import copy
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from openbadgeslib.ob3.credential import Achievement, Issuer, OpenBadgeCredential
from openbadgeslib.ob3.ldp import OB3LdpSigner

from credentials.art import BadgeArt, png, svg
from credentials.open_badges.baking import bake_png, bake_svg, compact_json
from credentials.open_badges.documents import build_credential
from credentials.open_badges.facts import (
    AchievementDescription,
    AwardFacts,
    BadgeImage,
    EvidenceNote,
    FrameworkReference,
    IssuerProfile,
    RecipientIdentity,
    Skill,
    StatusEntry,
)
from credentials.open_badges.verification import Overall
from tests.credentials.open_badges.school import SITE, School, World

ART = BadgeArt("rosette", "kotylion", "users-four", "tails", "microcredential")


@pytest.fixture
def school() -> School:
    # Verifiers of others look at the clock themselves.
    return School(now=datetime.now(UTC) - timedelta(minutes=5))


@pytest.fixture
def badge(school) -> dict[str, Any]:
    achievement = AchievementDescription(
        id=f"{SITE}/achievements/zespolowy-projekt/v1",
        language="uk",
        kind="microcredential",
        name="Командний громадянський проєкт",
        description="Підтверджує участь у проєкті.",
        image=BadgeImage(f"{SITE}/media/badges/{ART.key}.png", "Червона розетка"),
        version="1",
        tags=("проєкт", "команда"),
        skills=(Skill("Планує роботу в команді", ("записує мету",)),),
        workload_hours=Decimal("25"),
        ects=Decimal("0.5"),
        framework=FrameworkReference(4, 4),
    )
    issuer = IssuerProfile(
        school.did, "I LO", f"{SITE}/issuers/lo-1/", country_code="PL", register_number="990002"
    )
    award = AwardFacts(
        id=f"{SITE}/credentials/7d9f3a50-0000-4000-8000-000000000001",
        awarded_at=school.now,
        valid_from=school.now,
        valid_until=school.now + timedelta(days=365),
        status=StatusEntry(school.list_url, 4711),
        evidence=(EvidenceNote("Картка проєкту", "Мета та результат."),),
    )
    recipient = RecipientIdentity(learner_number="u-58210", salt="f3b1", display_name="Оля К.")
    return school.sign(build_credential(issuer, achievement, recipient, award))


def published(school: School, *revoked: int):
    """What stands at the school's addresses."""

    def load(address: str) -> Mapping[str, Any]:
        return {school.did: school.did_document(), school.list_url: json.loads(school.status_list(*revoked))}[
            address
        ]

    return load


def one_byte_changed(badge: dict[str, Any]) -> dict[str, Any]:
    changed = copy.deepcopy(badge)
    changed["credentialSubject"]["achievement"]["name"] += "!"
    return changed


def test_digitalbazaar_accepts_our_badge(digitalbazaar_verify, school, badge) -> None:
    outcome = digitalbazaar_verify(badge, published(school))

    assert outcome.errors == ()
    assert (outcome.verified, outcome.revoked) == (True, False)


def test_digitalbazaar_refuses_one_changed_byte(digitalbazaar_verify, school, badge) -> None:
    outcome = digitalbazaar_verify(one_byte_changed(badge), published(school))

    assert outcome.verified is False
    assert any("signature" in error.lower() for error in outcome.errors)


def test_digitalbazaar_sees_the_revocation(digitalbazaar_verify, school, badge) -> None:
    assert digitalbazaar_verify(badge, published(school, 4711)).revoked is True
    assert digitalbazaar_verify(badge, published(school, 4711)).verified is False
    assert digitalbazaar_verify(badge, published(school, 4710, 4712)).verified is True


@pytest.fixture(params=["json", "png", "svg"])
def carried(request):
    """The badge as somebody downloads it."""
    carriers = {
        "json": lambda text: text.encode(),
        "png": lambda text: bake_png(png(ART, 256), text),
        "svg": lambda text: bake_svg(svg(ART, title="Проєкт").encode(), text),
    }
    return lambda document: carriers[request.param](compact_json(document))


def test_openbadgeslib_accepts_our_badge(openbadgeslib_verify, school, badge, carried) -> None:
    outcome = openbadgeslib_verify(carried(badge), published(school))

    assert (outcome.verified, outcome.errors) == (True, ())


def test_openbadgeslib_refuses_one_changed_byte(openbadgeslib_verify, school, badge, carried) -> None:
    assert openbadgeslib_verify(carried(one_byte_changed(badge)), published(school)).verified is False


def test_openbadgeslib_sees_the_revocation(openbadgeslib_verify, school, badge, carried) -> None:
    outcome = openbadgeslib_verify(carried(badge), published(school, 4711))

    assert (outcome.verified, outcome.revoked) == (False, True)


def test_we_accept_what_openbadgeslib_signs(school, badge) -> None:
    key = school.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    foreign = OpenBadgeCredential(
        issuer=Issuer(school.did, "I LO"),
        recipient_id="did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
        achievement=Achievement(f"{SITE}/a/1", "Debate", "Took part in a debate.", "Three arguments."),
        credential_status=[badge["credentialStatus"]],
        issuance_date=school.now,
    )
    signed = OB3LdpSigner(key, school.method).sign(foreign)
    world = World(
        {school.did: school.did_document()}, {school.list_url: school.status_list()}, set(), school.now
    )

    assert world.verify(signed).overall == Overall.VALID_UNKNOWN_ISSUER
    world.status_lists[school.list_url] = school.status_list(4711)
    assert world.verify(signed).overall == Overall.REVOKED
    assert world.verify(one_byte_changed(signed)).overall == Overall.NOT_VALID

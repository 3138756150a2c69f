"""A school that issues, a badge it awarded, and a world in which both can be found."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from credentials.open_badges.documents import build_credential
from credentials.open_badges.facts import (
    AchievementDescription,
    Alignment,
    AwardFacts,
    BadgeImage,
    EvidenceNote,
    FrameworkReference,
    IssuerProfile,
    LinkedActivity,
    RecipientIdentity,
    Skill,
    StatusEntry,
)
from tests.credentials.open_badges.school import NOW, SITE, School, World


@pytest.fixture
def school() -> School:
    return School()


@pytest.fixture
def world(school: School) -> World:
    return World(
        did_documents={school.did: school.did_document()},
        status_lists={school.list_url: school.status_list()},
        known={school.did},
    )


@pytest.fixture
def issuer(school: School) -> IssuerProfile:
    return IssuerProfile(
        id=school.did,
        name="I Liceum Ogólnokształcące w Przykładowie",
        url=f"{SITE}/issuers/lo-1/",
        country_code="PL",
        register_number="990002",
        standing="Wydawca akredytowany w dniu wydania (umowa 12/2026).",
    )


@pytest.fixture
def achievement() -> AchievementDescription:
    return AchievementDescription(
        id=f"{SITE}/achievements/zespolowy-projekt/v1",
        language="pl",
        kind="microcredential",
        name="Zespołowy projekt obywatelski",
        description="Potwierdza udział w projekcie, który zmienia coś w okolicy.",
        image=BadgeImage(f"{SITE}/media/badges/abc.png", "Czerwona rozeta z czterema osobami"),
        human_code="EO.PE",
        version="1",
        tags=("projekt", "zespół"),
        cost="Bezpłatna",
        accessibility="Dowód można oddać także ustnie.",
        activities=(
            LinkedActivity("Warsztat planowania", "warsztat", "Jak zacząć", link="https://lo.example/w"),
        ),
        skills=(
            Skill("Planuje działanie w zespole", ("zapisuje cel i podział zadań", "pilnuje terminów")),
            Skill("Ocenia własny udział", ("opisuje, czego się nauczyła lub nauczył",)),
        ),
        assessment_methods=("Analiza dowodów", "Obserwacja"),
        identity_verification="Osoba znana nauczycielowi",
        workload_hours=Decimal("25.0"),
        ects=Decimal("1"),
        participation_form="Na miejscu",
        how_to_earn="Pracuj w zespole 3–6 osób.",
        framework=FrameworkReference(4, 4),
        validity="Bezterminowo",
        evidence_types=("Dokument", "Prezentacja"),
        quality_assurance="Dwie osoby sprawdzają co piątą pracę.",
        alignments=(
            Alignment("Projekt edukacyjny", "https://isap.example/378", "EO.PE", "Podstawa programowa"),
        ),
    )


@pytest.fixture
def award(school: School) -> AwardFacts:
    return AwardFacts(
        id=f"{SITE}/credentials/7d9f3a50-0000-4000-8000-000000000001",
        awarded_at=NOW - timedelta(days=1),
        valid_from=NOW - timedelta(days=1),
        valid_until=NOW + timedelta(days=700),
        status=StatusEntry(school.list_url, 4711),
        note="Świetnie poprowadzone spotkanie.",
        place="Przykładowo",
        activity="Projekt „Zielony przystanek”",
        activity_start=date(2026, 9, 14),
        activity_end=date(2026, 11, 13),
        grade="celująca",
        evidence=(EvidenceNote("Karta projektu", "Cel, podział zadań i wynik.", "document"),),
    )


@pytest.fixture
def unsigned(issuer: IssuerProfile, achievement: AchievementDescription, award: AwardFacts) -> dict[str, Any]:
    recipient = RecipientIdentity(learner_number="u-58210", salt="f3b1", display_name="Zofia W.")
    return build_credential(issuer, achievement, recipient, award)


@pytest.fixture
def badge(school: School, unsigned: dict[str, Any]) -> dict[str, Any]:
    return school.sign(unsigned)


@pytest.fixture(scope="session")
def png() -> bytes:
    picture = BytesIO()
    Image.radial_gradient("L").save(picture, "PNG")
    return picture.getvalue()

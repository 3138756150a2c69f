"""A small public world: badges of an issuer and of clubs, a path, clubs, issuers and events, some of them not public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from clubs.models import Club
from cms.catalogue.services.indexing import rebuild
from credentials.models import Achievement, Issuer
from events.models import Event
from paths.models import LearningPath
from people.models import School
from tests.factories import (
    AchievementFactory,
    ClubFactory,
    EventFactory,
    IssuerFactory,
    LearningPathFactory,
    PlaceFactory,
    StepFactory,
    three,
)

CANARY = "Kanarek"
CLUB_ART = {"shape": "tag", "palette": "indigo", "symbol": "star", "ribbon": "none"}


@dataclass
class Shown:
    """What anybody may find. Whatever is called `Kanarek` may not."""

    issuer: Issuer
    debate: Achievement
    project: Achievement
    club: Club
    club_badge: Achievement
    path: LearningPath
    event: Event


@pytest.fixture
def shown(school_a: School) -> Shown:
    issuer = IssuerFactory(slug="lo-a", name=three("Liceum Ogólnokształcące"))
    debate = AchievementFactory(
        slug="debata", issuer=issuer,
        version={
            "name": {"pl": "Debatuję z szacunkiem", "en": "Respectful debater", "uk": "Веду дебати з повагою"},
            "tags": ["debata"], "workload_hours": 5, "participation_form": "in_person",
            "how_to_earn": three("Poprowadź debatę"),
        },
    )  # fmt: skip
    project = AchievementFactory(
        slug="projekt", issuer=issuer, kind="microcredential",
        version={
            "name": three("Zespołowy projekt obywatelski"), "tags": ["projekt"], "workload_hours": 25,
            "participation_form": "blended", "framework_reference": {"pqf": 4, "eqf": 4, "status": "indicative"},
            "cost_amount": 20, "accessibility": three("Wejście bez progu"),
            "requires": {"all_of": ["debata"]},
        },
    )  # fmt: skip
    club = ClubFactory(
        name="Klub Żółwi", parent=school_a.group, listed=True, kind="eco_club",
        meeting_place=PlaceFactory(accessibility=["step_free"]),
    )  # fmt: skip
    club_badge = AchievementFactory(
        slug="zolw",
        kind="club_badge",
        issuer=None,
        club=club.group,
        version={"name": {"pl": "Przyjaciel żółwi"}, "art": CLUB_ART},
    )
    path = LearningPathFactory(
        slug="glos", title=three("Mój głos w gminie"), visibility="public", tags=["samorząd"]
    )
    StepFactory(path=path, estimated_hours=3, achievement=debate)
    event = EventFactory(
        slug="rajd",
        title=three("Rajd rowerowy"),
        visibility="public",
        place=PlaceFactory(town="Łódź", voivodeship="łódzkie"),
    )
    _kept_from_all(school_a, issuer)
    rebuild()
    return Shown(issuer, debate, project, club, club_badge, path, event)


def _kept_from_all(school: School, issuer: Issuer) -> None:
    """One of everything that nobody may find, each with the canary in its name."""
    now = timezone.now()
    words: dict[str, Any] = {"version": {"name": three(f"{CANARY} odznaka")}}
    AchievementFactory(issuer=issuer, withdrawn_at=now, **words)
    AchievementFactory(issuer=issuer, hidden_at=now, **words)
    AchievementFactory(issuer=IssuerFactory(standing="suspended", name=three(f"{CANARY} wydawca")), **words)
    AchievementFactory(issuer=IssuerFactory(standing="draft", name=three(f"{CANARY} szkic")), **words)
    unvouched = ClubFactory(name=f"{CANARY} klub bez poręki", listed=True)
    ClubFactory(name=f"{CANARY} klub nieszukany", parent=school.group, listed=False)
    ClubFactory(name=f"{CANARY} klub zgłoszony", parent=school.group, listed=True, hidden_at=now)
    sensitive = ClubFactory(
        name=f"{CANARY} klub parafialny", parent=school.group, listed=True, kind="parish_youth"
    )
    for club in (unvouched, sensitive):
        AchievementFactory(kind="club_badge", issuer=None, club=club.group, **words)
        EventFactory(group=club.group, visibility="public", title=three(f"{CANARY} spotkanie"))
    LearningPathFactory(title=three(f"{CANARY} ścieżka klasy"))
    LearningPathFactory(title=three(f"{CANARY} ścieżka dawna"), visibility="public", archived_at=now)
    title = three(f"{CANARY} wydarzenie")
    EventFactory(title=title)
    EventFactory(title=title, visibility="public", published_at=None)
    EventFactory(title=title, visibility="public", hidden_at=now)
    EventFactory(title=title, visibility="public", cancelled_at=now)
    EventFactory(title=title, visibility="public", starts_at=now - timedelta(days=2))

"""The signed words of organisations about formal badges; and what somebody may endorse in whose name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.db.models import Q, QuerySet

from core.translated import in_language
from credentials.enums import AchievementKind
from credentials.models import Achievement, AchievementVersion, Endorsement, Issuer, SignedEndorsement
from credentials.selectors.achievements import catalogue
from credentials.selectors.badges import ArtView, art_view, issuer_name
from credentials.selectors.endorsers import issuers_spoken_for
from people.models import User

MOST_PUBLISHED, MOST_FOUND, MOST_NAMES, MOST_MINE = 20, 20, 10, 50


@dataclass(frozen=True)
class EndorserName:
    issuer_id: UUID
    label: str


@dataclass(frozen=True)
class Endorsable:
    """A formal badge of somebody else."""

    achievement_id: UUID
    name: str
    issuer_name: str
    art: ArtView


@dataclass(frozen=True)
class GivenEndorsement:
    """What one's organisation said of a badge. `outdated`: it is about an earlier version."""

    id: UUID
    badge_name: str
    by: str
    text: str
    at: datetime
    outdated: bool
    public_url: str


@dataclass(frozen=True)
class EndorsingScreen:
    names: tuple[EndorserName, ...]
    given: tuple[GivenEndorsement, ...]
    found: tuple[Endorsable, ...]


def published_endorsements(version: AchievementVersion) -> list[dict[str, Any]]:
    """The signed documents about a version, the newest first, for its own JSON: one query."""
    rows = _standing().filter(version=version).order_by("-issued_at", "id").values_list("body", flat=True)
    return [orjson.loads(bytes(body)) for body in rows[:MOST_PUBLISHED]]


def endorsement_body(slug: str, number: int, endorsement_id: UUID) -> bytes | None:
    """The exact bytes of one, while it stands."""
    rows = _standing().filter(
        endorsement=endorsement_id, version__achievement__slug=slug, version__number=number
    )
    body = rows.values_list("body", flat=True).first()
    return bytes(body) if body is not None else None


def endorsing_screen(user: User, search: str = "") -> EndorsingScreen:
    """In whose name, what was said already, and by a search what else could be endorsed: three queries at most."""
    names = list(issuers_spoken_for(user).order_by("slug")[:MOST_NAMES])
    if not names:
        return EndorsingScreen((), (), ())
    return EndorsingScreen(
        tuple(EndorserName(one.pk, in_language(one.name)) for one in names),
        tuple(_given(one) for one in _of(names)),
        tuple(_found(one) for one in _others(names, search)) if search.strip() else (),
    )


def _standing() -> QuerySet[SignedEndorsement]:
    return SignedEndorsement.objects.standing()


def _of(names: list[Issuer]) -> QuerySet[Endorsement]:
    return (
        Endorsement.objects.filter(issuer__in=names, withdrawn_at=None, signed__isnull=False)
        .select_related("issuer", "signed__version", "achievement")
        .order_by("-created_at", "id")[:MOST_MINE]
    )


def _others(names: list[Issuer], search: str) -> QuerySet[Achievement]:
    rows = catalogue().exclude(kind=AchievementKind.CLUB_BADGE).exclude(issuer__in=names)
    for word in search.split()[:4]:
        rows = rows.filter(
            Q(current_version__name__pl__icontains=word)
            | Q(current_version__name__en__icontains=word)
            | Q(current_version__name__uk__icontains=word)
            | Q(slug__icontains=word)
        )
    return rows[:MOST_FOUND]


def _given(one: Endorsement) -> GivenEndorsement:
    version = one.signed.version
    return GivenEndorsement(
        one.pk,
        in_language(version.name),
        in_language(one.issuer.name) if one.issuer else "",
        one.text,
        one.created_at,
        one.achievement.current_version_id != version.pk,
        f"/achievements/{one.achievement.slug}/v{version.number}",
    )


def _found(one: Achievement) -> Endorsable:
    version = one.current_version
    assert version is not None
    return Endorsable(one.pk, in_language(version.name), issuer_name(one), art_view(one.kind, version))

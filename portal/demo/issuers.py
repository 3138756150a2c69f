"""The demo school as an accredited issuer, with the thirty badges and the five paths (answers.md 13)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings

from credentials.enums import Standing, StandingCause
from credentials.models import Issuer, IssuerMember, IssuerStanding
from credentials.services.seeding import load_achievements
from paths.services.seeding import load_paths
from people.enums import GroupKind
from people.models import Group, School, User


def make_issuer(document: Mapping[str, Any], schools: Mapping[str, School]) -> Issuer:
    """School A's issuer; what it describes and the paths made of it. Run again, it brings texts up to date."""
    (entry,) = [one for one in document["schools"] if one["issuer"]]
    school, described = schools[entry["key"]], entry["issuer"]
    issuer, is_new = Issuer.objects.get_or_create(
        slug=entry["slug"],
        defaults={
            "name": entry["name"],
            "description": described["description"],
            "quality_assurance": described["quality_assurance"],
            "standing": described["standing"],
            "standing_since": date.fromisoformat(described["accredited_on"]),
            "agreement_number": described["agreement_number"],
            "agreement_from": date.fromisoformat(described["accredited_on"]),
            "group": school.group,
        },
    )
    _people(issuer, document)
    if is_new:
        _standings(issuer, described)
        issuer.may_award.add(school.group)
    club = Group.objects.get(kind=GroupKind.CLUB, name=document["clubs"][0]["name"]["pl"])
    load_achievements(settings.CONTENT, issuer, club)
    load_paths(settings.CONTENT)
    return issuer


def _people(issuer: Issuer, document: Mapping[str, Any]) -> None:
    """Whoever looks after badges at the school works for its issuer."""
    names = [person["username"] for person in document["cast"] if person["role"] == "issuer"]
    for user in User.objects.filter(username__in=names):
        IssuerMember.objects.get_or_create(
            issuer=issuer, user=user, left_at=None,
            defaults={"manages": True, "may_define": True, "may_award": True},
        )  # fmt: skip


def _standings(issuer: Issuer, described: Mapping[str, Any]) -> None:
    for standing, cause, since in (
        (Standing.APPLIED, StandingCause.APPLICATION_SENT, described["applied_on"]),
        (Standing.ACCREDITED, StandingCause.ACCEPTED, described["accredited_on"]),
    ):
        IssuerStanding.objects.create(
            issuer=issuer,
            standing=standing,
            cause=cause,
            since=date.fromisoformat(since),
            reason=described["reason"]["pl"] if standing == Standing.ACCREDITED else "",
            agreement_number=described["agreement_number"] if standing == Standing.ACCREDITED else "",
        )

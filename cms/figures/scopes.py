"""Whose figures: those of a school, of an issuer, of the whole portal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from core.translated import in_language
from credentials.models import AwardBatch, Issuer
from people.models import Group, School


@dataclass(frozen=True)
class Scope:
    """Conditions for what is counted; `group` owns paths of its own; `places` tells whether regions are told apart."""

    name: str
    credentials: Q
    codes: Q
    offers: Q
    achievements: Q
    group: UUID | None
    places: bool = True


def of_school(school: School) -> Scope:
    """Badges given in the school, its classes and their teams, and the clubs it vouches for."""
    top = school.group_id
    below = Group.objects.filter(Q(pk=top) | Q(parent=top) | Q(parent__in=Group.objects.filter(parent=top)))
    # As a list: SQLite then begins with these groups' awards instead of walking through everybody's.
    groups = list(below.values_list("pk", flat=True))
    return Scope(
        name=school.name,
        credentials=Q(batch__in=AwardBatch.objects.filter(group__in=groups).values("pk")),
        codes=Q(group__in=groups),
        offers=Q(round__batch__group__in=groups),
        achievements=Q(issuer__group=top) | Q(club__in=groups),
        group=top,
        places=False,
    )


def of_issuer(issuer: Issuer) -> Scope:
    """What the issuer answers for, wherever it was given."""
    return Scope(
        name=in_language(issuer.name),
        credentials=Q(achievement__issuer=issuer),
        codes=Q(achievement__issuer=issuer),
        offers=Q(round__batch__version__achievement__issuer=issuer),
        achievements=Q(issuer=issuer),
        group=issuer.group_id,
    )


def of_portal(name: str) -> Scope:
    """Everything."""
    return Scope(name, credentials=Q(), codes=Q(), offers=Q(), achievements=Q(), group=None)

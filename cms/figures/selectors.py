"""Whose figures a person may read; the same answers as the rules give."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet

from core.access import visible_to
from credentials.models import Issuer
from credentials.selectors.issuer_people import issuers_worked_for
from people.enums import Role
from people.models import Membership, School, User

MOST = 50


def schools_steered_by(user: User | AnonymousUser) -> QuerySet[School]:
    """Schools that the person coordinates, by name."""
    coordinating = Membership.objects.current().filter(
        user=user.pk, role=Role.COORDINATOR, group=OuterRef("group")
    )
    return visible_to(user, School).filter(Exists(coordinating)).order_by("name")[:MOST]


def issuers_steered_by(user: User | AnonymousUser) -> QuerySet[Issuer]:
    """Issuers for which the person works, by short name."""
    return issuers_worked_for(user).order_by("slug")[:MOST]

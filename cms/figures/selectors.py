"""Whose figures a person may read; the same answers as the rules give."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet

from cms.figures.rules import STAFF_ROLES
from core.access import visible_to
from credentials.models import Issuer
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
    """Issuers for which the person speaks, by short name."""
    staff = Membership.objects.current().filter(user=user.pk, role__in=STAFF_ROLES, group=OuterRef("group"))
    return visible_to(user, Issuer).filter(Exists(staff)).order_by("slug")[:MOST]

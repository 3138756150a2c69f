"""Who leads a club, and which clubs nobody leads."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from people.enums import GroupKind
from people.models import Group, Membership


def has_leader(group: Group) -> bool:
    return Membership.objects.current().leading().filter(group=group, user__is_active=True).exists()


def orphans() -> QuerySet[Group]:
    """Open clubs that nobody with a working account leads."""
    led = Membership.objects.current().leading().filter(group=OuterRef("pk"), user__is_active=True)
    return Group.objects.open().filter(~Exists(led), kind=GroupKind.CLUB, club__isnull=False)

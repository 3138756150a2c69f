"""Who works for an issuer, and what they may do in its name."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from credentials.models import Issuer, IssuerMember
from people.enums import Role
from people.models import Membership, User

Power = Literal["", "manages", "may_define", "may_award"]
Person = User | AnonymousUser
# Whoever speaks for the school or organisation behind an issuer may do everything in its name.
SPEAKING_ROLES = (Role.COORDINATOR, Role.LEADER)


def issuers_worked_for(user: Person, power: Power = "") -> QuerySet[Issuer]:
    """Issuers for which the person works, in whatever standing: with `power`, where they have it."""
    if user.is_anonymous or not user.is_active:
        return Issuer.objects.none()
    member = IssuerMember.objects.current().filter(user=user.pk, issuer=OuterRef("pk"))
    speaking = Membership.objects.current().filter(
        user=user.pk, group=OuterRef("group"), group__archived_at=None, role__in=SPEAKING_ROLES
    )
    return Issuer.objects.filter(
        Exists(member.filter(**{power: True}) if power else member) | Exists(speaking)
    )


def works_for(user: Person, issuer: Issuer | None, power: Power = "") -> bool:
    """Whether the person works for this issuer, and has `power` in it."""
    return issuer is not None and issuers_worked_for(user, power).filter(pk=issuer.pk).exists()


def has_part_in(user: Person, issuer: Issuer) -> bool:
    """Whether the person is too close to decide about the issuer: works for it or in the organisation behind it."""
    if works_for(user, issuer):
        return True
    return (
        issuer.group_id is not None
        and Membership.objects.current().filter(user=user.pk, group=issuer.group_id).exists()
    )


def people_to_tell(issuer: Issuer) -> tuple[UUID, ...]:
    """Those who hear of what is decided about an issuer: who manages it."""
    managing = IssuerMember.objects.current().filter(issuer=issuer, manages=True).values("user")
    speaking = (
        Membership.objects.current().filter(group=issuer.group_id, role__in=SPEAKING_ROLES).values("user")
    )
    found = Q(pk__in=managing) | (Q(pk__in=speaking) if issuer.group_id else Q())
    return tuple(User.objects.active().filter(found).order_by("pk").values_list("pk", flat=True)[:50])

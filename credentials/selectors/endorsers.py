"""In whose name somebody may stand up for a club badge."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from core.translated import in_language
from credentials.enums import Standing
from credentials.issuer_standing import issuers_in_good_standing
from credentials.models import Achievement, Issuer
from credentials.selectors.issuer_people import issuers_worked_for
from people.enums import LEADING_ROLES, AccountKind, GroupKind, Role
from people.models import Group, Membership, User

ADULT = 18
VOUCHING_KINDS = (GroupKind.SCHOOL, GroupKind.ORGANISATION)
# Who works with young people here; such a person is grown up and known by name.
STAFF_ROLES = (*LEADING_ROLES, Role.COORDINATOR)
Person = User | AnonymousUser


@dataclass(frozen=True)
class Name:
    """One name in which the person may endorse: their own (both ids None), a group's or an issuer's."""

    label: str
    group_id: UUID | None = None
    issuer_id: UUID | None = None


def groups_spoken_for(user: Person) -> QuerySet[Group]:
    """Schools and organisations that the person coordinates."""
    roles = Membership.objects.current().filter(user=user.pk, group=OuterRef("pk"), role=Role.COORDINATOR)
    return Group.objects.open().filter(Exists(roles), kind__in=VOUCHING_KINDS)


def issuers_spoken_for(user: Person) -> QuerySet[Issuer]:
    """Issuers in good standing that the person manages."""
    managed = issuers_worked_for(user, "manages").exclude(standing=Standing.DRAFT)
    return managed.filter(issuers_in_good_standing())


def endorsing_issuers(user: Person, achievement: Achievement) -> QuerySet[Issuer]:
    """In whose name the person may endorse what another issuer awards."""
    if user.is_anonymous or not user.is_active:
        return Issuer.objects.none()
    own = achievement.issuer
    others = issuers_spoken_for(user)
    if own is None:
        return others
    # One organisation may stand behind several issuers; none of them lifts the badge of another.
    others = others.exclude(pk=own.pk)
    return others.exclude(group=own.group_id) if own.group_id else others


def speaks_for(user: Person, *, group: Group | None, issuer: Issuer | None) -> bool:
    """Whether the person may speak now in the name of this group or issuer."""
    if user.is_anonymous or not user.is_active:
        return False
    if group is not None:
        return groups_spoken_for(user).filter(pk=group.pk).exists()
    return issuer is not None and issuers_spoken_for(user).filter(pk=issuer.pk).exists()


def works_here(user: Person) -> bool:
    """Teachers, leaders and coordinators."""
    return Membership.objects.current().filter(user=user.pk, role__in=STAFF_ROLES).exists()


def is_adult(user: Person) -> bool:
    """18 or over, or somebody who works here and never told an age. An account run by a school without a date of birth
    is a minor's.
    """
    if user.is_anonymous or not user.is_active:
        return False
    age = user.age_on(timezone.localdate())
    if age is not None:
        return age >= ADULT
    return user.kind == AccountKind.PERSONAL and works_here(user)


def may_speak_for_themselves(user: Person, achievement: Achievement) -> bool:
    """An adult, or a member of the badge's club of any age."""
    if user.is_anonymous or not user.is_active:
        return False
    inside = Membership.objects.current().filter(user=user.pk, group=achievement.club_id)
    return is_adult(user) or inside.exists()


def names_of(user: User) -> tuple[Name, ...]:
    """The names the person may choose from, their own first."""
    return (
        Name(user.get_full_name() if works_here(user) else user.public_name),
        *(Name(group.name, group_id=group.pk) for group in groups_spoken_for(user).order_by("name")[:10]),
        *(
            Name(in_language(issuer.name), issuer_id=issuer.pk)
            for issuer in issuers_spoken_for(user).order_by("slug")[:10]
        ),
    )

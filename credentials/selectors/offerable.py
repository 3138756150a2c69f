"""What may be offered to people outside, by whom, and in whose name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from core.access import NotFound, as_uuid
from core.translated import in_language
from credentials.enums import AchievementKind, Standing
from credentials.issuer_standing import issuers_in_good_standing
from credentials.models import Achievement, Issuer
from credentials.selectors.achievements import awardable_in
from credentials.selectors.issuer_people import issuers_worked_for
from people.enums import AccountKind, GroupKind
from people.models import Group, User
from people.selectors.consents import ADULT
from people.selectors.groups import groups_led_by

MOST_PLACES, MOST_BADGES = 12, 60


@dataclass(frozen=True)
class Place:
    """In whose name somebody may offer: a class or club that they lead, or an issuer for which they award."""

    group: Group | None
    issuer: Issuer | None

    @property
    def id(self) -> UUID:
        return self.group.pk if self.group is not None else self._issuer.pk

    @property
    def name(self) -> str:
        return self.group.name if self.group is not None else in_language(self._issuer.name)

    @property
    def offerable(self) -> QuerySet[Achievement]:
        return offerable_in(self.group) if self.group is not None else offerable_by(self._issuer)

    @property
    def achievements(self) -> list[Achievement]:
        return list(self.offerable.order_by("slug")[:MOST_BADGES])

    @property
    def _issuer(self) -> Issuer:
        assert self.issuer is not None  # a place is one of the two
        return self.issuer


def offerable_in(group: Group) -> QuerySet[Achievement]:
    """What those who lead the group may offer outside. A club needs somebody who vouches for it: letters go to
    strangers.
    """
    if group.kind == GroupKind.CLUB and group.parent_id is None:
        return Achievement.objects.none()
    return awardable_in(group)


def offerable_by(issuer: Issuer) -> QuerySet[Achievement]:
    """What an issuer may offer in its own name, as its standing allows."""
    micro = Q(kind=AchievementKind.MICROCREDENTIAL, issuer__standing=Standing.ACCREDITED)
    badge = Q(issuers_in_good_standing("issuer__"), kind=AchievementKind.DIGITAL_BADGE)
    found = Achievement.objects.published().filter(micro | badge, issuer=issuer)
    return found.select_related("current_version", "issuer", "club")


def groups_offering(user: User) -> QuerySet[Group]:
    """Classes and vouched-for clubs that a grown-up leads; nobody under age writes to strangers in a club's name."""
    age = user.age_on(timezone.localdate())
    if user.kind == AccountKind.SCHOOL_MANAGED or (age is not None and age < ADULT):
        return Group.objects.none()
    return groups_led_by(user).exclude(kind=GroupKind.CLUB, parent=None)


def places_of(user: User) -> list[Place]:
    """Where somebody may offer from: issuers first."""
    issuers = [Place(None, issuer) for issuer in issuers_worked_for(user, "may_award").order_by("slug")]
    groups = [Place(group, None) for group in groups_offering(user)]
    return [*issuers, *groups][:MOST_PLACES]


def place_named(user: User, id: object) -> Place:
    """That of somebody's places with this id. Raises NotFound for any other, as if it did not exist."""
    key = as_uuid(id)
    found = next((one for one in places_of(user) if one.id == key), None)
    if found is None:
        raise NotFound
    return found

"""Which clubs, and what of them, somebody may know of."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from clubs.models import Club, ClubBadge, Nomination, Vouch
from clubs.models.club import FINDABLE
from core.access import visible
from credentials.openness import closed_clubs
from credentials.selectors.achievements import achievements_visible_to
from people.enums import LEADING_ROLES, Role
from people.models import Group, Membership, User

Person = User | AnonymousUser


@closed_clubs.register
def clubs_that_stay_closed() -> QuerySet[Group]:
    """Their badges are for members alone: belonging to one may reveal something, it was reported, or it does not want
    to be found.
    """
    return Group.objects.filter(pk__in=Club.objects.exclude(FINDABLE).values("pk"))


def is_known(user: Person) -> bool:
    return bool(user.is_authenticated and user.is_active)


@visible(Club)
def clubs_visible_to(user: Person) -> QuerySet[Club]:
    """One's own clubs, those that one's school or organisation vouches for, and what everybody may find.

    That somebody else is a member is never in it: membership of a club is not for classmates or teachers to learn.
    """
    if not is_known(user):
        return Club.objects.none()
    mine = Membership.objects.current().filter(user=user.pk)
    return Club.objects.select_related("group__parent__school", "meeting_place").filter(
        Exists(mine.filter(group=OuterRef("group")))
        | Exists(mine.filter(group=OuterRef("group__parent"), role=Role.COORDINATOR))
        | FINDABLE
    )


@visible(Vouch)
def vouches_visible_to(user: Person) -> QuerySet[Vouch]:
    """Those that one asked for as a leader, and those that one decides."""
    if not is_known(user):
        return Vouch.objects.none()
    mine = Membership.objects.current().filter(user=user.pk)
    return Vouch.objects.select_related("club__group", "by").filter(
        Exists(mine.filter(group=OuterRef("club__group"), role__in=LEADING_ROLES))
        | Exists(mine.filter(group=OuterRef("by"), role=Role.COORDINATOR))
    )


@visible(ClubBadge)
def club_badges_visible_to(user: Person) -> QuerySet[ClubBadge]:
    """What is special about the club badges that the person may see."""
    return ClubBadge.objects.select_related("achievement__current_version", "achievement__club").filter(
        achievement__in=achievements_visible_to(user)
    )


@visible(Nomination)
def nominations_visible_to(user: Person) -> QuerySet[Nomination]:
    """One's own proposals, and those that wait for one's glance. The nominee never learns of one."""
    if not is_known(user):
        return Nomination.objects.none()
    leading = Membership.objects.current().leading().filter(user=user.pk, group=OuterRef("group"))
    found = Nomination.objects.select_related("group", "achievement__current_version")
    return found.filter(Q(nominator=user.pk) | Exists(leading))

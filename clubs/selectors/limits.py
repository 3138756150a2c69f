"""Safe limits of clubs (answers.md 30): what holds until a school or an organisation vouches for the leader."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clubs.models import Club, ClubBadge
from people.enums import LEADING_ROLES, AccountKind, GroupKind
from people.models import Group, Membership, User

WEEK, MONTH, DAY = timedelta(days=7), timedelta(days=30), timedelta(days=1)
ADULT = 18


def limit(name: str) -> int:
    return int(settings.KOTYLION_LIMITS[name])


def most_members(club: Club) -> int:
    return limit("club_members" if club.is_vouched else "club_members_unvouched")


def members_in(group_id: UUID) -> int:
    """Everybody in the club but those who lead it."""
    return Membership.objects.current().filter(group_id=group_id).exclude(role__in=LEADING_ROLES).count()


def badges_left(club: Club, now: datetime) -> int | None:
    """How many badges the club may still make in these seven days; None without a limit."""
    if club.is_vouched:
        return None
    made = ClubBadge.objects.filter(achievement__club=club.group_id, created_at__gt=now - WEEK).count()
    return max(0, limit("club_badges_a_week") - made)


def is_minor(user: User) -> bool:
    """Under 18, or an account that a school runs. An unknown date of birth of a personal account is an adult's."""
    if user.kind == AccountKind.SCHOOL_MANAGED:
        return True
    age = user.age_on(timezone.localdate())
    return age is not None and age < ADULT


def schools_of(user_ids: Iterable[UUID]) -> set[UUID]:
    """The groups of the schools in which these people work, or learn through a class. One query."""
    rows = (
        Membership.objects.current()
        .filter(user_id__in=list(user_ids), group__archived_at=None)
        .filter(group__kind__in=[GroupKind.SCHOOL, GroupKind.SCHOOL_CLASS])
        .values_list("group_id", "group__kind", "group__parent_id")
    )
    found = {pk if kind == GroupKind.SCHOOL else parent for pk, kind, parent in rows}
    return {pk for pk in found if pk is not None}


def shares_a_school_with_leaders(group: Group, user: User) -> bool:
    leaders = Membership.objects.current().leading().filter(group=group).values_list("user_id", flat=True)
    return bool(schools_of(list(leaders)) & schools_of([user.pk]))


def limits_in_words(club: Club) -> tuple[str, ...]:
    """What the club may not do yet, for its leader; nothing when somebody vouches."""
    if club.is_vouched:
        return ()
    members, badges = limit("club_members_unvouched"), limit("club_badges_a_week")
    return (
        _("Strangers cannot find it, and its place and time are shown to members alone."),
        ngettext("It has room for %(count)d member.", "It has room for %(count)d members.", members)
        % {"count": members},
        ngettext(
            "You can make %(count)d new badge a week.", "You can make %(count)d new badges a week.", badges
        )
        % {"count": badges},
        _("People under 18 can only join from your own school."),
    )

"""Who may keep whom as a contact: people of one age who share a class or a club, and classmates of any age.

A minor and an adult (or somebody whose age nobody knows) are never brought together by a club, and a contact between
them sleeps while they share no class (product.md, part 5; case PR-05).
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from people.enums import CLASS_KINDS, AccountKind, GroupKind, Role
from people.models import Membership, User
from people.selectors.consents import ADULT

MEETING_KINDS = (*CLASS_KINDS, GroupKind.CLUB)


def grown_up_before(today: date) -> date:
    """Who was born on that day or before is an adult `today`."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return today.replace(year=today.year - ADULT, day=day)


def of_one_age(first: User, second: User, today: date) -> bool:
    """Both minors or both adults, as far as anybody knows."""
    ages = {_is_minor(first, today), _is_minor(second, today)}
    return len(ages) == 1 and None not in ages


def _is_minor(person: User, today: date) -> bool | None:
    """None when nobody knows. An account that a school runs is a minor's unless the date of birth says otherwise."""
    age = person.age_on(today)
    if age is not None:
        return age < ADULT
    return True if person.kind == AccountKind.SCHOOL_MANAGED else None


def may_meet(mine: Membership, theirs: Membership, today: date) -> bool:
    """Whether these two, in one group, may ask each other. Their users have to be loaded."""
    if mine.user_id == theirs.user_id or mine.group_id != theirs.group_id:
        return False
    classmates = mine.group.kind in CLASS_KINDS and mine.role == theirs.role == Role.STUDENT
    return classmates or of_one_age(mine.user, theirs.user, today)


def same_age() -> Q:
    """The same as `of_one_age`, for the two people of a `Contact`."""
    day = grown_up_before(timezone.localdate())
    return (_minor("asker", day) & _minor("asked", day)) | Q(asker__born_on__lte=day, asked__born_on__lte=day)


def _minor(who: str, day: date) -> Q:
    unknown = Q(**{f"{who}__born_on": None, f"{who}__kind": AccountKind.SCHOOL_MANAGED})
    return Q(**{f"{who}__born_on__gt": day}) | unknown


def share_a_group() -> Exists:
    """The two people of a `Contact` are in a class or a club together now."""
    return Exists(
        Membership.objects.filter(
            user=OuterRef("asker"),
            left_at=None,
            group__archived_at=None,
            group__kind__in=MEETING_KINDS,
            group__memberships__user=OuterRef("asked"),
            group__memberships__left_at=None,
        )
    )


def learn_in_one_class() -> Exists:
    """The two people of a `Contact` are students of one class now."""
    return Exists(
        Membership.objects.filter(
            user=OuterRef("asker"),
            role=Role.STUDENT,
            left_at=None,
            group__archived_at=None,
            group__kind__in=CLASS_KINDS,
            group__memberships__user=OuterRef("asked"),
            group__memberships__role=Role.STUDENT,
            group__memberships__left_at=None,
        )
    )

"""People of a class and of a club, with the ages that decide who may keep whom."""

from __future__ import annotations

from datetime import date

import pytest

from people.enums import AccountKind, Role
from people.models import Group, User
from tests.factories import MembershipFactory, UserFactory


@pytest.fixture
def grown_up(club: Group) -> User:
    """A member of club K who is thirty-six."""
    user = UserFactory(
        username="member-k", given_name="Iga", kind=AccountKind.PERSONAL, born_on=date(1990, 5, 1)
    )
    MembershipFactory(group=club, user=user, role=Role.MEMBER)
    return user


@pytest.fixture
def in_club(club: Group, pa1: User, pc: User) -> Group:
    """PA1 and PC learn in different classes and meet in club K."""
    for user in (pa1, pc):
        MembershipFactory(group=club, user=user, role=Role.MEMBER)
    return club

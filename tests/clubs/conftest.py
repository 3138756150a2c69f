"""A club's own cast, beside everybody's in `tests/conftest.py`."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from clubs.models import Club
from clubs.services import badges
from credentials.models import Achievement
from people.enums import AccountKind, Role
from people.models import Group, User
from tests.factories import ClubFactory, MembershipFactory, UserFactory

DESIGN = {"name": "Pomocna dłoń", "shape": "tag", "palette": "indigo", "symbol": "star"}


@pytest.fixture
def of_club(club: Group) -> Club:
    """Club K: school A vouches for its leader."""
    return Club.objects.select_related("group__parent").get(group=club)


@pytest.fixture
def members(of_club: Club) -> list[User]:
    """Five grown-up members of club K."""
    return [join(of_club, f"member-{n}") for n in range(1, 6)]


@pytest.fixture
def small_club(db: None) -> Club:
    """Nobody vouches for it; `small_leader` leads it."""
    return ClubFactory(name="Klub Szachowy", slug="klub-szachowy")


@pytest.fixture
def small_leader(small_club: Club) -> User:
    return join(small_club, "small-leader", Role.LEADER)


@pytest.fixture
def badge(of_club: Club, leader: User) -> Achievement:
    """A badge of club K, awarded by hand or at two nominations."""
    written = {**DESIGN, "criterion": "Pomaga, zanim ktoś poprosi", "nominations_needed": 2}
    return badges.make_badge(of_club, written, actor=leader, now=timezone.now())


def adult(username: str) -> User:
    return UserFactory(username=username, kind=AccountKind.PERSONAL, born_on=date(1990, 5, 1))


def join(club: Club, username: str, role: Role = Role.MEMBER) -> User:
    user = adult(username)
    MembershipFactory(group=club.group, user=user, role=role)
    return user

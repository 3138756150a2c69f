"""Who leads a club runs nobody's account: no cards, no new names, no open sign-in, no list."""

from __future__ import annotations

import pytest

from core.access import may
from people.enums import Role
from people.models import Group, User
from tests.asking import client_of
from tests.factories import MembershipFactory

ACCOUNT_RULES = (
    "classroom.manage_students",
    "classroom.print_cards",
    "classroom.open_sign_in",
    "classroom.view_roster",
    "classroom.view_student",
)


@pytest.mark.parametrize("rule", ACCOUNT_RULES)
def test_a_clubs_leader_and_its_schools_coordinator_have_no_say(
    club: Group, leader: User, coordinator: User, teacher: User, class_2b, rule: str
) -> None:
    assert not may(leader, rule, club)
    assert not may(coordinator, rule, club)
    assert may(teacher, rule, class_2b.group)


def test_no_cards_are_printed_for_members_of_a_club(club: Group, leader: User, pa1: User) -> None:
    MembershipFactory(group=club, user=pa1, role=Role.STUDENT)
    answer = client_of(leader).post(f"/classes/{club.pk}/cards/")
    assert answer.status_code == 404
    assert pa1.sign_in_cards.count() == 0

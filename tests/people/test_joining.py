"""Joining a club, roles in it, and leaving it: every door asks the same conditions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.access import visible_to
from core.refusals import Refusal
from people import joining_conditions
from people.enums import GroupKind, Role
from people.models import Group, GroupBlock, JoinRequest, Membership, User
from people.selectors.groups import topics_for
from people.selectors.joining import waiting_requests
from people.services import joining
from tests.factories import MembershipFactory


def role_of(group: Group, user: User) -> str | None:
    member = Membership.objects.current().filter(group=group, user=user).first()
    return member.role if member else None


def code_of(act) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A room upstairs says that clubs are full."""

    def refuse(group: Group, user: User) -> None:
        raise Refusal("CLUB_FULL", "Pełny")

    monkeypatch.setattr(joining_conditions, "_checks", {GroupKind.CLUB: [refuse]})
    return


@pytest.fixture
def open_door(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining_conditions, "_checks", {})


def test_who_has_the_code_is_in_at_once_and_only_once(
    club: Group, leader: User, pa1: User, open_door
) -> None:
    joining.join_code_of(club, actor=leader)
    first = joining.join_by_code(club, pa1)

    assert joining.join_by_code(club, pa1) == first
    assert (role_of(club, pa1), joining.join_code_of(club, actor=leader).used) == ("member", 1)


def test_every_door_asks_the_conditions(club: Group, leader: User, pa1: User, full) -> None:
    request = JoinRequest.objects.create(group=club, user=pa1)
    acts = (
        lambda: joining.join_by_code(club, pa1),
        lambda: joining.add_member(club, pa1, Role.MEMBER, actor=leader),
        lambda: joining.ask_to_join(club, user=pa1),
        lambda: joining.decide_join(request, accept=True, actor=leader),
    )
    assert [code_of(act) for act in acts] == ["CLUB_FULL"] * 4
    request.refresh_from_db()
    assert (role_of(club, pa1), request.decided_at) == (None, None)


def test_asking_twice_is_asking_once_and_an_answer_ends_it(
    club: Group, leader: User, pa1: User, open_door
) -> None:
    request = joining.ask_to_join(club, user=pa1)
    assert joining.ask_to_join(club, user=pa1) == request
    assert [one.user for one in waiting_requests(club)] == [pa1]

    joining.decide_join(request, accept=True, actor=leader)
    joining.decide_join(request, accept=False, actor=leader)

    assert (role_of(club, pa1), JoinRequest.objects.get().accepted) == ("member", True)
    assert code_of(lambda: joining.ask_to_join(club, user=pa1)) == "ALREADY_IN"


def test_who_was_declined_waits_before_asking_again(club: Group, leader: User, pa1: User, open_door) -> None:
    joining.decide_join(joining.ask_to_join(club, user=pa1), accept=False, actor=leader)

    assert code_of(lambda: joining.ask_to_join(club, user=pa1)) == "ASKED_TOO_OFTEN"
    assert role_of(club, pa1) is None


def test_a_blocked_person_hears_what_everybody_hears_of_a_closed_group(
    club: Group, leader: User, pa1: User, open_door
) -> None:
    joining.join_by_code(club, pa1)
    joining.remove_member(club, pa1, actor=leader, block=True)
    assert role_of(club, pa1) is None
    assert code_of(lambda: joining.join_by_code(club, pa1)) == "JOIN_CLOSED"
    assert code_of(lambda: joining.ask_to_join(club, user=pa1)) == "JOIN_CLOSED"

    assert joining.unblock(club, pa1, actor=leader)
    assert not joining.unblock(club, pa1, actor=leader)
    assert joining.join_by_code(club, pa1).role == "member"
    assert GroupBlock.objects.filter(lifted_at=None).count() == 0


def test_blocking_somebody_who_only_asked_answers_them(
    club: Group, leader: User, pa1: User, open_door
) -> None:
    joining.ask_to_join(club, user=pa1)
    joining.remove_member(club, pa1, actor=leader, block=True)
    assert JoinRequest.objects.get().accepted is False


def test_the_last_leader_hands_on_before_leaving(club: Group, leader: User, pa1: User, open_door) -> None:
    joining.join_by_code(club, pa1)
    acts = (
        lambda: joining.leave(club, user=leader),
        lambda: joining.set_role(club, leader, "member", actor=leader),
        lambda: joining.remove_member(club, leader, actor=leader),
    )
    assert [code_of(act) for act in acts] == ["LAST_LEADER"] * 3

    joining.hand_on(club, pa1, actor=leader)
    assert (role_of(club, pa1), role_of(club, leader)) == ("leader", "member")
    assert joining.leave(club, user=leader)
    assert role_of(club, leader) is None
    assert not joining.leave(club, user=leader)


def test_roles_are_those_of_a_club_and_for_its_members(
    club: Group, leader: User, pa1: User, pa2: User, open_door
) -> None:
    joining.join_by_code(club, pa1)
    assert joining.set_role(club, pa1, "helper", actor=leader).role == "helper"
    assert code_of(lambda: joining.set_role(club, pa1, "teacher", actor=leader)) == "ROLE"
    assert code_of(lambda: joining.set_role(club, pa2, "helper", actor=leader)) == "NOT_A_MEMBER"
    assert code_of(lambda: joining.hand_on(club, pa2, actor=leader)) == "NOT_A_MEMBER"


def test_a_helper_of_a_club_hears_what_its_leader_hears(
    club: Group, leader: User, pa1: User, pa2: User
) -> None:
    MembershipFactory(group=club, user=pa1, role=Role.HELPER)
    MembershipFactory(group=club, user=pa2, role=Role.MEMBER)
    assert f"staff:{club.pk}" in topics_for(pa1)
    assert f"staff:{club.pk}" not in topics_for(pa2)


def test_vouching_opens_no_members_to_the_coordinator(
    club: Group, coordinator: User, pb: User, leader: User
) -> None:
    MembershipFactory(group=club, user=pb, role=Role.MEMBER)
    assert pb not in visible_to(coordinator, User)
    assert pb in visible_to(leader, User)

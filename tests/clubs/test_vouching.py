"""A school answers for a club's leader: asked, given, declined, withdrawn; and what follows from each."""

from __future__ import annotations

import pytest
from django.utils import timezone

from clubs.enums import VouchState
from clubs.models import Club, Vouch
from clubs.services import changing, vouching
from core.models import Activity, Delivery
from core.refusals import Refusal
from people.enums import GroupKind, Role
from people.models import Group, User
from people.services import memberships
from tests.asking import ask, client_of
from tests.clubs.conftest import join
from tests.clubs.test_club_api import CLUB
from tests.factories import GroupFactory, MembershipFactory, UserFactory

ASK = """mutation($g: ID!, $by: ID!) { askForVouch(groupId: $g, byGroupId: $by) {
  club { vouchState vouchedBy mayVouch { name } } errors { code } } }"""
DECIDE = """mutation($v: ID!, $give: Boolean!, $reason: String) {
  decideVouch(vouchId: $v, give: $give, reason: $reason) { vouch { state clubName } errors { code } } }"""
WITHDRAW = """mutation($v: ID!) { withdrawVouch(vouchId: $v, reason: "Zmiana opiekuna") {
  vouch { state } errors { code } } }"""
TO_DECIDE = "{ vouchesToDecide { id clubName leaderName purpose state } }"


@pytest.fixture
def asked(small_club: Club, small_leader: User, coordinator: User, school_a) -> Vouch:
    assert ask(small_leader, ASK, g=small_club.pk, by=school_a.group.pk).data["errors"] == []
    return Vouch.objects.get()


def test_the_school_is_asked_and_gives(asked: Vouch, small_club: Club, small_leader, coordinator, school_a):
    assert Delivery.objects.get(activity__fact="clubs.VouchAsked").recipient == coordinator
    (question,) = ask(coordinator, TO_DECIDE).data
    assert (question["clubName"], question["leaderName"], question["state"]) == (
        "Klub Szachowy", small_leader.get_full_name(), "asked",
    )  # fmt: skip
    given = ask(coordinator, DECIDE, v=asked.pk, give=True).data
    assert (given["vouch"]["state"], given["errors"]) == ("given", [])
    seen = ask(small_leader, CLUB, group=small_club.pk).data
    assert (seen["card"]["vouched"], seen["vouchedBy"], seen["limits"], seen["mayVouch"]) == (
        True,
        "LO A",
        [],
        [],
    )
    assert Group.objects.get(pk=small_club.pk).parent == school_a.group
    assert Delivery.objects.get(activity__fact="clubs.VouchDecided").recipient == small_leader


def test_declined_with_a_reason_leaves_the_limits(asked: Vouch, small_club: Club, small_leader, coordinator):
    assert (
        ask(coordinator, DECIDE, v=asked.pk, give=False, reason="Nie znamy się jeszcze").data["errors"] == []
    )
    seen = ask(small_leader, CLUB, group=small_club.pk).data
    assert (seen["card"]["vouched"], seen["vouchState"], len(seen["limits"])) == (False, "declined", 4)
    asked.refresh_from_db()
    assert (asked.state, asked.reason, asked.decided_by) == (
        VouchState.DECLINED,
        "Nie znamy się jeszcze",
        coordinator,
    )


def test_an_answer_stands(asked: Vouch, coordinator):
    ask(coordinator, DECIDE, v=asked.pk, give=False)
    assert ask(coordinator, DECIDE, v=asked.pk, give=True).code == "VOUCH_DECIDED"
    assert ask(coordinator, WITHDRAW, v=asked.pk).code == "VOUCH_DECIDED"
    asked.refresh_from_db()
    assert asked.state == VouchState.DECLINED


def test_withdrawn_the_club_is_unlisted_at_once(asked: Vouch, small_club: Club, small_leader, coordinator):
    ask(coordinator, DECIDE, v=asked.pk, give=True)
    small_club.refresh_from_db()
    small_club = Club.objects.select_related("group__parent").get(pk=small_club.pk)
    changing.change_club(small_club, {"listed": True, "meeting_time": "piątki 16:00"}, actor=small_leader)
    assert client_of(None).get("/clubs/klub-szachowy/").status_code == 200

    assert ask(coordinator, WITHDRAW, v=asked.pk).data["vouch"] == {"state": "withdrawn"}

    assert client_of(None).get("/clubs/klub-szachowy/").status_code == 404
    small_club = Club.objects.select_related("group").get(pk=small_club.pk)
    assert (small_club.listed, small_club.group.parent_id, small_club.meeting_time) == (
        False,
        None,
        "piątki 16:00",
    )
    seen = ask(small_leader, CLUB, group=small_club.pk).data
    assert (seen["vouchState"], seen["vouchedBy"]) == ("withdrawn", "")
    with pytest.raises(Refusal) as refused:
        changing.change_club(small_club, {"listed": True}, actor=small_leader)
    assert refused.value.code == "NOT_VOUCHED"


def test_one_question_at_a_time(asked: Vouch, small_club: Club, small_leader, school_a):
    assert ask(small_leader, ASK, g=small_club.pk, by=school_a.group.pk).code == "VOUCH_ASKED"
    assert Vouch.objects.count() == 1


def test_only_schools_and_organisations_answer(small_club: Club, small_leader, class_2b, coordinator):
    assert ask(small_leader, ASK, g=small_club.pk, by=class_2b.group.pk).code == "NOT_FOUND"
    assert ask(small_leader, ASK, g=small_club.pk, by=small_club.pk).code == "NOT_FOUND"
    assert not Vouch.objects.exists()


def test_where_nobody_answers_nobody_is_asked(small_club: Club, small_leader, school_b):
    assert ask(small_leader, ASK, g=small_club.pk, by=school_b.group.pk).code == "NOBODY_THERE"
    assert not Vouch.objects.exists()


def test_an_organisation_vouches_too(small_club: Club, small_leader):
    town_hall = GroupFactory(kind=GroupKind.ORGANISATION, name="Urząd Miasta")
    clerk = UserFactory(username="clerk")
    MembershipFactory(group=town_hall, user=clerk, role=Role.COORDINATOR)
    choices = ask(small_leader, CLUB, group=small_club.pk).data["mayVouch"]
    assert [one["name"] for one in choices] == ["Urząd Miasta"]
    ask(small_leader, ASK, g=small_club.pk, by=town_hall.pk)
    assert ask(clerk, DECIDE, v=Vouch.objects.get().pk, give=True).data["errors"] == []
    assert Group.objects.get(pk=small_club.pk).parent == town_hall


@pytest.mark.parametrize("who", ["teacher", "small_leader", "operator", "pa1"])
def test_nobody_else_decides(who, asked: Vouch, class_2b, request):
    person = request.getfixturevalue(who)
    assert ask(person, DECIDE, v=asked.pk, give=True).code == "NOT_FOUND"
    asked.refresh_from_db()
    assert asked.state == VouchState.ASKED


def test_a_club_whose_last_leader_is_gone_is_closed_and_somebody_hears_of_it(
    of_club: Club, leader, members, coordinator, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        memberships.leave(of_club.group, leader, actor=None)
    group = Group.objects.get(pk=of_club.pk)
    assert group.archived_at is not None
    assert Activity.objects.filter(fact="clubs.ClubArchived").count() == 1
    assert Delivery.objects.get(activity__fact="clubs.ClubArchived").recipient == coordinator
    restore = "mutation($g: ID!) { restoreClub(groupId: $g) { errors { code } } }"
    assert ask(coordinator, restore, g=of_club.pk).code == "NO_LEADER"
    hand_on = "mutation($g: ID!, $u: ID!) { handClubOn(groupId: $g, userId: $u) { errors { code } } }"
    assert ask(coordinator, hand_on, g=of_club.pk, u=members[0].pk).data["errors"] == []
    assert ask(coordinator, restore, g=of_club.pk).data["errors"] == []
    assert ask(members[0], CLUB, group=of_club.pk).data["card"]["role"] == "leader"


def test_another_leader_keeps_it_open(of_club: Club, leader, django_capture_on_commit_callbacks):
    join(of_club, "second-leader", Role.LEADER)
    with django_capture_on_commit_callbacks(execute=True):
        memberships.leave(of_club.group, leader, actor=None)
    assert Group.objects.get(pk=of_club.pk).archived_at is None


def test_the_record_stays(asked: Vouch, small_leader, coordinator, small_club, school_a):
    ask(coordinator, DECIDE, v=asked.pk, give=True)
    ask(coordinator, WITHDRAW, v=asked.pk)
    small_club = Club.objects.select_related("group").get(pk=small_club.pk)
    vouching.ask_for_vouch(small_club, school_a.group, actor=small_leader, now=timezone.now())
    states = Vouch.objects.order_by("asked_at").values_list("state", flat=True)
    assert list(states) == ["withdrawn", "asked"]

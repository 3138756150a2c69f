"""A leader whose account is closed leaves no orphan: a grown-up helper leads, or the club is put away and people are told."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from clubs.models import Club
from clubs.selectors.leading import orphans
from clubs.tasks import care_for_orphans
from core.models import Delivery
from people.enums import Role
from people.models import Membership, User
from people.notices import line_of
from tests.clubs.conftest import join
from tests.factories import MembershipFactory


def closed(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


def leaders(club: Club) -> set[str]:
    rows = Membership.objects.current().filter(group=club.group, role=Role.LEADER, user__is_active=True)
    return set(rows.values_list("user__username", flat=True))


def lines(fact: str, reader: User) -> list[str]:
    rows = Delivery.objects.filter(activity__fact=fact, recipient=reader).select_related("activity")
    with override("en"):
        return [line_of(fact, row.activity.about, reader.pk) for row in rows]


@pytest.fixture
def helper(of_club) -> User:
    return join(of_club, "helper", Role.HELPER)


def test_the_longest_serving_grown_up_helper_leads_and_the_coordinator_hears(
    of_club, leader, helper, pa1, coordinator
):
    MembershipFactory(group=of_club.group, user=pa1, role=Role.HELPER)
    closed(leader)

    assert care_for_orphans() == 1

    of_club.group.refresh_from_db()
    assert (leaders(of_club), of_club.group.archived_at) == ({"helper"}, None)
    assert lines("clubs.ClubHandedOn", helper) == [f"You lead the club “{of_club.group.name}” now."]
    assert lines("clubs.ClubHandedOn", coordinator)[0].endswith("the account of its leader was closed.")
    assert care_for_orphans() == 0


def test_without_a_grown_up_helper_it_is_put_away_and_the_coordinator_hears(
    of_club, leader, pa1, coordinator
):
    MembershipFactory(group=of_club.group, user=pa1, role=Role.HELPER)
    closed(leader)

    care_for_orphans()

    of_club.group.refresh_from_db()
    assert of_club.group.archived_at is not None
    assert lines("clubs.ClubArchived", coordinator) == [
        f"Nobody leads the club “{of_club.group.name}” any more, so it is closed for now."
    ]


def test_another_leader_goes_on_and_nobody_is_told(of_club, leader):
    join(of_club, "second", Role.LEADER)
    closed(leader)

    assert (care_for_orphans(), leaders(of_club)) == (0, {"second"})


def test_a_club_that_is_led_is_no_orphan(of_club, leader):
    assert of_club.group not in orphans()

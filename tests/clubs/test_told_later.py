"""What a phone without a network tells later, and acts about people whom the club never knew."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from clubs.services.recognising import recognise
from credentials.models import Credential
from people.models import GroupBlock, JoinRequest
from people.services import joining
from tests.asking import ask
from tests.clubs.conftest import adult

REMOVE = "mutation($g: ID!, $u: ID!, $b: Boolean) { removeMember(groupId: $g, userId: $u, block: $b) { errors { code } } }"
UNBLOCK = "mutation($g: ID!, $u: ID!) { unblockMember(groupId: $g, userId: $u) { errors { code } } }"


@pytest.mark.parametrize(
    ("ago", "counts"),
    [
        (timedelta(hours=3), True),
        (timedelta(hours=24, minutes=1), False),
        (timedelta(minutes=-5), False),
    ],
    ids=["three hours later", "more than a day later", "a clock that is ahead"],
)
def test_a_badge_was_awarded_when_it_was_handed_over(ago, counts, of_club, badge, leader, members):
    now = timezone.now()

    recognise(of_club, badge.pk, [members[0].pk], actor=leader, at=now - ago)

    credential = Credential.objects.get(recipient=members[0])
    assert (credential.awarded_at == now - ago) is counts
    if not counts:
        assert abs(credential.awarded_at - now) < timedelta(seconds=30)
    assert credential.batch.undo_until > now


def code(leader, document: str, club, user, **more) -> str | None:
    return ask(leader, document, g=club.pk, u=user.pk, **more).code


def test_who_never_was_a_member_cannot_be_removed_nor_unblocked(of_club, leader, members):
    stranger, asking = adult("stranger-to-all"), adult("asking")
    JoinRequest.objects.create(group=of_club.group, user=asking)

    for person in (stranger, asking):
        assert code(leader, REMOVE, of_club, person) == "NOT_FOUND"
    for person in (stranger, members[0]):
        assert code(leader, UNBLOCK, of_club, person) == "NOT_FOUND"
    assert GroupBlock.objects.count() == 0


def test_who_was_can_be_and_a_second_time_changes_nothing(of_club, leader, members):
    joining.leave(of_club.group, user=members[0])

    assert code(leader, REMOVE, of_club, members[0], b=True) is None
    assert code(leader, UNBLOCK, of_club, members[0]) is None
    assert code(leader, UNBLOCK, of_club, members[0]) is None
    assert GroupBlock.objects.filter(lifted_at=None).count() == 0


def test_who_asks_can_be_kept_out(of_club, leader):
    asking = adult("asking")
    JoinRequest.objects.create(group=of_club.group, user=asking)

    assert code(leader, REMOVE, of_club, asking, b=True) is None
    assert GroupBlock.objects.get().user == asking

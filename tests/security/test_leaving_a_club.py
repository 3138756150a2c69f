"""AC-08: who was taken out of a club, or kept out, sees nothing of it from that moment; the badge stays theirs."""

from __future__ import annotations

import pytest

from clubs.services import recognising
from core.refusals import Refusal
from events.models import Event
from people.audiences import group_topic
from people.models import Group
from people.selectors.groups import topics_for
from people.services import joining
from tests.asking import ask, client_of
from tests.factories import EventFactory, PlaceFactory

QUESTIONS = (
    "query($g: ID!) { club(groupId: $g) { card { name } } }",
    "query($g: ID!) { groupEvents(groupId: $g) { items { title } } }",
    "query($g: ID!) { badgePool(groupId: $g) { items { name } } }",
)
EVENT = "query($e: ID!) { event(id: $e) { card { title placeName } } }"
SIGN_UP = "mutation($e: ID!) { signUp(eventId: $e) { errors { code } } }"


@pytest.fixture
def meeting(world) -> Event:
    """A meeting for members; the club itself is not to be found."""
    world.clubs.club.listed = False
    world.clubs.club.save()
    place = PlaceFactory(name="Strych")
    return EventFactory(group=world.clubs.club.group, slug="strych", place=place, sign_up="open")


@pytest.mark.parametrize("block", [False, True])
def test_ac_08_a_removed_member_sees_neither_club_nor_event(block, world, meeting, leader):
    club, member = world.clubs.club, world.clubs.member
    recognising.recognise(club, world.clubs.badge.pk, [member.pk], actor=leader)
    code = joining.join_code_of(club.group, actor=leader).code
    assert ask(member, EVENT, e=meeting.pk).code is None
    assert group_topic(club.pk) in topics_for(member)

    joining.remove_member(club.group, member, actor=leader, block=block)

    assert {ask(member, document, g=club.pk).code for document in QUESTIONS[:2]} == {"NOT_FOUND"}
    assert ask(member, EVENT, e=meeting.pk).code == ask(member, SIGN_UP, e=meeting.pk).code == "NOT_FOUND"
    browser = client_of(member)
    addresses = ("/events/strych", "/events/strych.ics", "/events/strych/poster", "/clubs/klub-rozmow/")
    assert {browser.get(address).status_code for address in addresses} == {404}
    assert not any(str(club.pk) in topic for topic in topics_for(member))
    for document in (
        "{ myClubs { name } }",
        "{ myEvents { items { title } } }",
        "{ me { groups { name } } }",
    ):
        assert "Klub Rozmów" not in str(ask(member, document).body)
    assert len(ask(member, "{ myBadges { items { name } } }").data["items"]) == 1
    if block:
        with pytest.raises(Refusal) as refused:
            joining.join_by_code(joining.group_of_code(code, asker=member), member)
        assert refused.value.code == "JOIN_CLOSED"
        assert not Group.objects.get(pk=club.pk).memberships.filter(user=member, left_at=None).exists()

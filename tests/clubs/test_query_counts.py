"""Screens of clubs cost the same for one and for three."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clubs.models import Club
from clubs.selectors.badges import badge_pool, badges_of_club
from clubs.selectors.cards import my_clubs
from clubs.selectors.members import club_members
from clubs.selectors.nominations import nominations_to_decide
from clubs.selectors.public_pages import Filters, club_list
from clubs.selectors.recognise_screens import recognise_screen
from clubs.selectors.screens import club_screen
from clubs.selectors.vouches import vouches_to_decide
from clubs.services import badges, nominating, recognising, thanking
from events.models import Event
from people.enums import Role
from people.models import User
from tests.clubs.conftest import DESIGN, join
from tests.factories import ClubFactory, MembershipFactory


def busy(club: Club, leader: User, n: int) -> None:
    """`n` members, badges, awards, nominations that are enough, thanks, meetings, in one club."""
    now = timezone.now()
    people = [join(club, f"{club.slug}-{at}") for at in range(n + 2)]
    for at in range(n):
        written = {**DESIGN, "name": f"Odznaka {at}", "nominations_needed": 2}
        made = badges.make_badge(club, written, actor=leader, now=now)
        recognising.recognise(club, made.pk, [people[at].pk], actor=leader)
        badges.share_in_pool(made, shared=True, actor=leader, now=now)
        for voice in [one for one in people if one != people[-1]][:2]:
            nominating.nominate(club, made.pk, people[-1].pk, "Bo tak", actor=voice, now=now)
        thanking.thank(club, leader.pk, "help", actor=people[at], now=now)
        Event.objects.create(
            slug=f"{club.slug}-{at}", kind="meeting", title={"pl": "Spotkanie"}, group=club.group,
            starts_at=now + timedelta(days=at), ends_at=now + timedelta(days=at, hours=1), published_at=now,
        )  # fmt: skip


def clubs_led(leader: User, school, n: int) -> list[Club]:
    found = []
    for at in range(n):
        club = ClubFactory(name=f"Klub {at}", parent=school.group, listed=True)
        MembershipFactory(group=club.group, user=leader, role=Role.LEADER)
        club.vouches.create(by=school.group, state="given")
        busy(club, leader, n)
        found.append(Club.objects.select_related("group__parent", "meeting_place").get(pk=club.pk))
    return found


READINGS = {
    "my clubs": (11, lambda club, leader, coordinator: my_clubs(leader)),
    "club": (26, lambda club, leader, coordinator: club_screen(club, leader)),
    "members": (4, lambda club, leader, coordinator: club_members(club)),
    "badges": (4, lambda club, leader, coordinator: badges_of_club(club, leads=True)),
    "nominations": (2, lambda club, leader, coordinator: nominations_to_decide(club)),
    "recognise": (13, lambda club, leader, coordinator: recognise_screen(club, leader)),
    "pool": (4, lambda club, leader, coordinator: badge_pool(Club.objects.get(group__name="Inny"))),
    "vouches": (2, lambda club, leader, coordinator: vouches_to_decide(coordinator)),
    "public list": (3, lambda club, leader, coordinator: club_list(Filters(), 1)),
}


@pytest.mark.parametrize("how_many", [1, 3])
@pytest.mark.parametrize("reading", READINGS)
def test_a_screen_costs_the_same_for_one_and_three(reading, how_many, school_a, coordinator):
    leader = join(ClubFactory(name="Inny"), "busy-leader")
    club = clubs_led(leader, school_a, how_many)[0]
    statements, read = READINGS[reading]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert read(club, leader, coordinator)
    assert len(queries) == statements, "\n".join(one["sql"][:200] for one in queries)

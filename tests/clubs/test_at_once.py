"""Many at the same moment: limits hold, and what is counted is counted once."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone

from clubs.models import Club, ClubBadge, Nomination, Thanks
from clubs.services import badges, nominating, starting, thanking
from core.refusals import Refusal
from credentials.models import AwardBatch, Credential
from people.enums import Role
from people.models import Membership
from people.services.joining import add_member, ask_to_join, decide_join, join_by_code
from tests.asking import ask
from tests.clubs.conftest import DESIGN, adult
from tests.clubs.test_club_api import DECIDE, GIVE
from tests.factories import MembershipFactory
from tests.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def code_of(act) -> str:
    try:
        act()
    except Refusal as refusal:
        return refusal.code
    return "done"


def test_the_last_places_are_taken_once(small_club: Club, small_leader):
    people = [adult(f"crowd-{n}") for n in range(40)]
    done = at_once(
        lambda n: code_of(lambda: add_member(small_club.group, people[n], Role.MEMBER, actor=small_leader)),
        40,
    )
    assert (done.count("done"), done.count("CLUB_FULL")) == (30, 10)
    assert Membership.objects.current().filter(group=small_club.group, role=Role.MEMBER).count() == 30


def test_the_last_place_is_taken_once_by_two_doors(small_club: Club, small_leader):
    for n in range(29):
        MembershipFactory(group=small_club.group, user=adult(f"inside-{n}"), role=Role.MEMBER)
    asking, with_code = adult("asking"), adult("with-code")
    request = ask_to_join(small_club.group, user=asking)
    doors = [
        lambda: join_by_code(small_club.group, with_code),
        lambda: decide_join(request, accept=True, actor=small_leader),
    ]

    done = at_once(lambda n: code_of(doors[n]), 2)

    assert sorted(done) == ["CLUB_FULL", "done"]
    inside = Membership.objects.current().filter(group=small_club.group, role=Role.MEMBER)
    assert (inside.count(), inside.filter(user__in=[asking, with_code]).count()) == (30, 1)
    request.refresh_from_db()
    assert (request.decided_at is None) is inside.filter(user=with_code).exists()


def test_three_badges_a_week_also_when_made_at_once(small_club: Club, small_leader):
    done = at_once(
        lambda n: code_of(
            lambda: badges.make_badge(
                small_club, {**DESIGN, "name": f"Odznaka {n}"}, actor=small_leader, now=timezone.now()
            )
        ),
        8,
    )
    assert (done.count("done"), done.count("BADGES_A_WEEK")) == (3, 5)
    assert ClubBadge.objects.count() == 3


def test_three_clubs_also_when_started_at_once(db):
    person = adult("eager")
    done = at_once(
        lambda n: code_of(lambda: starting.start_club(person, name=f"Klub {n}", purpose="Dobro")), 8
    )
    assert (done.count("done"), done.count("TOO_MANY_CLUBS")) == (3, 5)
    assert Club.objects.count() == 3


def test_ten_thanks_also_when_said_at_once(of_club: Club, members):
    giver, receiver = members[:2]
    done = at_once(
        lambda _n: code_of(
            lambda: thanking.thank(of_club, receiver.pk, "help", actor=giver, now=timezone.now())
        ),
        16,
    )
    assert (done.count("done"), done.count("ENOUGH_THANKS")) == (10, 6)
    assert Thanks.objects.count() == 10


def test_one_key_sent_eight_times_is_one_act(of_club: Club, leader, members, badge):
    sent = {
        "group": of_club.pk,
        "achievement": badge.pk,
        "users": [one.pk for one in members],
        "key": uuid4(),
    }
    replies = at_once(lambda _n: ask(leader, GIVE, **sent).data, 8)
    assert {(one["people"], one["batchId"]) for one in replies} == {(5, str(AwardBatch.objects.get().pk))}
    assert Credential.objects.count() == 5


def test_a_pile_decided_by_two_at_once_awards_once(of_club: Club, leader, members, badge):
    nominee = members[0]
    for voice in members[1:3]:
        nominating.nominate(of_club, badge.pk, nominee.pk, "Bo tak", actor=voice, now=timezone.now())
    decide = {"group": of_club.pk, "achievement": badge.pk, "person": nominee.pk, "accept": True}
    replies = at_once(lambda _n: ask(leader, DECIDE, **decide).code, 4)
    assert sorted(code or "done" for code in replies).count("done") == 1
    assert set(replies) == {None, "NO_NOMINATIONS"}
    assert Credential.objects.count() == AwardBatch.objects.count() == 1
    assert Nomination.objects.filter(accepted=True).count() == 2

"""Safe limits of a club that nobody vouches for (answers.md 30): one below, at, above."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from clubs.models import Club, ClubBadge
from clubs.services import badges, changing, starting, vouching
from core.refusals import Refusal
from people.enums import Role
from people.models import Membership, User
from people.services.joining import add_member
from tests.clubs.conftest import DESIGN, adult, join
from tests.conftest import ClassOf
from tests.factories import ClubFactory, MembershipFactory


def outcome(act: Callable[[], object]) -> str:
    """ "done", or the code of the refusal."""
    try:
        act()
    except Refusal as refusal:
        return refusal.code
    return "done"


def with_members(club: Club, how_many: int) -> None:
    for n in range(how_many):
        join(club, f"{club.slug}-{n}")


@pytest.mark.parametrize(("there_are", "comes_in"), [(28, True), (29, True), (30, False)])
def test_an_unvouched_club_has_thirty_members(small_club: Club, small_leader, there_are, comes_in):
    with_members(small_club, there_are)
    newcomer = adult("newcomer")
    tried = outcome(lambda: add_member(small_club.group, newcomer, Role.MEMBER, actor=small_leader))
    assert tried == ("done" if comes_in else "CLUB_FULL")
    inside = Membership.objects.current().filter(group=small_club.group, role=Role.MEMBER).count()
    assert inside == there_are + comes_in


@pytest.mark.parametrize(("there_are", "comes_in"), [(2, True), (3, False)])
def test_a_vouched_club_has_its_own_limit(of_club: Club, leader, settings, there_are, comes_in):
    settings.KOTYLION_LIMITS = {**settings.KOTYLION_LIMITS, "club_members": 3, "club_members_unvouched": 1}
    with_members(of_club, there_are)
    newcomer = adult("newcomer")
    tried = outcome(lambda: add_member(of_club.group, newcomer, Role.MEMBER, actor=leader))
    assert tried == ("done" if comes_in else "CLUB_FULL")


def test_three_badges_a_week_and_the_fourth_when_the_week_is_over(small_club: Club, small_leader):
    start = timezone.now()
    for n in range(3):
        badges.make_badge(small_club, {**DESIGN, "name": f"Odznaka {n}"}, actor=small_leader, now=start)
    with pytest.raises(Refusal) as refused:
        badges.make_badge(small_club, DESIGN, actor=small_leader, now=start)
    assert refused.value.code == "BADGES_A_WEEK"
    assert ClubBadge.objects.filter(achievement__club=small_club.group).count() == 3

    made = ClubBadge.objects.order_by("created_at")[0]
    almost = made.created_at + timedelta(days=7) - timedelta(seconds=1)
    with pytest.raises(Refusal):
        badges.make_badge(small_club, DESIGN, actor=small_leader, now=almost)
    badges.make_badge(small_club, DESIGN, actor=small_leader, now=made.created_at + timedelta(days=7))
    assert ClubBadge.objects.filter(achievement__club=small_club.group).count() == 4


def test_a_vouched_club_makes_as_many_badges_as_it_likes(of_club: Club, leader):
    for n in range(5):
        badges.make_badge(of_club, {**DESIGN, "name": f"Odznaka {n}"}, actor=leader, now=timezone.now())
    assert ClubBadge.objects.filter(achievement__club=of_club.group).count() == 5


@pytest.mark.parametrize(("leads", "starts"), [(2, True), (3, False)])
def test_three_unvouched_clubs_at_a_time(db, leads, starts):
    person = adult("busy")
    for _n in range(leads):
        MembershipFactory(group=ClubFactory().group, user=person, role=Role.LEADER)
    tried = outcome(lambda: starting.start_club(person, name="Jeszcze jeden", purpose="Robimy dobro"))
    assert tried == ("done" if starts else "TOO_MANY_CLUBS")
    assert Club.objects.count() == leads + starts


def test_vouched_clubs_do_not_count(of_club: Club, leader, settings):
    settings.KOTYLION_LIMITS = {**settings.KOTYLION_LIMITS, "clubs_led_unvouched": 1}
    assert starting.start_club(leader, name="Drugi", purpose="Też dobry").pk
    with pytest.raises(Refusal):
        starting.start_club(leader, name="Trzeci", purpose="O jeden za dużo")


@pytest.mark.parametrize(
    ("age", "managed", "comes_in"), [(17, False, False), (18, False, True), (18, True, False)]
)
def test_minors_of_another_school_stay_out(small_club: Club, small_leader: User, age, managed, comes_in):
    today = timezone.localdate()
    person = adult("young")
    person.born_on = today.replace(year=today.year - age)
    person.kind = "school_managed" if managed else "personal"
    person.save()
    tried = outcome(lambda: add_member(small_club.group, person, Role.MEMBER, actor=small_leader))
    assert tried == ("done" if comes_in else "OTHER_SCHOOL")
    assert Membership.objects.filter(group=small_club.group, user=person).exists() is comes_in


def test_minors_of_the_leaders_school_come_in(class_2b: ClassOf, class_1a: ClassOf, pa1, pa2, pc, pb):
    club = starting.start_club(pa1, name="Planszówki", purpose="Gramy w środy")
    add_member(club.group, pa2, Role.MEMBER, actor=pa1)
    add_member(club.group, pc, Role.MEMBER, actor=pa1)
    with pytest.raises(Refusal) as refused:
        add_member(club.group, pb, Role.MEMBER, actor=pa1)
    assert refused.value.code == "OTHER_SCHOOL"
    assert set(Membership.objects.filter(group=club.group).values_list("user", flat=True)) == {
        pa1.pk,
        pa2.pk,
        pc.pk,
    }


def test_a_minor_of_any_school_joins_a_club_somebody_vouches_for(of_club: Club, leader, pb):
    add_member(of_club.group, pb, Role.MEMBER, actor=leader)
    assert Membership.objects.current().filter(group=of_club.group, user=pb).exists()


def test_a_closed_archived_or_hidden_club_takes_nobody(of_club: Club, leader):
    changing.change_club(of_club, {"joining": "closed"}, actor=leader)
    with pytest.raises(Refusal) as refused:
        add_member(of_club.group, adult("one"), Role.MEMBER, actor=leader)
    assert refused.value.code == "CLUB_CLOSED"
    changing.change_club(of_club, {"joining": "code"}, actor=leader)
    Club.objects.filter(pk=of_club.pk).update(hidden_at=timezone.now())
    with pytest.raises(Refusal):
        add_member(of_club.group, adult("two"), Role.MEMBER, actor=leader)
    Club.objects.filter(pk=of_club.pk).update(hidden_at=None)
    add_member(of_club.group, adult("three"), Role.MEMBER, actor=leader)


def test_three_questions_a_month(small_club: Club, small_leader, coordinator, school_a):
    now = timezone.now()
    for _n in range(3):
        vouch = vouching.ask_for_vouch(small_club, school_a.group, actor=small_leader, now=now)
        vouching.decide_vouch(vouch, give=False, actor=coordinator, now=now)
    with pytest.raises(Refusal) as refused:
        vouching.ask_for_vouch(small_club, school_a.group, actor=small_leader, now=now)
    assert refused.value.code == "VOUCH_TOO_OFTEN"
    later = now + timedelta(days=30, minutes=1)
    assert vouching.ask_for_vouch(small_club, school_a.group, actor=small_leader, now=later).pk

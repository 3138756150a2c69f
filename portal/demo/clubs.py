"""Two clubs of the demo school: one that the school vouches for, and one that students have just started."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F

from clubs.enums import ClubKind, Joining
from clubs.models import Club, ClubBadge
from clubs.services.badges import make_badge, share_in_pool, special
from clubs.services.meeting_places import meeting_place_of
from clubs.services.nominating import nominate
from clubs.services.recognising import recognise
from clubs.services.starting import start_club
from clubs.services.thanking import thank
from clubs.services.vouching import ask_for_vouch
from clubs.services.writing import searchable
from credentials.models import Achievement, Credential
from people.enums import GroupKind, Role
from people.models import Group, User
from people.services.joining import add_member, ask_to_join, join_code_of, set_role
from portal.demo import club_words as words
from portal.demo.clock import at

FIRST_STEPS, HELPING, CLEAN, WELCOMING = (
    "klub-pierwsze-kroki", "klub-pomocna-dlon", "klub-czysta-okolica", "klub-wprowadzam-nowych",
)  # fmt: skip


def make_clubs(document: Mapping[str, Any], now: datetime) -> None:
    """The clubs with their story, told once; run again, nothing happens."""
    (described,) = document["clubs"]
    group = Group.objects.get(kind=GroupKind.CLUB, name=described["name"]["pl"])
    if Club.objects.filter(group=group).exists():
        return
    GoodCauses(group, described, now).tell()
    _games(now)


class GoodCauses:
    """The club of good causes: a month of it, told with the services that phones use."""

    def __init__(self, group: Group, described: Mapping[str, Any], now: datetime) -> None:
        self._group, self._described, self._now = group, described, now
        self._leader = User.objects.get(username=described["leader"])
        by_name = {user.username: user for user in User.objects.filter(username__in=described["members"])}
        self._members = [by_name[username] for username in described["members"]]

    def tell(self) -> None:
        self._club = self._founded()
        self._badges()
        self._awarded()
        self._now_going_on()

    def _founded(self) -> Club:
        club = Club(
            group=self._group,
            slug=self._described["slug"],
            purpose=self._described["purpose"]["pl"],
            kind=self._described["kind"],
            joining=Joining.REQUEST,
            listed=True,
            meeting_time=words.MEETING_TIME,
            meeting_place=meeting_place_of(words.PLACE, self._group),
            responsible_adult=words.RESPONSIBLE_ADULT,
            standards_url=words.STANDARDS,
        )
        club.searchable = searchable(club)
        club.save(force_insert=True)
        self._vouched(club)
        return club

    def _vouched(self, club: Club) -> None:
        school = self._group.parent
        if school is None:
            raise ValueError("the demo school vouches for its club")
        day = self._now - timedelta(days=40)
        club.vouches.create(
            by=school,
            state="given",
            asked_by=self._leader,
            decided_by=User.objects.get(username="coordinator"),
            decided_at=day,
        )

    def _badges(self) -> None:
        for achievement in Achievement.objects.filter(slug__in=self._described["badges"]):
            special(achievement, made_by=self._leader)
        ClubBadge.objects.filter(achievement__slug=HELPING).update(nominations_needed=2)
        welcoming = Achievement.objects.get(slug=WELCOMING)
        share_in_pool(welcoming, shared=True, actor=self._leader, now=self._now - timedelta(days=12))

    def _awarded(self) -> None:
        self._give(FIRST_STEPS, self._members[:4], words.FIRST_STEPS, days=22)
        self._give(CLEAN, self._members[:3], words.CLEAN, days=8)
        Credential.objects.filter(batch__group=self._group).update(
            celebrated_at=F("awarded_at") + timedelta(minutes=5)
        )

    def _give(self, slug: str, people: Sequence[User], note: str, *, days: int) -> None:
        with at(self._now - timedelta(days=days)):
            achievement = Achievement.objects.get(slug=slug)
            recognise(self._club, achievement.pk, [one.pk for one in people], actor=self._leader, note=note)

    def _now_going_on(self) -> None:
        """What the leader finds today: enough nominations, a request; and thanks for the members."""
        lena, *others, helper = self._members
        set_role(self._group, helper, Role.HELPER, actor=self._leader)
        helping = Achievement.objects.get(slug=HELPING)
        for voice, reason in zip(others[:2], words.REASONS, strict=True):
            nominate(
                self._club, helping.pk, lena.pk, reason, actor=voice, now=self._now - timedelta(hours=20)
            )
        thank(self._club, lena.pk, "help", actor=others[0], now=self._now - timedelta(days=1))
        thank(self._club, lena.pk, "idea", actor=others[1], now=self._now - timedelta(days=2))
        thank(self._club, others[0].pk, "teamwork", actor=lena, now=self._now - timedelta(days=2))
        ask_to_join(self._group, user=User.objects.get(username="student10"))
        join_code_of(self._group, actor=self._leader)


def _games(now: datetime) -> None:
    """A club that students have just started: inside the safe limits, and asking the school to vouch."""
    founder = User.objects.get(username="student02")
    club = start_club(founder, **words.GAMES, kind=ClubKind.OTHER)
    for username in ("student03", "student05", "student06"):
        user = User.objects.get(username=username)
        add_member(club.group, user, Role.MEMBER, actor=founder)
    made = make_badge(club, words.GAMES_BADGE, actor=founder, now=now)
    recognise(club, made.pk, [User.objects.get(username="student03").pk], actor=founder)
    Credential.objects.filter(achievement=made).update(celebrated_at=now)
    school = Group.objects.get(school__slug="lo-przykladowo")
    ask_for_vouch(club, school, actor=founder, now=now)

"""Clubs and events full of canaries: a public club with a minor in it, one for which nobody vouches, a sensitive one.

Tokens read `cnry-<where>-<what>-…`, where `K` is the public club, `KZ` the one inside the safe limits, `KS` the
sensitive one and `E2B` a game of class 2B. Of `KZ` and `KS` even the events say that they are public.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from clubs.models import Club, Nomination, Thanks
from clubs.services import badges, recognising
from credentials.models import Achievement
from events.models import Attendance, Event, EventTeam, LateClaim, SignUp, TeamTask
from people.enums import Role
from people.models import Group, User
from tests.factories import ClubFactory, EventFactory, MembershipFactory, PlaceFactory, UserFactory, three
from tests.security.canaries import canary

DESIGN = {"shape": "tag", "palette": "indigo", "symbol": "star"}


@dataclass(frozen=True)
class Gatherings:
    """Clubs and events by their signs; `members` are the minors in them."""

    clubs: dict[str, Club]
    events: dict[str, Event]
    badges: dict[str, Achievement]


def make_gatherings(
    public: Group, leader: User, class_2b: Group, teacher: User, pa1: User, pc: User, pb: User
) -> Gatherings:
    """PA1 is in the public club, PB in the small one, PC in the sensitive one; PA1 plays the game of 2B."""
    clubs = {"K": Club.objects.select_related("group").get(group=public)}
    for sign, kind, parent in (("KZ", "other", None), ("KS", "parish_youth", public.parent)):
        group_name, purpose = canary(sign, "club"), canary(sign, "purpose")
        clubs[sign] = ClubFactory(
            name=group_name, parent=parent, kind=kind, purpose=purpose, slug=f"club-{sign.lower()}", listed=True,
            meeting_time=canary(sign, "time"), responsible_adult=canary(sign, "adult"),
            meeting_place=place_of(sign),
        )  # fmt: skip
    own = {
        "K": leader,
        "KZ": UserFactory(username="leader-kz", family_name=canary("KZ", "leader")),
        "KS": UserFactory(username="leader-ks", family_name=canary("KS", "leader")),
    }
    for sign in ("KZ", "KS"):
        MembershipFactory(group=clubs[sign].group, user=own[sign], role=Role.LEADER)
    events = {"E2B": event_of("E2B", class_2b, teacher, "group")}
    made = {}
    for sign, member in (("K", pa1), ("KZ", pb), ("KS", pc)):
        club = clubs[sign]
        MembershipFactory(group=club.group, user=member, role=Role.MEMBER)
        made[sign] = badges.make_badge(
            club, {**DESIGN, "name": canary(sign, "badge"), "nominations_needed": 2}, actor=own[sign], now=timezone.now()
        )  # fmt: skip
        recognising.recognise(
            club, made[sign].pk, [member.pk], actor=own[sign], note=canary(f"M{sign}", "note")
        )
        Nomination.objects.create(
            group=club.group, achievement=made[sign], nominee=own[sign], nominator=member,
            reason=canary(f"M{sign}", "reason"),
        )  # fmt: skip
        Thanks.objects.create(group=club.group, giver=own[sign], receiver=member, word="help")
        events[sign] = event_of(sign, club.group, own[sign], "public")
        come_to(events[sign], member)
    come_to(events["E2B"], pa1)
    LateClaim.objects.create(event=events["E2B"], user=pa1, note=canary("PA1", "claim"))
    team = EventTeam.objects.create(event=events["E2B"], name=canary("E2B", "team"), position=1)
    team.members.create(event=events["E2B"], user=pa1)
    TeamTask.objects.create(event=events["E2B"], position=1, title=canary("E2B", "task"))
    return Gatherings(clubs, events, made)


def place_of(sign: str):
    return PlaceFactory(
        name=canary(sign, "place"), address=canary(sign, "address"), town="Łódź", lat=51.77, lon=19.46
    )


def event_of(sign: str, group: Group, host: User, visibility: str) -> Event:
    began = timezone.now() - timedelta(minutes=10)
    return EventFactory(
        slug=f"event-{sign.lower()}", group=group, visibility=visibility, created_by=host, sign_up="open",
        title=three(canary(sign, "title")), description=three(canary(sign, "description")),
        starts_at=began, ends_at=began + timedelta(hours=2), place=place_of(sign), online_url="",
    )  # fmt: skip


def come_to(event: Event, person: User) -> None:
    SignUp.objects.create(event=event, user=person, state="going")
    Attendance.objects.create(event=event, user=person, method="projector")

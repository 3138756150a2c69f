"""A student leaves the class while the phone is open: nothing newer reaches it by any way, own badges stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.utils import timezone

from credentials.models import AwardBatch, Credential
from people.enums import Role
from tests.conftest import ClassOf, make_class
from tests.factories import (
    AchievementFactory,
    ClubFactory,
    IssuerFactory,
    MembershipFactory,
    SchoolFactory,
)
from tests.journeys.documents import AWARD, MY_BADGES, REMOVE
from tests.journeys.persons import Person
from tests.phones import Phone
from tests.servers import Server, database, session_key_of, start_server

pytestmark = pytest.mark.live

FEED = "query Q($groupId: ID!, $limit: Int, $after: ID) { classFeed(groupId: $groupId, limit: $limit, after: $after) { items { id line } next } }"
END_MINE = "mutation M($key: ID) { endMySignIns(key: $key) { errors { code } } }"
TAKE_OUT = "mutation M($groupId: ID!, $userId: ID!) { removeMember(groupId: $groupId, userId: $userId) { errors { code } } }"
PLAN = "mutation M($groupId: ID!, $event: EventInput!) { planEvent(groupId: $groupId, event: $event) { errors { code } } }"
NUMBERS = count(1)
BADGES = ("Debata", "Petycja", "Wywiad")


@pytest.fixture(scope="module")
def portal() -> Iterator[Server]:
    server = start_server()
    yield server
    server.stop()


@pytest.fixture
def class_there(portal: Server, django_db_blocker: Any) -> Iterator[ClassOf]:
    """A class of its own for each test, in the started portal; its school may award three badges."""
    prefix = f"l{next(NUMBERS)}"
    with database(portal.database, django_db_blocker):
        school = SchoolFactory(slug=f"lo-{prefix}")
        issuer = IssuerFactory(slug=f"wydawca-{prefix}", group=school.group)
        issuer.may_award.add(school.group)
        of = make_class(school, prefix.upper(), prefix)
        of.badges = [AchievementFactory(slug=f"{name.lower()}-{prefix}", issuer=issuer).pk for name in BADGES]  # type: ignore[attr-defined]
        yield of


def browser_of(portal: Server, user: Any) -> Person:
    person = Person(portal.base_url)
    person.http.cookies.set(
        "sessionid", session_key_of(portal.cookie_of(user)), domain="localhost.local", path="/"
    )
    return person


def award(teacher: Person, of: ClassOf, number: int, *students: Any) -> None:
    done = teacher.ask(
        AWARD, groupId=str(of.group.pk), achievementId=str(of.badges[number]),  # type: ignore[attr-defined]
        studentIds=[str(one.pk) for one in students],
    )  # fmt: skip
    assert (done["people"], done["errors"]) == (len(students), [])


def refused(person: Person, document: str, **variables: Any) -> str:
    if "csrftoken" not in person.http.cookies:
        person.get("/sign-in/")
    answer = person.http.post(
        f"{person.base_url}/graphql/",
        json={"query": document, "variables": variables},
        headers={"X-CSRFToken": person.http.cookies["csrftoken"], "Referer": person.base_url + "/app/"},
        timeout=30,
    ).json()
    code: str = answer["errors"][0]["extensions"]["code"]
    return code


def test_ac_08_old_page_old_cursor_and_open_socket_show_nothing_newer(
    portal: Server, class_there: ClassOf
) -> None:
    of = class_there
    pa1, pa2 = of.students[:2]
    teacher, leaver = browser_of(portal, of.teacher), browser_of(portal, pa1)
    award(teacher, of, 0, pa1, pa2)
    a_day_ago = timezone.now() - timedelta(days=1)
    AwardBatch.objects.filter(group=of.group).update(created_at=a_day_ago)
    Credential.objects.filter(batch__group=of.group).update(awarded_at=a_day_ago)
    award(teacher, of, 1, pa1, pa2)
    group = str(of.group.pk)
    page = leaver.ask(FEED, groupId=group, limit=1)
    cursor = page["next"]
    assert cursor is not None
    assert len(leaver.ask(FEED, groupId=group, limit=1, after=cursor)["items"]) == 1

    with (
        Phone(portal.ws_url, leaver.cookie) as phone,
        Phone(portal.ws_url, browser_of(portal, pa2).cookie) as near,
    ):
        removed = teacher.ask(REMOVE, groupId=group, studentId=str(pa1.pk))
        assert removed["errors"] == []
        award(teacher, of, 2, pa2)

        # The removal may be told; what came after it is not.
        heard = [message for message in phone.until_closed(5.0) if message.get("type") == "next"]
        assert not any("CredentialsAwarded" in str(message) for message in heard)
        assert "credentials.CredentialsAwarded" in near.facts(1.0)

    assert refused(leaver, FEED, groupId=group, limit=30) == "NOT_FOUND"
    assert refused(leaver, FEED, groupId=group, limit=30, after=cursor) == "NOT_FOUND"
    assert leaver.ask("{ studentHome { groups { id } feed { id } } }") == {"groups": [], "feed": []}
    assert leaver.get("/app/").status_code == 200
    assert len(leaver.ask(MY_BADGES)["items"]) == 2


def test_ac_08_who_was_taken_out_of_a_club_hears_nothing_more_of_it(
    portal: Server, class_there: ClassOf, django_db_blocker: Any
) -> None:
    out, stays = class_there.students[:2]
    with database(portal.database, django_db_blocker):
        club = ClubFactory(parent=class_there.group.parent).group
        MembershipFactory(group=club, user=class_there.teacher, role=Role.LEADER)
        for person in (out, stays):
            MembershipFactory(group=club, user=person, role=Role.MEMBER)
    leader = browser_of(portal, class_there.teacher)
    starts = timezone.now() + timedelta(days=1)
    meeting = {
        "title": "Próba", "startsAt": starts.isoformat(), "endsAt": (starts + timedelta(hours=1)).isoformat(),
    }  # fmt: skip
    with (
        Phone(portal.ws_url, browser_of(portal, out).cookie) as phone,
        Phone(portal.ws_url, browser_of(portal, stays).cookie) as near,
    ):
        removed = leader.ask(TAKE_OUT, groupId=str(club.pk), userId=str(out.pk))
        assert removed["errors"] == []
        assert leader.ask(PLAN, groupId=str(club.pk), event=meeting)["errors"] == []

        heard = [message for message in phone.until_closed(5.0) if message.get("type") == "next"]
        assert "events.EventPlanned" not in str(heard)
        assert "events.EventPlanned" in near.facts(1.0)
    # Still signed in: a new connection stands, and hears nothing of the club.
    with Phone(portal.ws_url, browser_of(portal, out).cookie) as again:
        assert leader.ask(PLAN, groupId=str(club.pk), event=meeting)["errors"] == []
        assert again.facts(0.5) == []


def test_ws_04_the_connection_of_the_removed_closes_and_cannot_come_back_for_the_class(
    portal: Server, class_there: ClassOf
) -> None:
    of = class_there
    pa1, pa2 = of.students[:2]
    teacher, leaver = browser_of(portal, of.teacher), browser_of(portal, pa1)
    with Phone(portal.ws_url, leaver.cookie) as phone:
        assert teacher.ask(REMOVE, groupId=str(of.group.pk), studentId=str(pa1.pk))["errors"] == []
        assert phone.closed_with(5.0)[0] == 4403
    # Still signed in: a new connection stands, and hears nothing of the class.
    with Phone(portal.ws_url, leaver.cookie) as again:
        award(teacher, of, 0, pa2)
        assert again.facts(0.5) == []


def test_ws_04_signing_out_everywhere_closes_the_phone_in_the_other_hand(
    portal: Server, class_there: ClassOf
) -> None:
    pa1 = class_there.students[0]
    here, elsewhere = browser_of(portal, pa1), browser_of(portal, pa1)
    with Phone(portal.ws_url, here.cookie) as phone:
        assert elsewhere.ask(END_MINE)["errors"] == []
        assert phone.closed_with(5.0)[0] == 4401
    assert refused(here, "{ studentHome { badgeCount } }") == "NOT_SIGNED_IN"

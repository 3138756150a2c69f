"""AC-05: ids inside an input, too: places, invitations, badges, teams and their people are checked like the first id."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from clubs.services import badges
from events.models import TeamTask
from tests.architecture.world_of_clubs import DESIGN
from tests.asking import ask
from tests.conftest import ClassOf
from tests.factories import AchievementFactory, ClubFactory, EventFactory, PlaceFactory
from tests.security.rows import row_hash

PLAN = "mutation($g: ID!, $e: EventInput!) { planEvent(groupId: $g, event: $e) { errors { code field } } }"
CHANGE = (
    "mutation($g: ID!, $e: EventInput!) { changeEvent(eventId: $g, event: $e) { errors { code field } } }"
)
TEAMS = """mutation($g: ID!, $a: ID, $tasks: [TeamTaskInput!]!, $teams: [EventTeamInput!]!) {
  setUpTeams(eventId: $g, achievementId: $a, tasks: $tasks, teams: $teams) { errors { code } } }"""


@pytest.fixture
def foreign(world, class_2c: ClassOf, class_1a: ClassOf) -> dict[str, list[dict[str, Any]]]:
    """What a plan may name wrongly, each from the class next door or another school."""
    of_club = ClubFactory(name="Klub obok", parent=class_1a.group.parent, slug="klub-obok")
    badge = badges.make_badge(of_club, DESIGN, actor=class_1a.teacher, now=timezone.now())
    secret_place = PlaceFactory(name="Mieszkanie", group=of_club.group)
    outside = [class_2c.students[0].pk, class_1a.students[0].pk]
    return {
        "place": [{"placeId": secret_place.pk}, {"placeId": uuid4()}],
        "groups": [
            {"visibility": "invited", "invitedGroupIds": [pk]}
            for pk in (class_2c.group.pk, class_1a.group.pk, of_club.pk, uuid4())
        ],
        "people": [{"visibility": "invited", "invitedUserIds": [pk]} for pk in (*outside, uuid4())],
        "badge": [
            {"achievementId": pk, "badgeCount": 1} for pk in (badge.pk, AchievementFactory().pk, uuid4())
        ],
    }


def plan(**changes: Any) -> dict[str, Any]:
    begins = timezone.now() + timedelta(days=2)
    ends = begins + timedelta(hours=1)
    return {"title": "Spacer", "startsAt": begins.isoformat(), "endsAt": ends.isoformat(), **changes}


@pytest.mark.parametrize("what", ["place", "groups", "people", "badge"])
@pytest.mark.parametrize("act", ["plan", "change"])
def test_ac_05_a_plan_names_only_what_is_the_planners(act, what, world, foreign):
    document, target = (PLAN, world.class_2b.group.pk) if act == "plan" else (CHANGE, world.events.event.pk)
    before = row_hash()
    for wrong in foreign[what]:
        reply = ask(world.class_2b.teacher, document, g=target, e=plan(**wrong))
        assert reply.code in ("NOT_FOUND", "BADGE_NOT_YOURS"), (wrong, reply.body)
        assert row_hash() == before
    assert ask(world.class_2b.teacher, document, g=target, e=plan()).code is None
    assert row_hash() != before


def test_ac_05_teams_take_nobody_and_nothing_from_elsewhere(world, class_2c: ClassOf, class_1a: ClassOf):
    teacher, event, mine = world.class_2b.teacher, world.events.event, world.class_2b.students[0]
    other = EventFactory(group=class_2c.group, starts_at=event.starts_at)
    theirs = TeamTask.objects.create(event=other, position=1, title="Znajdź most")
    tasks = [{"title": "Znajdź ratusz"}]
    before = row_hash()
    for student in (class_2c.students[0], class_1a.students[0], class_2c.teacher):
        teams = [{"name": "Żubry", "userIds": [mine.pk, student.pk]}]
        assert ask(teacher, TEAMS, g=event.pk, tasks=tasks, teams=teams).code == "NOT_HERE"
    right = [{"name": "Żubry", "userIds": [mine.pk]}]
    wrong_badge = ask(teacher, TEAMS, g=event.pk, a=world.clubs.badge.pk, tasks=tasks, teams=right)
    assert wrong_badge.code == "ACHIEVEMENT_NOT_AWARDABLE"
    assert row_hash() == before

    # The id of a task of another event makes a new one here, and leaves that one alone.
    ask(teacher, TEAMS, g=event.pk, tasks=[{"id": theirs.pk, "title": "Przejęte"}], teams=right)
    theirs.refresh_from_db()
    assert (theirs.title, theirs.event_id) == ("Znajdź most", other.pk)

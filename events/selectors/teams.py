"""Sub-teams of an event and how far they are. Always in the order they were made: nobody is ranked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from core.translated import in_language
from credentials.models import Achievement
from events.models import Event, EventTeam, EventTeamMember, TeamTask, TeamTaskCompletion
from events.selectors.check_in import expected_at, known_by_name, name_at_the_door
from events.selectors.events import Person, keeps_the_door, plans_for
from people.alphabet import in_register_order
from people.models import User

MOST_PEOPLE = 500


@dataclass(frozen=True)
class PersonName:
    id: UUID
    name: str


@dataclass(frozen=True)
class EventTeamView:
    """`members` are named to the team itself and to who leads."""

    id: UUID
    name: str
    members: tuple[PersonName, ...]
    done_task_ids: tuple[UUID, ...]
    finished: bool


@dataclass(frozen=True)
class TeamBoard:
    event_id: UUID
    title: str
    achievement: Achievement | None
    tasks: tuple[TeamTask, ...]
    teams: tuple[EventTeamView, ...]
    my_team_id: UUID | None
    may_manage: bool
    screen_url: str
    people: tuple[PersonName, ...]


@dataclass(frozen=True)
class TeamProgress:
    """One bar of the shared screen."""

    name: str
    done: int
    of: int
    finished: bool


def people_for_teams(event: Event) -> QuerySet[User]:
    """Who may be put into a team: whoever may be ticked at the door."""
    return expected_at(event)


def team_board(event: Event, viewer: Person) -> TeamBoard:
    """Eight statements at any number of teams and people."""
    manages = event.group is not None and plans_for(viewer, event.group)
    leads = manages or (event.group is not None and keeps_the_door(viewer, event.group))
    placed = list(EventTeamMember.objects.filter(event=event).select_related("user"))
    mine = next((one.team_id for one in placed if one.user_id == viewer.pk), None)
    known = known_by_name(event) if leads else set()
    members: dict[UUID, list[PersonName]] = defaultdict(list)
    for one in placed:
        if leads or one.team_id == mine:
            name = name_at_the_door(one.user, known)
            members[one.team_id].append(PersonName(one.user_id, name))
    done = _done(event)
    candidates = in_register_order(people_for_teams(event)[:MOST_PEOPLE]) if manages else []
    earned = Achievement.objects.select_related("current_version")
    badge = earned.get(pk=event.team_achievement_id) if event.team_achievement_id else None
    return TeamBoard(
        event_id=event.pk,
        title=in_language(event.title),
        achievement=badge,
        tasks=tuple(TeamTask.objects.filter(event=event)),
        teams=tuple(
            EventTeamView(
                team.pk,
                team.name,
                tuple(members[team.pk]),
                tuple(done[team.pk]),
                team.finished_at is not None,
            )
            for team in EventTeam.objects.filter(event=event)
        ),
        my_team_id=mine,
        may_manage=manages,
        screen_url=f"/events/{event.pk}/teams",
        people=tuple(PersonName(one.pk, name_at_the_door(one, known)) for one in candidates),
    )


def team_progress(event: Event) -> tuple[TeamProgress, ...]:
    """Names of teams and how many tasks each has done; no person's name."""
    tasks = TeamTask.objects.filter(event=event).count()
    done = _done(event)
    return tuple(
        TeamProgress(team.name, len(done[team.pk]), tasks, team.finished_at is not None)
        for team in EventTeam.objects.filter(event=event)
    )


def _done(event: Event) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = TeamTaskCompletion.objects.filter(team__event=event).order_by("done_at", "id")
    for team_id, task_id in rows.values_list("team_id", "task_id"):
        found[team_id].append(task_id)
    return found

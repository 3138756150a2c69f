"""Team events: who leads sets them up; members tick what their own team has done."""

from __future__ import annotations

import graphene
from django.utils import timezone

from core.access import NotFound, as_uuid, may
from core.graphql import Mutation, mutations
from events import rules
from events.graphql.team_types import TeamBoard
from events.models import Event, EventTeam, TeamTask
from events.selectors.teams import team_board
from events.services import teams as team_services
from events.services.teams import TaskDraft, TeamDraft


class TeamTaskInput(graphene.InputObjectType):
    id = graphene.ID()
    title = graphene.String(required=True)
    details = graphene.String()


class EventTeamInput(graphene.InputObjectType):
    id = graphene.ID()
    name = graphene.String(required=True)
    user_ids = graphene.List(graphene.NonNull(graphene.ID), required=True)


class TeamMutation(Mutation):
    """Base of acts on teams; answers the board as it is afterwards."""

    class Meta:
        abstract = True

    board = graphene.Field(TeamBoard)

    @classmethod
    def answer(cls, actor, event):
        event.refresh_from_db(fields=["team_achievement"])
        return {"board": team_board(event, actor)}


class SetUpTeams(TeamMutation):
    """Sub-teams and tasks of an event, all at once."""

    class Meta:
        permission = rules.MANAGE_EVENT
        target = Event

    class Input:
        teams = graphene.List(graphene.NonNull(EventTeamInput), required=True)
        tasks = graphene.List(graphene.NonNull(TeamTaskInput), required=True)
        achievement_id = graphene.ID()

    @classmethod
    def act(cls, actor, target, *, teams, tasks, achievement_id=None):
        team_services.set_up_teams(
            target,
            [TaskDraft(one["title"], one.get("details") or "", as_uuid(one.get("id"))) for one in tasks],
            [TeamDraft(one["name"], _people(one["user_ids"]), as_uuid(one.get("id"))) for one in teams],
            achievement_id=_wanted(achievement_id) if achievement_id else None,
            actor=actor,
        )
        return cls.answer(actor, target)


class TaskOfTeam:
    """Which task of which team."""

    team_id = graphene.ID(required=True)
    task_id = graphene.ID(required=True)


class CompleteTeamTask(TeamMutation):
    """A team has done a task: ticked by one of its members, or by who keeps the door."""

    class Meta:
        permission = rules.WORK_IN_TEAM
        target = Event

    Input = TaskOfTeam

    @classmethod
    def act(cls, actor, target, *, team_id, task_id):
        team, task = _of(target, actor, team_id, task_id)
        team_services.complete_team_task(target, team, task, actor=actor)
        return cls.answer(actor, target)


class UndoTeamTask(TeamMutation):
    class Meta:
        permission = rules.WORK_IN_TEAM
        target = Event

    Input = TaskOfTeam

    @classmethod
    def act(cls, actor, target, *, team_id, task_id):
        team, task = _of(target, actor, team_id, task_id)
        team_services.undo_team_task(target, team, task, actor=actor, now=timezone.now())
        return cls.answer(actor, target)


def _wanted(id):
    key = as_uuid(id)
    if key is None:
        raise NotFound
    return key


def _people(ids):
    return tuple(_wanted(pk) for pk in ids)


def _of(event, actor, team_id, task_id):
    """Team and task of this event, for one of the team or who keeps the door; else NotFound."""
    team = EventTeam.objects.filter(event=event, pk=_wanted(team_id)).first()
    task = TeamTask.objects.filter(event=event, pk=_wanted(task_id)).first()
    if team is None or task is None:
        raise NotFound
    if not team.members.filter(user=actor).exists() and not may(actor, rules.CHECK_IN, event):
        raise NotFound
    return team, task


Mutations = mutations(SetUpTeams, CompleteTeamTask, UndoTeamTask)

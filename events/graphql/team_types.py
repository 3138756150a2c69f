"""What the phone reads of a team event. Values are the frozen dataclasses of `events.selectors.teams`."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from credentials.graphql.types import AchievementRef
from events.selectors.teams import MOST_PEOPLE
from people.graphql.types import PersonName

MOST_TEAMS, MOST_TASKS, MOST_MEMBERS = 30, 30, 30


class TeamTaskView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    title = graphene.String(required=True)
    details = graphene.String(required=True)


class EventTeamView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    members = few(PersonName, most=MOST_MEMBERS)
    done_task_ids = few(graphene.ID, most=MOST_TASKS)
    finished = graphene.Boolean(required=True)


class TeamBoard(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    event_id = graphene.ID(required=True)
    title = graphene.String(required=True)
    achievement = graphene.Field(AchievementRef)
    tasks = few(TeamTaskView, most=MOST_TASKS)
    teams = few(EventTeamView, most=MOST_TEAMS)
    my_team_id = graphene.ID(description="The team the person is in.")
    may_manage = graphene.Boolean(required=True)
    screen_url = graphene.String(required=True)
    people = few(PersonName, most=MOST_PEOPLE, description="People who may be put into teams, for who leads.")

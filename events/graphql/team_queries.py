"""Reading a team event."""

from __future__ import annotations

from typing import Any

from core.graphql import query_field
from events import rules
from events.graphql.team_types import TeamBoard
from events.models import Event
from events.selectors import teams


class Queries:
    @query_field(
        TeamBoard,
        permission=rules.WORK_IN_TEAM,
        target=Event,
        description="Sub-teams of an event and how far they are.",
    )
    def team_board(info: Any, target: Event) -> teams.TeamBoard:
        return teams.team_board(target, info.context.user)

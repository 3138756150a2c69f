"""Reading events. Each field names its permission; the selectors do the reading."""

from __future__ import annotations

from typing import Any

import graphene

from core.access import visible_to
from core.graphql import SELF, query_field
from events import rules
from events.graphql import types
from events.models import Event
from events.selectors import cards, forms
from events.selectors.details import EventDetail, event_detail
from events.selectors.forms import EventForm
from people.models import Group
from people.rules import CHANGE_SELF, VIEW_GROUP


class Queries:
    @query_field(
        graphene.NonNull(types.EventPage),
        permission=CHANGE_SELF,
        target=SELF,
        limit=graphene.Int(default_value=50),
        after=graphene.ID(),
        description="Events that concern the person, the next first: of their groups, to which they are invited or "
        "signed up.",
    )
    def my_events(info, target, limit=50, after=None):
        return cards.coming_to(target, limit=limit, after=after)

    @query_field(
        types.EventPage,
        permission=VIEW_GROUP,
        target=Group,
        past=graphene.Boolean(default_value=False),
        limit=graphene.Int(default_value=50),
        after=graphene.ID(),
        description="Events of one group, for its members; `past` turns to those that are over.",
    )
    def group_events(
        info: Any, target: Group, past: bool = False, limit: int = 50, after: str | None = None
    ) -> cards.EventPage:
        viewer = info.context.user
        return cards.of_group(
            target, visible_to(viewer, Event), viewer, past=bool(past), limit=limit, after=after
        )

    @query_field(types.EventDetail, permission=rules.VIEW_EVENT, target=Event, target_argument="id")
    def event(info: Any, target: Event) -> EventDetail:
        return event_detail(target, info.context.user)

    @query_field(
        types.EventForm,
        permission=rules.PLAN,
        target=Group,
        description="What the form for an event of this group offers.",
    )
    def event_form(info: Any, target: Group) -> EventForm:
        return forms.event_form(target, info.context.user)

"""Planning and signing up. A door asks who (permission, target); the service it calls asks whether."""

from __future__ import annotations

from typing import Any

import graphene

from core.access import NotFound, access, access_all, as_uuid
from core.graphql import Mutation, mutations
from credentials.models import Achievement
from credentials.rules import VIEW_ACHIEVEMENT
from events import rules
from events.enums import EventForm, EventKind, SignUpMode, Visibility
from events.graphql import types
from events.models import Event, Place
from events.place_plans import PlacePlan
from events.plans import EventPlan
from events.selectors.details import event_detail
from events.selectors.forms import places_for
from events.services import cancelling, changing, planning, signing_up
from people.models import Group, User
from people.rules import VIEW_GROUP, VIEW_PERSON

MOST_GROUPS, MOST_PEOPLE, MOST_EXCEPTIONS = 50, 200, 60


class PlaceInput(graphene.InputObjectType):
    name = graphene.String(required=True)
    address = graphene.String()
    town = graphene.String(required=True)
    voivodeship = graphene.String()
    lat = graphene.Float()
    lon = graphene.Float()
    accessibility = graphene.List(graphene.NonNull(graphene.String))


class EventInput(graphene.InputObjectType):
    title = graphene.String(required=True)
    kind = graphene.String()
    description = graphene.String()
    starts_at = graphene.DateTime(required=True)
    ends_at = graphene.DateTime(required=True)
    form = graphene.String()
    place_id = graphene.ID()
    place = PlaceInput()
    online_url = graphene.String()
    visibility = graphene.String()
    sign_up = graphene.String()
    capacity = graphene.Int()
    age_min = graphene.Int()
    age_max = graphene.Int()
    needs_consent = graphene.Boolean()
    invited_group_ids = graphene.List(graphene.NonNull(graphene.ID))
    invited_user_ids = graphene.List(graphene.NonNull(graphene.ID))
    repeat_weeks = graphene.Int(description="Every so many weeks until `repeatUntil`; both or none.")
    repeat_until = graphene.Date()
    repeat_exceptions = graphene.List(graphene.NonNull(graphene.Date))
    achievement_id = graphene.ID(
        description="A badge for who was there, at `badgeCount` meetings of the series (1: at this one)."
    )
    badge_count = graphene.Int()


def plan_of(actor: User, group: Group, given: dict[str, Any]) -> EventPlan:
    """The plan with objects for ids. Raises NotFound for an id that the person may not use."""
    achievement = given.get("achievement_id")
    return EventPlan(
        title=given["title"],
        starts_at=given["starts_at"],
        ends_at=given["ends_at"],
        kind=given.get("kind") or EventKind.MEETING,
        description=given.get("description") or "",
        form=given.get("form") or EventForm.IN_PERSON,
        place=_place(group, given),
        online_url=given.get("online_url") or "",
        visibility=given.get("visibility") or Visibility.GROUP,
        sign_up=given.get("sign_up") or SignUpMode.NONE,
        capacity=given.get("capacity"),
        age_min=given.get("age_min"),
        age_max=given.get("age_max"),
        needs_consent=bool(given.get("needs_consent")),
        invited_groups=access_all(
            actor, VIEW_GROUP, Group, (given.get("invited_group_ids") or [])[:MOST_GROUPS]
        ),
        invited_people=access_all(
            actor, VIEW_PERSON, User, (given.get("invited_user_ids") or [])[:MOST_PEOPLE]
        ),
        repeat_weeks=given.get("repeat_weeks"),
        repeat_until=given.get("repeat_until"),
        repeat_exceptions=tuple((given.get("repeat_exceptions") or [])[:MOST_EXCEPTIONS]),
        achievement=access(actor, VIEW_ACHIEVEMENT, Achievement, achievement) if achievement else None,
        badge_count=1 if given.get("badge_count") is None else given["badge_count"],
    )


def _place(group: Group, given: dict[str, Any]) -> Place | PlacePlan | None:
    if given.get("place_id"):
        key = as_uuid(given["place_id"])
        found = places_for(group).filter(pk=key).first() if key else None
        if found is None:
            raise NotFound
        return found
    described = given.get("place")
    if not described:
        return None
    return PlacePlan(
        name=described["name"],
        town=described["town"],
        address=described.get("address") or "",
        voivodeship=described.get("voivodeship") or "",
        lat=described.get("lat"),
        lon=described.get("lon"),
        accessibility=described.get("accessibility"),
    )


class EventMutation(Mutation):
    """Base of acts on an event; answers the event as it is afterwards."""

    class Meta:
        abstract = True

    event = graphene.Field(types.EventDetail)

    @classmethod
    def answer(cls, actor, event):
        return {"event": event_detail(event, actor)}


class PlanEvent(EventMutation):
    """Plan an event of a group; with a series, all its meetings at once."""

    class Meta:
        permission = rules.PLAN
        target = Group

    class Input:
        event = EventInput(required=True)

    @classmethod
    def act(cls, actor, target, *, event):
        return cls.answer(actor, planning.plan_event(target, plan_of(actor, target, event), actor=actor))


class ChangeEvent(EventMutation):
    class Meta:
        permission = rules.MANAGE_EVENT
        target = Event

    class Input:
        event = EventInput(required=True)
        following = graphene.Boolean(description="Later meetings of its series take over what changes.")

    @classmethod
    def act(cls, actor, target, *, event, following=False):
        plan = plan_of(actor, target.group, event)
        changed = changing.change_event(target, plan, actor=actor, following=bool(following))
        return cls.answer(actor, changed)


class CancelEvent(EventMutation):
    class Meta:
        permission = rules.MANAGE_EVENT
        target = Event

    class Input:
        reason = graphene.String()
        whole_series = graphene.Boolean()

    @classmethod
    def act(cls, actor, target, *, reason="", whole_series=False):
        cancelled = cancelling.cancel_event(
            target, actor=actor, reason=reason or "", whole_series=bool(whole_series)
        )
        return cls.answer(actor, cancelled)


class SignUp(EventMutation):
    """Say that one is coming; the answer says whether there is a place, a waiting list, or a guardian to ask."""

    class Meta:
        permission = rules.SIGN_UP
        target = Event

    consent_url = graphene.String(
        description="Where a guardian agrees, answered once; empty when nobody has to."
    )

    @classmethod
    def act(cls, actor, target):
        signed_up = signing_up.sign_up(target, user=actor)
        return {**cls.answer(actor, target), "consent_url": signed_up.consent_url}


class WithdrawSignUp(EventMutation):
    class Meta:
        permission = rules.SIGN_UP
        target = Event

    @classmethod
    def act(cls, actor, target):
        signing_up.withdraw_sign_up(target, user=actor)
        return cls.answer(actor, target)


Mutations = mutations(PlanEvent, ChangeEvent, CancelEvent, SignUp, WithdrawSignUp)

"""What the phone reads of events. Values are the frozen dataclasses of `events.selectors`."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from credentials.graphql.types import AchievementRef
from events.selectors import details, forms
from events.selectors.cards import MOST_EVENTS
from events.series import MOST_MEETINGS
from people.graphql.types import Choice, GroupRef


class EventCard(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    title = graphene.String(required=True)
    kind = graphene.String(required=True)
    kind_label = graphene.String(required=True)
    starts_at = graphene.DateTime(required=True)
    ends_at = graphene.DateTime(required=True)
    form = graphene.String(required=True, description="in_person | online | both")
    place_name = graphene.String(required=True)
    town = graphene.String(required=True)
    cancelled = graphene.Boolean(required=True)
    visibility = graphene.String(required=True, description="public | group | invited")
    group_id = graphene.ID()
    organiser = graphene.String(required=True)
    capacity = graphene.Int()
    going = graphene.Int(required=True)
    mine = graphene.String(required=True, description="going | waiting | awaiting_consent, or empty")
    attended = graphene.Boolean(required=True)
    badge = graphene.Field(AchievementRef)
    may_manage = graphene.Boolean(required=True)
    check_in_open = graphene.Boolean(required=True)
    public_url = graphene.String(required=True)


class EventPage(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    items = few(EventCard, most=MOST_EVENTS)
    next = graphene.ID()


class EventBadge(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    achievement = graphene.Field(AchievementRef, required=True)
    count = graphene.Int(required=True)
    scope = graphene.String(required=True, description="event | series | kind")
    line = graphene.String(required=True)


class EventValues(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    title = graphene.String(required=True)
    description = graphene.String(required=True)
    kind = graphene.String(required=True)
    form = graphene.String(required=True)
    visibility = graphene.String(required=True)
    sign_up = graphene.String(required=True)
    place_id = graphene.ID()
    online_url = graphene.String(required=True)
    capacity = graphene.Int()
    age_min = graphene.Int()
    age_max = graphene.Int()
    needs_consent = graphene.Boolean(required=True)
    invited_group_ids = few(graphene.ID, most=details.MOST_INVITED)
    invited_user_ids = few(graphene.ID, most=details.MOST_INVITED)
    achievement_id = graphene.ID()
    badge_count = graphene.Int(required=True)


class PrintedCode(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    valid_from = graphene.DateTime(required=True)
    valid_until = graphene.DateTime(required=True)
    cap = graphene.Int(required=True)
    used = graphene.Int(required=True)
    ended = graphene.Boolean(required=True)


class EventDetail(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    card = graphene.Field(EventCard, required=True)
    description = graphene.String(required=True)
    address = graphene.String(required=True)
    online_url = graphene.String(required=True, description="For those who are going, and who leads.")
    accessibility = few(Choice, most=10)
    age_min = graphene.Int()
    age_max = graphene.Int()
    needs_consent = graphene.Boolean(required=True)
    sign_up = graphene.String(required=True, description="open | none")
    places_left = graphene.Int()
    waiting = graphene.Int(required=True)
    badges = few(EventBadge, most=details.MOST_BADGES)
    series_dates = few(graphene.DateTime, most=MOST_MEETINGS)
    cancellation_reason = graphene.String(required=True)
    check_in_from = graphene.DateTime(required=True)
    check_in_until = graphene.DateTime(required=True)
    late_claim = graphene.String(required=True, description="open | accepted | declined, or empty")
    may_claim_late = graphene.Boolean(required=True)
    ics_url = graphene.String(required=True)
    poster_url = graphene.String(required=True)
    projector_url = graphene.String(required=True)
    has_teams = graphene.Boolean(required=True)
    values = graphene.Field(
        EventValues, description="What the form is filled with, for who leads; null for others."
    )
    printed_codes = few(PrintedCode, most=details.MOST_CODES)


class PlaceView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    address = graphene.String(required=True)
    town = graphene.String(required=True)
    voivodeship = graphene.String(required=True)
    accessibility = few(graphene.String, most=10)


class EventForm(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_id = graphene.ID(required=True)
    group_name = graphene.String(required=True)
    kinds = few(Choice, most=40)
    places = few(PlaceView, most=forms.MOST_PLACES)
    voivodeships = few(Choice, most=16)
    accessibility = few(Choice, most=10)
    badges = few(AchievementRef, most=forms.MOST_BADGES)
    groups = few(GroupRef, most=forms.MOST_GROUPS)
    may_be_public = graphene.Boolean(
        required=True, description="A club without somebody who vouches plans for its members alone."
    )

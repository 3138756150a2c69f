"""What the phone at the door reads. Values are the frozen dataclasses of `events.selectors.check_in`."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from events.graphql.types import EventCard
from events.selectors.check_in import MOST_CLAIMS, MOST_PEOPLE


class CheckInPerson(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    here = graphene.Boolean(required=True)
    at = graphene.DateTime()
    method = graphene.String(required=True)
    sign_up = graphene.String(required=True, description="going | waiting | awaiting_consent, or empty")


class LateClaimView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    note = graphene.String(required=True)
    asked_at = graphene.DateTime(required=True)


class CheckInScreen(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    event = graphene.Field(EventCard, required=True)
    people = few(
        CheckInPerson,
        most=MOST_PEOPLE,
        description="Members, people who signed up, and who came besides; in register order.",
    )
    here = graphene.Int(required=True)
    expected = graphene.Int(required=True)
    open = graphene.Boolean(required=True)
    opens_at = graphene.DateTime(required=True)
    closes_at = graphene.DateTime(required=True)
    late_claims = few(LateClaimView, most=MOST_CLAIMS)


class PersonalCode(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    svg = graphene.String(required=True)

"""The ladder of trust and the endorsements of a badge. Values are those of `credentials.selectors.trust`."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from people.graphql.types import Choice


class TrustLadder(NodeType):
    """Where a badge stands: club_badge, endorsed, digital_badge, microcredential (product.md, part 6)."""

    class Meta:
        visible_to = WITH_PARENT

    rung = graphene.String(required=True)
    label = graphene.String(required=True)
    line = graphene.String(required=True)
    rungs = few(Choice, most=4)


class EndorsementView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    by = graphene.String(required=True)
    text = graphene.String(required=True)
    at = graphene.DateTime(required=True)
    mine = graphene.Boolean(required=True)

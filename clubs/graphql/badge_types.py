"""What the phone reads of club badges: designing, the pool, nominations, handing them out."""

from __future__ import annotations

import graphene

from clubs.selectors.vouches import answers_for
from core.graphql import WITH_PARENT, NodeType, few
from credentials.graphql.design_types import DesignExample, PaletteChoice, ShapeChoice, SymbolChoice
from credentials.graphql.trust_types import EndorsementView, TrustLadder
from credentials.graphql.types import AchievementRef
from events.graphql.types import EventCard
from people.graphql.types import GroupRef


class ClubBadgeView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    achievement = graphene.Field(AchievementRef, required=True)
    group_id = graphene.ID(required=True)
    club_name = graphene.String(required=True)
    description = graphene.String(required=True)
    criterion = graphene.String(required=True)
    shape = graphene.String(required=True)
    palette = graphene.String(required=True)
    symbol = graphene.String(required=True)
    ribbon = graphene.String(required=True)
    nominations_needed = graphene.Int()
    pooled = graphene.Boolean(required=True)
    archived = graphene.Boolean(required=True)
    adapted_from = graphene.String(required=True)
    held = graphene.Int(required=True)
    trust = graphene.Field(TrustLadder, required=True)
    endorsements = few(
        EndorsementView, most=20, description="Read with `clubBadge`; a list of badges leaves them out."
    )
    may_change = graphene.Boolean(required=True)
    may_endorse = graphene.Boolean(required=True)
    endorse_as = few(
        GroupRef, most=100, description="Schools and organisations in whose name the reader may endorse it."
    )

    @staticmethod
    def resolve_endorse_as(root, info):
        return answers_for(info.context.user) if root.may_endorse else ()


class BadgeDesigner(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    shapes = few(ShapeChoice, most=10)
    palettes = few(PaletteChoice, most=20)
    symbols = few(SymbolChoice, most=100)
    examples = few(DesignExample, most=12)
    left = graphene.Int(
        description="How many badges the club may still make this week; null without a limit."
    )

    @staticmethod
    def resolve_shapes(root, info):
        return root.choices.shapes

    @staticmethod
    def resolve_palettes(root, info):
        return root.choices.palettes

    @staticmethod
    def resolve_symbols(root, info):
        return root.choices.symbols

    @staticmethod
    def resolve_examples(root, info):
        return root.choices.examples


class PoolBadge(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    achievement = graphene.Field(AchievementRef, required=True)
    criterion = graphene.String(required=True)
    club_name = graphene.String(required=True)
    taken = graphene.Boolean(required=True)


class PoolPage(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    items = few(PoolBadge, most=60)
    next = graphene.ID()


class NominationReason(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    by = graphene.String(required=True)
    reason = graphene.String(required=True)


class NominationPile(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    achievement = graphene.Field(AchievementRef, required=True)
    user_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    count = graphene.Int(required=True)
    needed = graphene.Int(required=True)
    reasons = few(NominationReason, most=20)


class RecogniseCandidate(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    initials = graphene.String(required=True)
    here = graphene.Boolean(required=True)
    has = graphene.Boolean(required=True)


class RecogniseScreen(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_id = graphene.ID(required=True)
    group_name = graphene.String(required=True)
    recent = few(AchievementRef, most=6)
    all = few(AchievementRef, most=100)
    people = few(RecogniseCandidate, most=200)
    event = graphene.Field(
        EventCard,
        description="The meeting that goes on or has just ended: *who is here* comes from it.",
    )
    achievement_id = graphene.ID()

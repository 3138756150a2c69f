"""What the phone reads of offers to people outside."""

from __future__ import annotations

import graphene
from django.utils.translation import gettext_lazy as _

from core.graphql import WITH_PARENT, NodeType, few
from credentials.enums import OfferState
from credentials.grade_words import result_in_words
from credentials.graphql.types import AchievementRef, Art
from credentials.models import Offer as OfferRow
from credentials.selectors.offerable import MOST_BADGES
from credentials.selectors.offers import place_figures

ON_PAPER = {OfferState.WAITING: _("Not printed yet"), OfferState.OFFERED: _("Printed")}


class OfferFigures(NodeType):
    """Everything offered from one place; empty where fewer than five were."""

    class Meta:
        visible_to = WITH_PARENT

    offered = graphene.Int()
    held = graphene.Int()
    declined = graphene.Int()
    expired = graphene.Int()
    claim_rate = graphene.Int(description="Whole per cent.")


class OfferPlace(NodeType):
    """In whose name somebody may offer: a class or club (`group`), or an issuer."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    kind = graphene.String(required=True, description="group | issuer")
    achievements = few(AchievementRef, most=MOST_BADGES)
    figures = graphene.Field(OfferFigures, required=True)

    def resolve_kind(self, info):
        return "group" if self.group is not None else "issuer"

    def resolve_figures(self, info):
        return place_figures(self)


class OfferCounts(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    total = graphene.Int(required=True)
    waiting = graphene.Int(required=True)
    sent = graphene.Int(required=True)
    opened = graphene.Int(required=True)
    failed = graphene.Int(required=True)
    held = graphene.Int(required=True)
    declined = graphene.Int(required=True)
    expired = graphene.Int(required=True)
    cancelled = graphene.Int(required=True)
    claim_rate = graphene.Int(description="Whole per cent of those it reached.")


class OfferRoundView(NodeType):
    """One act of offering."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    badge_name = graphene.String(required=True)
    art = graphene.Field(Art, required=True)
    place_name = graphene.String(required=True)
    note = graphene.String(required=True)
    language = graphene.String(required=True)
    made_at = graphene.DateTime(required=True)
    send_at = graphene.DateTime(required=True)
    undo_until = graphene.DateTime(required=True)
    expires_at = graphene.DateTime(required=True)
    on_paper = graphene.Boolean(required=True)
    stage = graphene.String(
        required=True, description="undoable | planned | to_print | sending | open | over | undone"
    )
    counts = graphene.Field(OfferCounts, required=True)
    median_hours = graphene.Float(description="Half of those who took it did so within; none below five.")


class OfferView(NodeType):
    """One person of the list; the address is there until the offer is answered or over."""

    class Meta:
        visible_to = OfferRow
        name = "Offer"

    id = graphene.ID(required=True)
    position = graphene.Int(required=True)
    email = graphene.String(required=True)
    name = graphene.String(required=True)
    result = graphene.String(required=True, description="The grade that waits with it, with its scale.")
    state = graphene.String(required=True)
    state_label = graphene.String(required=True)
    mailed_at = graphene.DateTime()
    mail_due_at = graphene.DateTime()
    reminded = graphene.Int(required=True)
    quiet_at = graphene.DateTime(description="When the person asked for no more letters.")
    ended_at = graphene.DateTime()

    def resolve_result(self, info):
        return result_in_words(self.round.batch.version.result_scale, self.result) if self.result else ""

    def resolve_state_label(self, info):
        if self.round.on_paper and self.state in ON_PAPER:
            return ON_PAPER[self.state]
        return OfferState(self.state).label

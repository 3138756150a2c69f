"""What the phone reads of applications for badges."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from credentials.graphql.evidence_types import EvidenceView
from credentials.graphql.types import MOST_OUTCOMES, AchievementRef, OutcomeText, ResultScale
from credentials.services.applications import MOST_PIECES


class ApplicationDeskView(NodeType):
    """Where one may apply for a badge, and who reads what is sent."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    achievement = graphene.Field(AchievementRef, required=True)
    badge_name = graphene.String(required=True)
    place_name = graphene.String(required=True)
    who_reads = graphene.String(required=True)
    outcomes = few(OutcomeText, most=MOST_OUTCOMES)
    open = graphene.Boolean(required=True)
    mine = graphene.ID(description="The application one has made for this badge last.")


class ApplicationAnswer(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    decision = graphene.String(required=True)
    label = graphene.String(required=True)
    hint = graphene.String(required=True)
    by = graphene.String(required=True)
    at = graphene.DateTime(required=True)


class LearnerApplicationView(NodeType):
    """ "I can do this already", with everything that is needed to judge it."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    achievement = graphene.Field(AchievementRef, required=True)
    badge_name = graphene.String(required=True)
    place_name = graphene.String(required=True)
    mine = graphene.Boolean(required=True)
    applicant_name = graphene.String(required=True, description="For the assessor; empty on one's own.")
    state = graphene.String(required=True)
    state_label = graphene.String(required=True)
    statement = graphene.String(required=True)
    created_at = graphene.DateTime(required=True)
    waiting_since = graphene.DateTime(required=True)
    evidence = few(EvidenceView, most=MOST_PIECES)
    answers = few(ApplicationAnswer, most=30)
    outcomes = few(OutcomeText, most=MOST_OUTCOMES)
    assessor_note = graphene.String(required=True)
    result_scale = graphene.Field(
        ResultScale, description="For the assessor: the badge may be given a grade."
    )
    credential_id = graphene.ID()

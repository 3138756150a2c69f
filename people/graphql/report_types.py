"""What the phone reads of reports: the desk of who decides, and what concerns the author."""

from __future__ import annotations

import graphene
from django.utils import timezone

from core.graphql import WITH_PARENT, NodeType, few
from people.enums import ReportReason
from people.reporting import label_of
from people.selectors.reports import reports_in_care_of
from people.services.reports import may_appeal


class ReportView(NodeType):
    """For who decides. Who reported is not told: what is reported is judged, not who did."""

    class Meta:
        visible_to = reports_in_care_of

    id = graphene.ID(required=True)
    kind = graphene.String(required=True)
    kind_label = graphene.String(required=True)
    snapshot = graphene.String(required=True)
    reason = graphene.String(required=True)
    reason_label = graphene.String(required=True)
    details = graphene.String(required=True)
    author_name = graphene.String(required=True)
    created_at = graphene.DateTime(required=True)
    due_at = graphene.DateTime(required=True)
    hidden = graphene.Boolean(required=True)
    decision = graphene.String(required=True)
    decision_reason = graphene.String(required=True)
    appeal = graphene.String(required=True)
    appeal_decision = graphene.String(required=True)
    appeal_reason = graphene.String(required=True)

    @staticmethod
    def resolve_kind_label(root, info):
        return label_of(root.kind)

    @staticmethod
    def resolve_reason_label(root, info):
        return str(ReportReason(root.reason).label)

    @staticmethod
    def resolve_author_name(root, info):
        return root.author.get_full_name() or root.author.public_name if root.author else ""

    @staticmethod
    def resolve_due_at(root, info):
        return root.due

    @staticmethod
    def resolve_hidden(root, info):
        return root.hidden_at is not None


class ReportPage(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    items = few(ReportView, most=100)
    next = graphene.ID()


class DecisionView(NodeType):
    """For the author: what was hidden, what was decided and why; never who reported it."""

    class Meta:
        visible_to = WITH_PARENT

    report_id = graphene.ID(required=True)
    kind_label = graphene.String(required=True)
    snapshot = graphene.String(required=True)
    decision = graphene.String(required=True)
    reason = graphene.String(required=True)
    decided_at = graphene.DateTime()
    may_appeal = graphene.Boolean(required=True)
    appealed = graphene.Boolean(required=True)
    appeal_decision = graphene.String(required=True)

    @staticmethod
    def resolve_report_id(root, info):
        return root.pk

    @staticmethod
    def resolve_kind_label(root, info):
        return label_of(root.kind)

    @staticmethod
    def resolve_reason(root, info):
        return root.outcome_reason

    @staticmethod
    def resolve_decided_at(root, info):
        return root.appeal_decided_at or root.decided_at

    @staticmethod
    def resolve_may_appeal(root, info):
        return may_appeal(root, timezone.now())

    @staticmethod
    def resolve_appealed(root, info):
        return root.appealed_at is not None

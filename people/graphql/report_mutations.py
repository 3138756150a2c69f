"""Reporting, deciding, appealing; and asking a guardian."""

from __future__ import annotations

import graphene
from django.utils.translation import get_language

from core.access import as_uuid
from core.graphql import SELF, Mutation
from core.qr_codes import qr_svg
from people.consent_texts import text_for
from people.graphql.report_types import DecisionView, ReportView
from people.models import Report as ReportRow
from people.rules import APPEAL_DECISION, ASK_CONSENT, DECIDE_REPORT, REPORT
from people.services import consents, reports


class AskConsent(Mutation):
    """Ask a guardian: the secret link is answered once and handed over by the student."""

    class Meta:
        permission = ASK_CONSENT
        target = SELF

    class Input:
        purpose = graphene.String(required=True)
        about_id = graphene.ID()

    url = graphene.String()
    qr_svg = graphene.String()

    @classmethod
    def act(cls, actor, target, *, purpose, about_id=None):
        about = as_uuid(about_id)
        text = text_for(target, purpose, about)
        _consent, url = consents.ask_consent(
            target, purpose, about, text=text, actor=actor, language=get_language() or "pl"
        )
        return {"url": url, "qr_svg": qr_svg(url)}


class Report(Mutation):
    """Point at what somebody wrote or drew; it is hidden at once and looked at later."""

    class Meta:
        permission = REPORT
        target = SELF

    class Input:
        kind = graphene.String(required=True)
        object_id = graphene.ID(required=True)
        reason = graphene.String(required=True)
        details = graphene.String()

    @classmethod
    def act(cls, actor, target, *, kind, object_id, reason, details=None):
        reports.report(target, kind=kind, object_id=as_uuid(object_id), reason=reason, details=details or "")


class DecideReport(Mutation):
    """It stays, or it is taken down; the author and who reported it hear of it."""

    class Meta:
        permission = DECIDE_REPORT
        target = ReportRow
        target_argument = "report_id"

    class Input:
        decision = graphene.String(required=True)
        reason = graphene.String()

    report = graphene.Field(ReportView)

    @classmethod
    def act(cls, actor, target, *, decision, reason=None):
        return {"report": reports.decide(target, decision=decision, reason=reason or "", actor=actor)}


class AppealDecision(Mutation):
    """Once, by the author; somebody else looks at it."""

    class Meta:
        permission = APPEAL_DECISION
        target = ReportRow
        target_argument = "report_id"

    class Input:
        text = graphene.String(required=True)

    decision = graphene.Field(DecisionView)

    @classmethod
    def act(cls, actor, target, *, text):
        return {"decision": reports.appeal(target, text=text, actor=actor)}

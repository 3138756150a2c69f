"""Reading people."""

from __future__ import annotations

from typing import Any

import graphene

from core.graphql import SELF, few, query_field
from core.paging import page
from people.graphql import report_types, types
from people.models import User
from people.rules import CHANGE_SELF, SEE_DECISIONS, SEE_REPORT_QUEUE
from people.selectors import oneself, reports

MOST_REPORTS = 100


class Queries:
    @query_field(
        types.Me, permission=CHANGE_SELF, target=SELF, description="Who is signed in; null for a stranger."
    )
    def me(info: Any, target: User) -> oneself.Me:
        memberships = info.context.once("memberships", lambda: oneself.memberships_of(target))
        return oneself.me(target, memberships)

    @query_field(
        graphene.NonNull(report_types.ReportPage),
        permission=SEE_REPORT_QUEUE,
        target=SELF,
        decided=graphene.Boolean(default_value=False),
        limit=graphene.Int(default_value=30),
        after=graphene.ID(),
        description="Reports in the person's care, the most urgent first.",
    )
    def report_queue(info, target, decided=False, limit=30, after=None):
        limit = max(1, min(limit, MOST_REPORTS))
        rows = page(reports.report_queue(target, decided=decided), limit=limit + 1, after=after)
        return {"items": rows[:limit], "next": rows[limit - 1].pk if len(rows) > limit else None}

    @query_field(
        few(report_types.DecisionView, most=50),
        permission=SEE_DECISIONS,
        target=SELF,
        description="Decisions about what the person wrote or drew, with the way to appeal.",
    )
    def decisions_about_me(info, target):
        return reports.decisions_about(target)

"""Reading badges. Each field names its permission; the selectors do the reading."""

from __future__ import annotations

from typing import Any

import graphene
from django.utils import timezone

from core.graphql import SELF, few, query_field
from credentials import rules
from credentials.graphql import types
from credentials.models import Achievement, Credential
from credentials.selectors.achievement_details import AchievementDetail as Detail
from credentials.selectors.achievement_details import achievement_detail
from credentials.selectors.badges import BadgeView, badge_view, shelf_page
from credentials.selectors.claim_sheets import MOST_SHEETS, claim_sheets
from people.models import Group


class Queries:
    @query_field(
        graphene.NonNull(types.BadgePage),
        permission=rules.VIEW_OWN,
        target=SELF,
        limit=graphene.Int(default_value=60),
        after=graphene.ID(),
    )
    def my_badges(info, target, limit=60, after=None):
        return shelf_page(target, limit=limit, after=after)

    @query_field(
        few(types.ClaimSheetView, most=MOST_SHEETS),
        permission=rules.PRINT_CLAIM_CODES,
        target=Group,
        target_argument="group_id",
        description="Sheets of printed codes that still work: what is on them, never the codes.",
    )
    def claim_sheets(info, target):
        return claim_sheets(target, timezone.now())

    @query_field(types.Badge, permission=rules.VIEW_CREDENTIAL, target=Credential, target_argument="id")
    def badge(info: Any, target: Credential) -> BadgeView:
        return badge_view(target, info.context.user)

    @query_field(
        types.AchievementDetail,
        permission=rules.VIEW_ACHIEVEMENT,
        target=Achievement,
        target_argument="id",
        description="What the signed-in person may see of an achievement before earning it: full description.",
    )
    def achievement(info: Any, target: Achievement) -> Detail:
        return achievement_detail(target, info.context.user)

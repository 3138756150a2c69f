"""Reading badges. Each field names its permission; the selectors do the reading."""

from __future__ import annotations

from typing import Any

import graphene

from core.graphql import SELF, query_field
from credentials import rules
from credentials.graphql import types
from credentials.models import Achievement, Credential
from credentials.selectors.achievement_details import AchievementDetail as Detail
from credentials.selectors.achievement_details import achievement_detail
from credentials.selectors.badges import BadgeView, badge_view, shelf_page


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

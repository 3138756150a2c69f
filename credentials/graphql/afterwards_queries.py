"""Reading what became of badges. Each field names its permission; the selectors do the reading."""

from __future__ import annotations

from typing import Any

import graphene

from core.graphql import SELF, few, query_field
from credentials import afterwards_rules as rules
from credentials.graphql import afterwards_types as types
from credentials.models import AnsweredCredential, Credential
from credentials.selectors import answered_views
from credentials.selectors.histories import BadgeStory, story_of
from credentials.selectors.signed_endorsements import endorsing_screen
from credentials.selectors.stacking_progress import MOST_BEGUN, begun_by
from people.models import Group


class AfterwardsQueries:
    @query_field(
        graphene.NonNull(types.AnsweredPage),
        permission=rules.SEE_ANSWERED,
        target=SELF,
        description="Badges for which one answers: given in one's groups, by one's issuer, in one's school.",
        search=graphene.String(),
        limit=graphene.Int(default_value=30),
        after=graphene.ID(),
    )
    def answered_credentials(info, target, search="", limit=30, after=None):
        return answered_views.answered_page(target, search=search or "", limit=limit, after=after)

    @query_field(
        types.AnsweredCredential,
        permission=rules.ANSWER_FOR,
        target=AnsweredCredential,
        target_argument="id",
    )
    def answered_credential(info: Any, target: AnsweredCredential) -> answered_views.AnsweredView:
        return answered_views.answered_view(target, info.context.user)

    @query_field(
        types.BadgeStory,
        permission=rules.VIEW_STORY,
        target=Credential,
        target_argument="id",
        description="What became of one's own badge, and what it counts for.",
    )
    def badge_story(info: Any, target: Credential) -> BadgeStory:
        return story_of(target, info.context.user)

    @query_field(
        few(types.StackProgress, most=MOST_BEGUN),
        permission=rules.SEE_ANSWERED,
        target=SELF,
        description="Larger badges of which one holds a part and not the whole, the nearest first.",
    )
    def larger_badges(info, target):
        return begun_by(target)

    @query_field(
        graphene.NonNull(types.EndorsingScreen),
        permission=rules.SEE_ANSWERED,
        target=SELF,
        description="In whose name one may endorse formal badges of others, what was said, and what a search finds.",
        search=graphene.String(),
    )
    def endorsing(info, target, search=""):
        return endorsing_screen(target, search or "")

    @query_field(
        few(types.Renewable, most=answered_views.MOST_BADGES),
        permission=rules.RENEW,
        target=Group,
        target_argument="group_id",
        description="Badges of people of the group that are over or end within 60 days.",
    )
    def renewable(info, target):
        return answered_views.renewable_in(target)

    @query_field(
        few(types.StackReviewLine, most=answered_views.MOST_REVIEWS),
        permission=rules.SEE_ANSWERED,
        target=SELF,
        description="Larger badges of one's issuers, one part of which was taken back: to be decided.",
    )
    def stack_reviews(info, target):
        return answered_views.reviews_waiting(target)

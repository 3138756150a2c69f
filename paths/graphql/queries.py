"""Reading paths. Each field names its permission; the selectors do the reading."""

from __future__ import annotations

from typing import Any

import graphene

from core.access import NotFound, access, as_uuid, visible_to
from core.graphql import SELF, few, query_field
from paths import rules
from paths.graphql import types
from paths.models import Enrollment, Submission
from paths.selectors import assignable, quest_maps, reviews, step_details
from paths.selectors.ready_phrases import ready_phrases
from paths.selectors.standings import standings
from people.models import Group
from people.rules import CHANGE_SELF, LEAD_GROUP


class Queries:
    @query_field(few(types.PathCard, most=50), permission=CHANGE_SELF, target=SELF)
    def my_paths(info, target):
        return quest_maps.path_cards(standings(quest_maps.running_of(target)))

    @query_field(types.QuestMap, permission=rules.VIEW_ENROLLMENT, target=Enrollment, target_argument="id")
    def quest_map(info, target):
        return quest_maps.quest_map(target)

    @query_field(
        types.StepDetail,
        permission=rules.VIEW_ENROLLMENT,
        target=Enrollment,
        step_id=graphene.ID(required=True),
    )
    def step(info, target, step_id):
        key = as_uuid(step_id)
        found = step_details.step_detail(target, key) if key else None
        if found is None:
            raise NotFound
        return found

    @query_field(
        few(types.AssignablePath, most=assignable.MOST_PATHS), permission=rules.ASSIGN_PATH, target=Group
    )
    def assignable_paths(info: Any, target: Group) -> list[assignable.AssignablePath]:
        return assignable.assignable_paths(info.context.user, target)

    @query_field(
        graphene.NonNull(types.ReviewPage),
        permission=CHANGE_SELF,
        target=SELF,
        group_id=graphene.ID(),
        limit=graphene.Int(default_value=20),
        after=graphene.ID(),
        description="The work that waits for this teacher, the oldest first; of one class or of all.",
    )
    def to_review(info, target, group_id=None, limit=20, after=None):
        groups = [access(target, LEAD_GROUP, Group, group_id)] if group_id else None
        return reviews.page_of_reviews(reviews.waiting_for(target, groups), limit=limit, after=after)

    @query_field(
        types.ReviewItem, permission=rules.REVIEW_WORK, target=Submission, target_argument="submission_id"
    )
    def review(info: Any, target: Submission) -> reviews.ReviewItem:
        return reviews.review_item(
            reviews.with_everything(visible_to(info.context.user, Submission)).get(pk=target.pk)
        )

    @query_field(graphene.NonNull(types.ReadyPhrases), permission=CHANGE_SELF, target=SELF)
    def ready_phrases(info, target):
        return ready_phrases()

"""What the home screens and the feed read. Values are the frozen dataclasses of `classroom.selectors`."""

from __future__ import annotations

import graphene

from classroom.selectors.shared_goals import class_progress
from core.graphql import WITH_PARENT, NodeType, few
from credentials.graphql.types import AchievementRef, Badge
from paths.graphql.types import PathCard
from people.graphql.types import FeedLine, GroupRef


class NextStep(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    enrollment_id = graphene.ID(required=True)
    step_id = graphene.ID(required=True)
    path_title = graphene.String(required=True)
    step_title = graphene.String(required=True)
    state = graphene.String(required=True)
    line = graphene.String(required=True)


class NearBadge(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    achievement = graphene.Field(AchievementRef, required=True)
    steps_left = graphene.Int(required=True)
    enrollment_id = graphene.ID(required=True)
    step_id = graphene.ID(required=True)


class Notice(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    line = graphene.String(required=True)
    at = graphene.DateTime(required=True)


class ClassProgress(NodeType):
    """From `classroom.selectors.shared_goals.ClassProgress`."""

    class Meta:
        visible_to = WITH_PARENT

    path_id = graphene.ID(required=True)
    title = graphene.String(required=True)
    done = graphene.Int(required=True)
    of = graphene.Int(required=True)


class FeedPage(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    items = few(FeedLine, most=200)
    next = graphene.ID()
    together = few(
        ClassProgress,
        most=5,
        description="Steps of the whole group on its paths; never of fewer than five people.",
    )

    @staticmethod
    def resolve_together(root, info):
        return class_progress(root.group_id)


class StudentHome(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    groups = few(GroupRef, most=30)
    next = graphene.Field(NextStep, description="The one next step over all paths.")
    paths = few(PathCard, most=20)
    latest_badges = few(Badge, most=8)
    badge_count = graphene.Int(required=True)
    near = few(NearBadge, most=4, description="Badges within reach, shown as outlines.")
    celebrations = few(Badge, most=20, description="Not yet celebrated, oldest first.")
    notices = few(
        Notice,
        most=10,
        description="Calm lines the person has to read once (an award taken back, and so on).",
    )
    feed = few(FeedLine, most=5)


class NeedsMeItem(NodeType):
    class Meta:
        visible_to = WITH_PARENT
        description = "kind: review | topic | stuck | ready"

    kind = graphene.String(required=True)
    group_id = graphene.ID(required=True)
    group_name = graphene.String(required=True)
    student_id = graphene.ID(required=True)
    student_name = graphene.String(required=True)
    step_title = graphene.String(required=True)
    path_title = graphene.String(required=True)
    submission_id = graphene.ID()
    enrollment_id = graphene.ID(required=True)
    since = graphene.DateTime(required=True)
    line = graphene.String(required=True)
    achievement_id = graphene.ID()


class PersonRef(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    group_id = graphene.ID(required=True)
    group_name = graphene.String(required=True)


class ClassCard(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    students = graphene.Int(required=True)
    to_review = graphene.Int(required=True)
    stuck = graphene.Int(required=True)
    ready = graphene.Int(required=True)
    path_titles = graphene.List(graphene.NonNull(graphene.String), required=True)
    sign_in_open_until = graphene.DateTime()
    led = graphene.Boolean(
        required=True, description="The person teaches here; else they only keep the list and the cards."
    )


class RecentAward(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    batch_id = graphene.ID(required=True)
    achievement = graphene.Field(AchievementRef, required=True)
    group_id = graphene.ID(required=True)
    group_name = graphene.String(required=True)
    people = graphene.Int(required=True)
    at = graphene.DateTime(required=True)
    undo_until = graphene.DateTime(required=True)
    cancelled = graphene.Boolean(required=True)


class TeacherHome(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    classes = few(ClassCard, most=100)
    needs_me = few(NeedsMeItem, most=30)
    needs_me_total = graphene.Int(required=True)
    not_recognised = few(
        PersonRef, most=12, description="Whom have I not recognised for weeks? Private to the teacher."
    )
    recent_awards = few(RecentAward, most=6)
    held_rate = graphene.Int(
        description="Share of badges held within a lesson of being awarded, in percent; "
        "null before the first award."
    )

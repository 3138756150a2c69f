"""What the phone reads of paths. Values are the frozen dataclasses of `paths.selectors`; field names are theirs."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from credentials.graphql.evidence_types import EvidenceView
from credentials.graphql.types import AchievementRef, OutcomeText
from paths.selectors.assignable import MOST_GRANTS

MOST_STEPS, MOST_SECTIONS, MOST_CHOICES, MOST_PIECES = 20, 8, 60, 10


class StepNode(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    position = graphene.Int(required=True)
    kind = graphene.String(required=True)
    kind_label = graphene.String(required=True)
    title = graphene.String(required=True)
    state = graphene.String(
        required=True,
        description="locked | open | chosen | topic_proposed | topic_agreed | handed_in | not_yet | done",
    )
    required = graphene.Boolean(required=True)
    milestone = graphene.Boolean(required=True)
    team = graphene.Boolean(required=True)
    badge = graphene.Field(AchievementRef, description="The badge it carries or that was chosen.")
    chosen_title = graphene.String(required=True)


class QuestSection(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    key = graphene.String(required=True)
    title = graphene.String(required=True)
    done = graphene.Int(required=True)
    of = graphene.Int(required=True)
    steps = few(StepNode, most=MOST_STEPS)


class PathCard(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    enrollment_id = graphene.ID(required=True)
    path_id = graphene.ID(required=True)
    title = graphene.String(required=True)
    description = graphene.String(required=True)
    group_name = graphene.String(required=True)
    done = graphene.Int(required=True)
    of = graphene.Int(required=True)
    due_on = graphene.Date()
    completed = graphene.Boolean(required=True)
    next = graphene.Field(StepNode)


class QuestMap(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    enrollment_id = graphene.ID(required=True)
    path_id = graphene.ID(required=True)
    title = graphene.String(required=True)
    description = graphene.String(required=True)
    group_id = graphene.ID(required=True)
    group_name = graphene.String(required=True)
    due_on = graphene.Date()
    done = graphene.Int(required=True)
    of = graphene.Int(required=True)
    completed = graphene.Boolean(required=True)
    next_step_id = graphene.ID()
    sections = few(QuestSection, most=MOST_SECTIONS)


class ChoiceOption(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    achievement = graphene.Field(AchievementRef, required=True)
    description = graphene.String(required=True)
    how_to_earn = graphene.String(required=True)
    workload_hours = graphene.Float()
    taken = graphene.Boolean(required=True)
    chosen = graphene.Boolean(required=True)


class QuizOption(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.String(required=True)
    text = graphene.String(required=True)


class QuizQuestion(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.String(required=True)
    text = graphene.String(required=True)
    kind = graphene.String(required=True, description="single | multiple")
    options = few(QuizOption, most=10)


class QuizResult(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    question_id = graphene.String(required=True)
    right = graphene.Boolean(required=True)
    explanation = graphene.String(required=True)


class SubmissionView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    state = graphene.String(required=True)
    topic = graphene.String(required=True)
    reflection = graphene.String(required=True)
    hint = graphene.String(required=True)
    hint_from = graphene.String(required=True)
    evidence = few(EvidenceView, most=MOST_PIECES)
    changed_at = graphene.DateTime(required=True)
    may_submit = graphene.Boolean(required=True)
    may_withdraw = graphene.Boolean(required=True)


class StepDetail(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    enrollment_id = graphene.ID(required=True)
    path_title = graphene.String(required=True)
    group_id = graphene.ID(required=True)
    node = graphene.Field(StepNode, required=True)
    description = graphene.String(required=True)
    why = graphene.String(required=True)
    example = graphene.String(required=True)
    estimated_hours = graphene.Float(required=True)
    verified_by = graphene.String(required=True)
    needs_topic = graphene.Boolean(required=True)
    evidence_kinds = few(graphene.String, most=5)
    sensitivity = graphene.String(required=True)
    who_sees = graphene.String(required=True)
    kept_until = graphene.String(required=True)
    choices = few(ChoiceOption, most=MOST_CHOICES)
    outcomes = few(OutcomeText, most=20)
    quiz = few(QuizQuestion, most=20)
    submission = graphene.Field(SubmissionView)
    credential_id = graphene.ID()
    previous_step_id = graphene.ID()
    next_step_id = graphene.ID()


class AssignablePath(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    title = graphene.String(required=True)
    description = graphene.String(required=True)
    hours = graphene.Float(required=True)
    weeks = graphene.Int(required=True)
    step_count = graphene.Int(required=True)
    badge_count = graphene.Int(required=True)
    grants = few(AchievementRef, most=MOST_GRANTS)
    assigned = graphene.Boolean(required=True)
    already_on = graphene.Int(required=True)
    suitable = graphene.Boolean(required=True)
    assignment_id = graphene.ID()
    step_titles = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="In the order of the path."
    )
    step_sections = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="The section of each step, in the same order.",
    )


class ReadyPhrases(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    not_yet = few(graphene.String, most=20)
    accepted = few(graphene.String, most=20)


class ReviewNote(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    decision = graphene.String(required=True)
    hint = graphene.String(required=True)
    by = graphene.String(required=True)
    at = graphene.DateTime(required=True)


class ReviewItem(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    submission_id = graphene.ID(required=True)
    enrollment_id = graphene.ID(required=True)
    step_id = graphene.ID(required=True)
    group_id = graphene.ID(required=True)
    group_name = graphene.String(required=True)
    student_id = graphene.ID(required=True)
    student_name = graphene.String(required=True)
    path_title = graphene.String(required=True)
    step_title = graphene.String(required=True)
    state = graphene.String(required=True)
    topic = graphene.String(required=True)
    reflection = graphene.String(required=True)
    waiting_since = graphene.DateTime()
    task = graphene.String(required=True)
    example = graphene.String(required=True)
    outcomes = few(OutcomeText, most=20)
    assessor_note = graphene.String(required=True)
    sensitivity = graphene.String(required=True)
    badge = graphene.Field(AchievementRef)
    evidence = few(EvidenceView, most=MOST_PIECES)
    history = few(ReviewNote, most=30)


class ReviewPage(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    items = few(ReviewItem, most=50)
    next = graphene.ID()
    total = graphene.Int(required=True)

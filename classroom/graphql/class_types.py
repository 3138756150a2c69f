"""What the screens of one class read: board, list, one student, projector, awarding."""

from __future__ import annotations

import graphene

from classroom.graphql.home_types import PersonRef
from core.graphql import WITH_PARENT, NodeType, few
from credentials.graphql.types import AchievementDetail, AchievementRef, Badge
from paths.graphql.types import QuestSection


class BoardPath(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    title = graphene.String(required=True)
    assignment_id = graphene.ID(required=True)


class BoardStep(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    title = graphene.String(required=True)
    kind = graphene.String(required=True)
    required = graphene.Boolean(required=True)
    milestone = graphene.Boolean(required=True)
    section = graphene.String(required=True)


class BoardRow(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    student_id = graphene.ID(required=True)
    enrollment_id = graphene.ID()
    name = graphene.String(required=True)
    cells = graphene.String(required=True)
    done = graphene.Int(required=True)
    review = graphene.Boolean(required=True)
    stuck = graphene.Boolean(required=True)
    ready = graphene.Boolean(required=True)
    badges = graphene.Int(required=True)
    submission_id = graphene.ID()


class ClassBoard(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    sign_in_open_until = graphene.DateTime()
    paths = few(BoardPath, most=30)
    path_id = graphene.ID()
    due_on = graphene.Date()
    to_review = graphene.Int(required=True)
    stuck = graphene.Int(required=True)
    ready = graphene.Int(required=True)
    steps = few(BoardStep, most=60)
    rows = few(
        BoardRow,
        most=100,
        description="One row a student, in register order; `cells` has one character a step: "
        ". open  c chosen  t topic proposed  a topic agreed  h handed in  n not yet  d done",
    )


class RosterStudent(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    given_name = graphene.String(required=True)
    family_name = graphene.String(required=True)
    nickname = graphene.String(required=True)
    born_on = graphene.Date()
    has_card = graphene.Boolean(required=True)
    run_by_school = graphene.Boolean(required=True, description="Not taken over by the student.")
    signed_in_once = graphene.Boolean(required=True)


class ClassRoster(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    school_id = graphene.ID(required=True)
    sign_in_open_until = graphene.DateTime()
    led = graphene.Boolean(
        required=True, description="Whether the viewer teaches it: then it has a board to open."
    )
    students = few(RosterStudent, most=200)
    teachers = few(PersonRef, most=30)


class StudentPath(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    enrollment_id = graphene.ID(required=True)
    title = graphene.String(required=True)
    done = graphene.Int(required=True)
    of = graphene.Int(required=True)
    sections = few(QuestSection, most=8)


class ClassStudent(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    group_id = graphene.ID(required=True)
    group_name = graphene.String(required=True)
    paths = few(StudentPath, most=5)
    badges = few(Badge, most=40)


class ProjectorSection(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    title = graphene.String(required=True)
    done = graphene.Int(required=True)
    of = graphene.Int(required=True)


class ProjectorBadge(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    achievement = graphene.Field(AchievementRef, required=True)
    people = graphene.Int(required=True)
    at = graphene.DateTime(required=True)


class Projector(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_name = graphene.String(required=True)
    students = graphene.Int(required=True)
    path_title = graphene.String(required=True)
    steps_done = graphene.Int(required=True)
    steps_of = graphene.Int(required=True)
    badges = graphene.Int(required=True)
    sections = few(ProjectorSection, most=12)
    latest = few(ProjectorBadge, most=6)
    sign_in_open_until = graphene.DateTime()


class AwardCandidate(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    student_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    has = graphene.Boolean(required=True)
    ready = graphene.Boolean(required=True)
    line = graphene.String(required=True)


class AwardScreen(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_id = graphene.ID(required=True)
    group_name = graphene.String(required=True)
    recent = few(AchievementRef, most=6)
    all = few(AchievementRef, most=100)
    achievement = graphene.Field(AchievementDetail)
    candidates = few(AwardCandidate, most=100)

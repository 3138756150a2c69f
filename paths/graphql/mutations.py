"""Acting on paths. A door asks who (permission, target); the service it calls asks whether."""

from __future__ import annotations

import graphene

from core.access import NotFound, access, as_uuid, visible_to
from core.graphql import Mutation, few, mutations
from core.graphql.scalars import JSON
from core.translated import in_language
from credentials.graphql.evidence_types import EvidenceInput, pieces_of
from credentials.models import Achievement, Evidence
from credentials.rules import VIEW_ACHIEVEMENT, VIEW_EVIDENCE
from paths import rules
from paths.graphql import types
from paths.models import Enrollment, LearningPath, PathAssignment, Step, Submission
from paths.selectors import reviews, standings, step_details
from paths.selectors.boards import cells_of
from paths.services import assigning, reviewing, working
from people.models import Group, User


def step_on(enrollment: Enrollment, step_id: object) -> Step:
    """The step, if it is one of this path; else the same answer as for one that does not exist."""
    key = as_uuid(step_id)
    steps = Step.objects.filter(path_id=enrollment.path_id).select_related("achievement__current_version")
    step = steps.filter(pk=key).first() if key else None
    if step is None:
        raise NotFound
    return step


class AssignPath(Mutation):
    """Give a path to a class, or to some of its students, with a date."""

    class Meta:
        permission = rules.ASSIGN_PATH
        target = Group

    class Input:
        path_id = graphene.ID(required=True)
        due_on = graphene.Date()
        student_ids = graphene.List(graphene.NonNull(graphene.ID))

    assignment_id = graphene.ID()
    people = graphene.Int()

    @classmethod
    def act(cls, actor, target, *, path_id, due_on=None, student_ids=None):
        path = access(actor, rules.VIEW_PATH, LearningPath, path_id)
        students = None
        if student_ids is not None:
            students = members_of(actor, target, student_ids)
        assignment, people = assigning.assign_path(
            path, target, actor=actor, due_on=due_on, students=students
        )
        return {"assignment_id": assignment.pk, "people": people}


def members_of(actor: User, group: Group, student_ids: list[object]) -> list[User]:
    """The group's learners with these ids; NotFound if only one of them is not among them."""
    wanted = {as_uuid(one) for one in student_ids[:200]}
    found = list(
        visible_to(actor, User).filter(
            pk__in=[one for one in wanted if one], memberships__group=group, memberships__left_at=None
        )
    )
    if None in wanted or len(found) != len(wanted):
        raise NotFound
    return found


class UnassignPath(Mutation):
    class Meta:
        permission = rules.UNASSIGN_PATH
        target = PathAssignment
        target_argument = "assignment_id"

    @classmethod
    def act(cls, actor, target):
        assigning.unassign_path(target, actor=actor)


class WorkMutation(Mutation):
    """Base of what is done on a step; answers the step as it is afterwards."""

    class Meta:
        abstract = True

    step = graphene.Field(types.StepDetail)

    @classmethod
    def answer(cls, enrollment, step):
        return {"step": step_details.step_detail(enrollment, step.pk)}


class ChooseAction(WorkMutation):
    class Meta:
        permission = rules.WORK_ON_STEP
        target = Enrollment

    class Input:
        step_id = graphene.ID(required=True)
        achievement_id = graphene.ID(required=True)

    @classmethod
    def act(cls, actor, target, *, step_id, achievement_id):
        step = step_on(target, step_id)
        achievement = access(actor, VIEW_ACHIEVEMENT, Achievement, achievement_id)
        working.choose_action(target, step, achievement, actor=actor)
        return cls.answer(target, step)


class ProposeTopic(WorkMutation):
    class Meta:
        permission = rules.WORK_ON_STEP
        target = Enrollment

    class Input:
        step_id = graphene.ID(required=True)
        topic = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, step_id, topic):
        step = step_on(target, step_id)
        working.propose_topic(target, step, topic, actor=actor)
        return cls.answer(target, step)


class HandIn(WorkMutation):
    class Meta:
        permission = rules.WORK_ON_STEP
        target = Enrollment

    class Input:
        step_id = graphene.ID(required=True)
        evidence = graphene.List(graphene.NonNull(EvidenceInput), required=True)
        reflection = graphene.String()

    @classmethod
    def act(cls, actor, target, *, step_id, evidence, reflection=""):
        step = step_on(target, step_id)
        pieces = pieces_of(evidence, working.MOST_PIECES)
        working.hand_in(target, step, pieces, actor=actor, reflection=reflection or "")
        return cls.answer(target, step)


class WithdrawEvidence(WorkMutation):
    class Meta:
        permission = rules.WITHDRAW_WORK
        target = Enrollment

    class Input:
        step_id = graphene.ID(required=True)
        evidence_id = graphene.ID(required=True)

    @classmethod
    def act(cls, actor, target, *, step_id, evidence_id):
        step = step_on(target, step_id)
        evidence = access(actor, VIEW_EVIDENCE, Evidence, evidence_id)
        working.withdraw_evidence(target, step, evidence, actor=actor)
        return cls.answer(target, step)


class ConfirmStep(WorkMutation):
    """A step that verifies itself: the student has read it, and answered its quiz when it has one."""

    class Meta:
        permission = rules.WORK_ON_STEP
        target = Enrollment

    class Input:
        step_id = graphene.ID(required=True)
        answers = JSON()

    results = few(types.QuizResult, most=20, required=False)
    passed = graphene.Boolean()

    @classmethod
    def act(cls, actor, target, *, step_id, answers=None):
        step = step_on(target, step_id)
        results, completed = working.confirm_step(target, step, actor=actor, answers=answers)
        explained = {str(question["id"]): in_language(question["explanation"]) for question in step.quiz}
        return {
            **cls.answer(target, step),
            "results": [
                {
                    "question_id": one.question_id,
                    "right": one.right,
                    "explanation": explained[one.question_id],
                }
                for one in results
            ],
            "passed": completed is not None,
        }


class ReviewMutation(Mutation):
    """Base of decisions; `next` is the piece that now waits longest in the same class."""

    class Meta:
        abstract = True

    submission_id = graphene.ID()
    next = graphene.ID()
    credential_id = graphene.ID()
    batch_id = graphene.ID()
    undo_until = graphene.DateTime()

    @classmethod
    def answer(cls, actor, submission, batch=None, credential_id=None):
        group = submission.enrollment.assignment.group
        waiting = reviews.waiting_for(actor, [group]).exclude(pk=submission.pk)
        return {
            "submission_id": submission.pk,
            "next": waiting.values_list("pk", flat=True).first(),
            "credential_id": credential_id,
            "batch_id": batch.pk if batch else None,
            "undo_until": batch.undo_until if batch else None,
        }


class AgreeTopic(ReviewMutation):
    class Meta:
        permission = rules.REVIEW_WORK
        target = Submission

    @classmethod
    def act(cls, actor, target):
        reviewing.agree_topic(target, actor=actor)
        return cls.answer(actor, target)


class AcceptWork(ReviewMutation):
    class Meta:
        permission = rules.REVIEW_WORK
        target = Submission

    class Input:
        note = graphene.String()

    @classmethod
    def act(cls, actor, target, *, note=""):
        completed = reviewing.accept(target, actor=actor, note=note or "")
        return cls.answer(actor, target, completed.batch, completed.completion.credential_id)


class AnswerNotYet(ReviewMutation):
    class Meta:
        permission = rules.REVIEW_WORK
        target = Submission

    class Input:
        hint = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, hint):
        reviewing.not_yet(target, hint, actor=actor)
        return cls.answer(actor, target)


class TickStep(Mutation):
    """Tick a step for a student during the lesson, also for one without a phone."""

    class Meta:
        permission = rules.TICK_STEP
        target = Enrollment

    class Input:
        step_id = graphene.ID(required=True)

    enrollment_id = graphene.ID()
    cells = graphene.String()
    batch_id = graphene.ID()

    @classmethod
    def act(cls, actor, target, *, step_id):
        completed = reviewing.tick(target, step_on(target, step_id), actor=actor)
        return _cells(target, completed.batch)


class UntickStep(Mutation):
    class Meta:
        permission = rules.TICK_STEP
        target = Enrollment

    class Input:
        step_id = graphene.ID(required=True)

    enrollment_id = graphene.ID()
    cells = graphene.String()
    batch_id = graphene.ID()

    @classmethod
    def act(cls, actor, target, *, step_id):
        reviewing.take_back(target, step_on(target, step_id), actor=actor)
        return _cells(target, None)


def _cells(enrollment, batch):
    (standing,) = standings.standings([enrollment])
    return {
        "enrollment_id": enrollment.pk,
        "cells": cells_of(standing),
        "batch_id": batch.pk if batch else None,
    }


Mutations = mutations(
    AssignPath, UnassignPath, ChooseAction, ProposeTopic, HandIn, WithdrawEvidence, ConfirmStep, AgreeTopic,
    AcceptWork, AnswerNotYet, TickStep, UntickStep,
)  # fmt: skip

"""What a learner does on a step: choose, agree the topic, hand in, take back a piece, confirm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.models import Achievement, Evidence
from credentials.services import requirements
from credentials.services.collecting import Piece, collect, withdraw
from paths import quiz
from paths.domain_events import (
    ActionChosen,
    EvidenceWithdrawn,
    TopicProposed,
    WorkHandedIn,
)
from paths.enums import MAY_HAND_IN, Decision, StepKind, SubmissionState, VerifiedBy
from paths.models import Enrollment, Step, StepCompletion, Submission
from paths.progress import choosable, is_open
from paths.services.completing import (
    Completed,
    chosen_achievements,
    complete,
    done_steps,
    used_in,
)
from paths.specs import steps_of
from people.audiences import for_student_in
from people.models import User

MOST_PIECES = 10
MAY_CHOOSE = (None, SubmissionState.CHOSEN, SubmissionState.TOPIC_PROPOSED, SubmissionState.NOT_YET)


def _announce(fact: Any, enrollment: Enrollment, actor: User) -> None:
    Enrollment.objects.filter(pk=enrollment.pk).update(active_at=timezone.now())
    emit(fact, actor=actor, audience=for_student_in(enrollment.student_id, enrollment.assignment.group_id))


def require_open_step(enrollment: Enrollment, step: Step) -> None:
    if step.path_id != enrollment.path_id:
        raise Refusal("STEP_NOT_ON_PATH", _("This step belongs to another path."), "step_id")
    path = steps_of(enrollment.path_id)
    done = done_steps([enrollment.pk])[enrollment.pk]
    if step.pk in done:
        raise Refusal("STEP_ALREADY_DONE", _("This step is already done."))
    if not is_open(path.spec(step.pk), path.specs, done.keys()):
        raise Refusal("STEP_NOT_OPEN", _("First finish the required steps before this one."))


def _submission(enrollment: Enrollment, step: Step) -> Submission | None:
    return Submission.objects.select_for_update().filter(enrollment=enrollment, step=step).first()


@transaction.atomic
def choose_action(enrollment: Enrollment, step: Step, achievement: Achievement, *, actor: User) -> Submission:
    """Pick what to do in a choice step; it may be changed until work is handed in. Refuses what the step does not
    offer and what another step of the path already uses."""
    require_open_step(enrollment, step)
    path = steps_of(enrollment.path_id)
    spec = path.spec(step.pk)
    used = used_in(
        done_steps([enrollment.pk])[enrollment.pk], chosen_achievements([enrollment.pk])[enrollment.pk]
    )
    if achievement.pk not in spec.choices:
        raise Refusal("NOT_A_CHOICE", _("This step does not offer that action."), "achievement_id")
    if achievement.pk not in choosable(spec, path.specs, used):
        raise Refusal(
            "ALREADY_USED", _("You have this action in another step of the path. Choose a different one."),
            "achievement_id",
        )  # fmt: skip
    submission = _submission(enrollment, step)
    if (submission.state if submission else None) not in MAY_CHOOSE:
        raise Refusal("CHOICE_FIXED", _("The topic is agreed, so talk to your teacher before you change it."))
    if submission is None:
        submission = Submission(enrollment=enrollment, step=step)
    submission.achievement = achievement
    submission.state = SubmissionState.CHOSEN
    submission.topic = ""
    submission.waiting_since = None
    submission.save()
    _announce(ActionChosen(enrollment_id=enrollment.pk, step_id=step.pk), enrollment, actor)
    return submission


@transaction.atomic
def propose_topic(enrollment: Enrollment, step: Step, topic: str, *, actor: User) -> Submission:
    """Tell the teacher what it will be about, before the work begins."""
    require_open_step(enrollment, step)
    words = clean_text(topic, limit=500, field="topic", required=True)
    if not step.needs_topic:
        raise Refusal("NO_TOPIC_NEEDED", _("This step needs no topic: hand in your work."))
    submission = _submission(enrollment, step) or Submission(enrollment=enrollment, step=step)
    if step.choose_count and submission.achievement_id is None:
        raise Refusal("CHOOSE_FIRST", _("First choose what you want to do."), "achievement_id")
    if submission.state not in (
        SubmissionState.CHOSEN,
        SubmissionState.TOPIC_PROPOSED,
        SubmissionState.NOT_YET,
    ):
        raise Refusal("TOPIC_FIXED", _("The topic is already agreed."))
    submission.topic = words
    submission.state = SubmissionState.TOPIC_PROPOSED
    submission.waiting_since = timezone.now()
    submission.save()
    _announce(TopicProposed(enrollment_id=enrollment.pk, step_id=step.pk), enrollment, actor)
    return submission


@transaction.atomic
def hand_in(
    enrollment: Enrollment,
    step: Step,
    pieces: Sequence[Piece],
    *,
    actor: User,
    reflection: str = "",
) -> Submission:
    """Hand in pieces of work: they are added to what is there. After a "not yet" as often as one likes."""
    require_open_step(enrollment, step)
    if step.verified_by == VerifiedBy.AUTO:
        raise Refusal("STEP_VERIFIES_ITSELF", _("This step needs no work: read it and confirm."))
    submission = _submission(enrollment, step) or Submission(enrollment=enrollment, step=step)
    if step.choose_count and submission.achievement_id is None:
        raise Refusal("CHOOSE_FIRST", _("First choose what you want to do."), "achievement_id")
    if step.needs_topic and not submission.topic:
        raise Refusal("TOPIC_FIRST", _("First agree the topic with your teacher."), "topic")
    if submission.state not in MAY_HAND_IN:
        raise Refusal("TOPIC_WAITS", _("Your teacher has not agreed the topic yet."))
    submission.reflection = clean_text(reflection, field="reflection") or submission.reflection
    evidence = collect(
        pieces,
        owner=enrollment.student,
        actor=actor,
        allowed=step.evidence_kinds,
        sensitivity=step.sensitivity,
    )
    had = submission.evidence.kept().count() if submission.pk and not submission._state.adding else 0
    if not evidence and not had:
        raise Refusal("NOTHING_HANDED_IN", _("Add a text, a link or a file first."), "evidence")
    if had + len(evidence) > MOST_PIECES:
        raise Refusal(
            "TOO_MANY_PIECES", _("Ten pieces are enough. Take one back to add another."), "evidence"
        )
    submission.state = SubmissionState.HANDED_IN
    submission.waiting_since = timezone.now()
    submission.handed_in_by = actor
    submission.save()
    submission.evidence.add(*evidence)
    _announce(WorkHandedIn(enrollment_id=enrollment.pk, step_id=step.pk), enrollment, actor)
    return submission


@transaction.atomic
def withdraw_evidence(enrollment: Enrollment, step: Step, evidence: Evidence, *, actor: User) -> Submission:
    """Take one piece back, until the work is accepted. Its content is deleted at once."""
    submission = _submission(enrollment, step)
    if submission is None or not submission.evidence.kept().filter(pk=evidence.pk).exists():
        raise Refusal("NO_SUCH_PIECE", _("This piece is not part of your work."), "evidence_id")
    if submission.state == SubmissionState.ACCEPTED:
        raise Refusal(
            "ALREADY_ACCEPTED", _("The work is accepted. Ask your teacher to take the decision back.")
        )
    withdraw(evidence)
    if not submission.evidence.kept().exists() and submission.state == SubmissionState.HANDED_IN:
        _reopen(submission)
    _announce(EvidenceWithdrawn(enrollment_id=enrollment.pk, step_id=step.pk), enrollment, actor)
    return submission


def _reopen(submission: Submission) -> None:
    """Back to where the step stood before anything was handed in; a hint stays, so that it can still be answered."""
    if submission.topic:
        submission.state = SubmissionState.TOPIC_AGREED
    elif submission.reviews.filter(decision=Decision.NOT_YET).exists():
        submission.state = SubmissionState.NOT_YET
    elif submission.achievement_id or submission.team_id:
        submission.state = SubmissionState.CHOSEN
    else:
        submission.delete()
        return
    submission.waiting_since = None
    submission.save()


@transaction.atomic
def confirm_step(
    enrollment: Enrollment, step: Step, *, actor: User, answers: Mapping[str, Any] | None = None
) -> tuple[list[quiz.Result], Completed | None]:
    """Complete a step that verifies itself: read, its quiz answered, or the requirements of its credential met.

    Answers the quiz results; the completion is None when an answer was wrong: tries are unlimited.
    """
    require_open_step(enrollment, step)
    if step.verified_by != VerifiedBy.AUTO:
        raise Refusal("STEP_NEEDS_REVIEW", _("Your teacher confirms this step."))
    results = quiz.check(step.quiz, answers)
    if not quiz.passed(results):
        Enrollment.objects.filter(pk=enrollment.pk).update(active_at=timezone.now())
        return results, None
    if step.kind == StepKind.CREDENTIAL and step.achievement is not None:
        return results, _claim_credential(enrollment, step, actor)
    return results, complete(enrollment, step, actor=actor, achievement=step.achievement)


def _claim_credential(enrollment: Enrollment, step: Step, actor: User) -> Completed:
    """The composite at the end: awarded when what it requires is there, in the name of who assigned the path."""
    achievement = step.achievement
    assert achievement is not None
    version = achievement.current_version
    if version is None or enrollment.student_id not in requirements.satisfied(
        version, [enrollment.student_id]
    ):
        raise Refusal(
            "REQUIREMENTS_MISSING", _("Some of the badges that this microcredential needs are still missing.")
        )
    return complete(
        enrollment, step, actor=enrollment.assignment.assigned_by or actor, achievement=achievement
    )


def completion_of(enrollment_id: UUID, step_id: UUID) -> StepCompletion | None:
    return (
        StepCompletion.objects.standing()
        .filter(enrollment_id=enrollment_id, step_id=step_id)
        .select_related("credential__batch")
        .first()
    )

"""What an assessor does: agree a topic, accept, answer "not yet", take a decision back, tick a step."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.enums import Sensitivity
from credentials.services import awarding
from paths.domain_events import NotYetAnswered, StepTakenBack, TopicAgreed
from paths.enums import Decision, StepKind, SubmissionState
from paths.models import Enrollment, Review, Step, Submission
from paths.school_days import end_of_school_year
from paths.services.completing import Completed, complete, done_steps, take_back_completions
from paths.services.working import completion_of
from people.audiences import for_student_in
from people.models import User

SENSITIVE_KEPT_DAYS = 90
OTHER_KEPT_DAYS_AFTER_YEAR = 30


def _locked(submission: Submission) -> Submission:
    return (
        Submission.objects.select_for_update(of=("self",))
        .select_related(
            "step__achievement", "achievement", "enrollment__assignment__group", "enrollment__student"
        )
        .get(pk=submission.pk)
    )


def _decide(submission: Submission, decision: Decision, *, actor: User, hint: str = "") -> Review:
    return Review.objects.create(submission=submission, decision=decision, hint=hint, reviewer=actor)


def _tell(fact: TopicAgreed | NotYetAnswered | StepTakenBack, enrollment: Enrollment, actor: User) -> None:
    group_id = enrollment.assignment.group_id
    emit(fact, actor=actor, audience=for_student_in(enrollment.student_id, group_id, deliver=True))


@transaction.atomic
def agree_topic(submission: Submission, *, actor: User) -> Submission:
    """Say yes to a proposed topic; the learner may begin."""
    submission = _locked(submission)
    if submission.state != SubmissionState.TOPIC_PROPOSED:
        raise Refusal("NO_TOPIC_WAITS", _("No topic is waiting here."))
    submission.state = SubmissionState.TOPIC_AGREED
    submission.waiting_since = None
    submission.save()
    _decide(submission, Decision.TOPIC_AGREED, actor=actor)
    enrollment = submission.enrollment
    _tell(TopicAgreed(enrollment_id=enrollment.pk, step_id=submission.step_id), enrollment, actor)
    return submission


@transaction.atomic
def accept(submission: Submission, *, actor: User, note: str = "") -> Completed:
    """Accept the work: the step is done, and its badge awarded in the same transaction."""
    submission = _locked(submission)
    if submission.state == SubmissionState.ACCEPTED:
        raise Refusal("ALREADY_ACCEPTED", _("This work is already accepted."))
    if submission.state != SubmissionState.HANDED_IN:
        raise Refusal("NOTHING_TO_REVIEW", _("No work is waiting here."))
    words = clean_text(note, limit=500, field="note")
    submission.state = SubmissionState.ACCEPTED
    submission.waiting_since = None
    submission.save()
    _decide(submission, Decision.ACCEPTED, actor=actor, hint=words)
    _keep_evidence(submission)
    return complete(
        submission.enrollment,
        submission.step,
        actor=actor,
        achievement=submission.achievement or submission.step.achievement,
        note=words,
        evidence=list(submission.evidence.kept()),
    )


def _keep_evidence(submission: Submission) -> None:
    today = timezone.localdate()
    sensitive = today + timedelta(days=SENSITIVE_KEPT_DAYS)
    other = end_of_school_year(today) + timedelta(days=OTHER_KEPT_DAYS_AFTER_YEAR)
    kept = submission.evidence.kept()
    kept.filter(sensitivity=Sensitivity.NORMAL).update(keep_until=other)
    kept.exclude(sensitivity=Sensitivity.NORMAL).update(keep_until=sensitive)


@transaction.atomic
def not_yet(submission: Submission, hint: str, *, actor: User) -> Submission:
    """Ask for one more thing, concretely. The learner may hand in again as often as they like."""
    submission = _locked(submission)
    words = clean_text(hint, limit=500, field="hint", required=True)
    if submission.state not in (SubmissionState.HANDED_IN, SubmissionState.TOPIC_PROPOSED):
        raise Refusal("NOTHING_TO_REVIEW", _("No work is waiting here."))
    submission.state = SubmissionState.NOT_YET
    submission.waiting_since = timezone.now()
    submission.save()
    _decide(submission, Decision.NOT_YET, actor=actor, hint=words)
    enrollment = submission.enrollment
    _tell(NotYetAnswered(enrollment_id=enrollment.pk, step_id=submission.step_id), enrollment, actor)
    return submission


@transaction.atomic
def take_back(enrollment: Enrollment, step: Step, *, actor: User) -> None:
    """Undo an accept or a tick that was a mistake; the badge it awarded goes with it, within its ten minutes."""
    now = timezone.now()
    completion = completion_of(enrollment.pk, step.pk)
    if completion is None:
        raise Refusal("STEP_NOT_DONE", _("This step is not done."))
    submission = Submission.objects.filter(enrollment=enrollment, step=step).first()
    # Only the badge that this very completion awarded falls with it; one from elsewhere stays.
    if completion.awarded and completion.credential is not None:
        awarding.undo(completion.credential.batch, actor=actor, now=now)
    take_back_completions([completion], actor=actor, now=now)
    if submission is not None:
        _decide(submission, Decision.TAKEN_BACK, actor=actor)
        submission.evidence.kept().update(keep_until=None)


@transaction.atomic
def tick(enrollment: Enrollment, step: Step, *, actor: User, note: str = "") -> Completed:
    """Tick a step during the lesson, also for a student without a phone."""
    if step.path_id != enrollment.path_id:
        raise Refusal("STEP_NOT_ON_PATH", _("This step belongs to another path."), "step_id")
    if step.pk in done_steps([enrollment.pk])[enrollment.pk]:
        raise Refusal("STEP_ALREADY_DONE", _("This step is already done."))
    if step.kind == StepKind.CREDENTIAL:
        raise Refusal("CLAIMED_BY_LEARNER", _("The learner collects this microcredential."))
    submission = Submission.objects.select_for_update().filter(enrollment=enrollment, step=step).first()
    achievement = (submission.achievement if submission else None) or step.achievement
    if step.choose_count and achievement is None:
        raise Refusal("CHOOSE_FIRST", _("First the student chooses an action in this step."))
    if submission is not None:
        submission.state = SubmissionState.ACCEPTED
        submission.waiting_since = None
        submission.save()
        _decide(submission, Decision.ACCEPTED, actor=actor)
        _keep_evidence(submission)
    return complete(enrollment, step, actor=actor, achievement=achievement, note=note)

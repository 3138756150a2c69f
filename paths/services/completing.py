"""Completing steps and taking completions back: one at a time by an assessor, or many at once by a badge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from credentials.enums import CredentialState
from credentials.models import Achievement, AwardBatch, Credential, Evidence
from credentials.services import awarding
from paths.domain_events import PathCompleted, StepCompleted, StepsCompletedByAward, StepTakenBack
from paths.enums import SubmissionState
from paths.models import Enrollment, Step, StepCompletion, Submission
from paths.progress import StepSpec, progress, step_for_badge
from paths.specs import specs_of_paths, steps_of
from people.audiences import for_student_in, staff_topic, user_topic
from people.models import User


@dataclass(frozen=True)
class Completed:
    """What completing a step brought: the completion, and the act that awarded its badge (None without one)."""

    completion: StepCompletion
    batch: AwardBatch | None


@transaction.atomic
def complete(
    enrollment: Enrollment,
    step: Step,
    *,
    actor: User,
    achievement: Achievement | None = None,
    note: str = "",
    evidence: Sequence[Evidence] = (),
) -> Completed:
    """Mark `step` done and award its badge in the same transaction: never a milestone without its badge."""
    batch, credential = None, None
    if achievement is not None:
        awarded = awarding.award(
            achievement,
            [enrollment.student],
            actor=actor,
            group=enrollment.assignment.group,
            note=note,
            evidence_of={enrollment.student_id: evidence},
            language=enrollment.student.language,
        )
        batch = awarded.batch
        credential = Credential.objects.living().get(achievement=achievement, recipient=enrollment.student)
    completion, is_new = StepCompletion.objects.get_or_create(
        enrollment=enrollment,
        step=step,
        taken_back_at=None,
        defaults={"completed_by": actor, "credential": credential, "awarded": batch is not None},
    )
    if not is_new:
        raise Refusal("STEP_ALREADY_DONE", _("This step is already done."))
    announce = for_student_in(enrollment.student_id, enrollment.assignment.group_id, deliver=True)
    emit(StepCompleted(enrollment_id=enrollment.pk, step_id=step.pk), actor=actor, audience=announce)
    if batch is not None and achievement is not None:
        # The badge may be one that another path of the learner asks for as well.
        complete_steps_satisfied_by(batch, actor=actor)
    note_path_completions([enrollment], {enrollment.path_id: steps_of(enrollment.path_id).specs}, actor=actor)
    return Completed(completion, batch)


def done_steps(enrollment_ids: Sequence[UUID]) -> dict[UUID, dict[UUID, UUID | None]]:
    """For each enrollment: step → achievement that completed it, of all standing completions. One query."""
    done: dict[UUID, dict[UUID, UUID | None]] = {pk: {} for pk in enrollment_ids}
    rows = (
        StepCompletion.objects.standing()
        .filter(enrollment_id__in=enrollment_ids)
        .values_list("enrollment_id", "step_id", "credential__achievement_id")
    )
    for enrollment_id, step_id, achievement_id in rows:
        done[enrollment_id][step_id] = achievement_id
    return done


def chosen_achievements(enrollment_ids: Sequence[UUID]) -> dict[UUID, dict[UUID, UUID]]:
    """For each enrollment: step → achievement the learner picked for it. One query."""
    chosen: dict[UUID, dict[UUID, UUID]] = {pk: {} for pk in enrollment_ids}
    rows = Submission.objects.filter(enrollment_id__in=enrollment_ids, achievement__isnull=False)
    for enrollment_id, step_id, achievement_id in rows.values_list(
        "enrollment_id", "step_id", "achievement_id"
    ):
        chosen[enrollment_id][step_id] = achievement_id
    return chosen


def standing_of(
    enrollment_ids: Sequence[UUID],
) -> tuple[dict[UUID, dict[UUID, UUID | None]], dict[UUID, dict[UUID, UUID]]]:
    """What `done_steps` and `chosen_achievements` answer, together in one query."""
    done: dict[UUID, dict[UUID, UUID | None]] = {pk: {} for pk in enrollment_ids}
    chosen: dict[UUID, dict[UUID, UUID]] = {pk: {} for pk in enrollment_ids}
    completions = StepCompletion.objects.standing().filter(enrollment_id__in=enrollment_ids)
    picked = Submission.objects.filter(enrollment_id__in=enrollment_ids, achievement__isnull=False)
    rows = completions.values_list(
        "enrollment_id", "step_id", "credential__achievement_id", Value(value=True)
    ).union(picked.values_list("enrollment_id", "step_id", "achievement_id", Value(value=False)), all=True)
    for enrollment_id, step_id, achievement_id, is_done in rows:
        (done if is_done else chosen)[enrollment_id][step_id] = achievement_id
    return done, chosen


def used_in(done: Mapping[UUID, UUID | None], chosen: Mapping[UUID, UUID]) -> dict[UUID, UUID]:
    """Step → achievement, from what was picked and what completed a step."""
    return {**chosen, **{step: badge for step, badge in done.items() if badge is not None}}


@transaction.atomic
def complete_steps_satisfied_by(
    batch: AwardBatch, *, actor: User | None, given: Sequence[Credential] | None = None
) -> int:
    """Complete the steps that ask for the badge just awarded, for all its recipients at once.

    `given` are the batch's credentials, when the caller has them at hand. The same number of statements for one
    recipient and for a hundred. Returns how many steps were completed.
    """
    if given is None:
        given = list(batch.credentials.living())
    credentials = {credential.recipient_id: credential for credential in given}
    achievement_id = batch.version.achievement_id
    # Only paths that ask for this badge: an award that moves nobody costs one look.
    asking = Q(achievement_id=achievement_id) | Q(choices=achievement_id)
    enrollments = list(
        Enrollment.objects.running()
        .filter(student_id__in=credentials.keys(), path__in=Step.objects.filter(asking).values("path_id"))
        .select_related("assignment")
        .order_by("created_at", "id")
    )
    if not enrollments:
        return 0
    paths = specs_of_paths({enrollment.path_id for enrollment in enrollments})
    done, chosen = standing_of([enrollment.pk for enrollment in enrollments])
    completions, touched = [], []
    for enrollment in enrollments:
        step = step_for_badge(
            achievement_id,
            paths[enrollment.path_id],
            done[enrollment.pk].keys(),
            used_in(done[enrollment.pk], chosen[enrollment.pk]),
        )
        # A badge that completed a step of this path already does not complete a second one.
        if step is None or achievement_id in done[enrollment.pk].values():
            continue
        completions.append(
            StepCompletion(
                enrollment=enrollment,
                step_id=step.id,
                credential=credentials[enrollment.student_id],
                completed_by=actor,
            )
        )
        touched.append(enrollment)
        done[enrollment.pk][step.id] = achievement_id
    StepCompletion.objects.bulk_create(completions)
    if completions:
        if any(achievement_id in chosen[enrollment.pk].values() for enrollment in touched):
            Submission.objects.filter(
                enrollment__in=touched,
                step_id__in={c.step_id for c in completions},
                achievement_id=achievement_id,
            ).update(state=SubmissionState.ACCEPTED, waiting_since=None)
        topics = {user_topic(e.student_id) for e in touched} | {
            staff_topic(e.assignment.group_id) for e in touched
        }
        emit(
            StepsCompletedByAward(batch_id=batch.pk),
            actor=actor,
            audience=Audience(topics=tuple(sorted(topics)), scope=batch.group_id),
        )
        note_path_completions(touched, paths, actor=actor, done=done)
    return len(completions)


def note_path_completions(
    enrollments: Sequence[Enrollment],
    paths: Mapping[UUID, Sequence[StepSpec]],
    *,
    actor: User | None,
    done: Mapping[UUID, Mapping[UUID, UUID | None]] | None = None,
) -> None:
    """Stamp the paths that are now complete. One query to look (none when `done` tells what stands), one to write,
    one a completed path to tell."""
    if done is None:
        done = done_steps([enrollment.pk for enrollment in enrollments])
    complete_now = [
        enrollment
        for enrollment in enrollments
        if enrollment.completed_at is None
        and progress(paths[enrollment.path_id], done[enrollment.pk].keys()).complete
    ]
    if not complete_now:
        return
    Enrollment.objects.filter(pk__in=[e.pk for e in complete_now]).update(completed_at=timezone.now())
    for enrollment in complete_now:
        announce = for_student_in(enrollment.student_id, enrollment.assignment.group_id, deliver=True)
        emit(PathCompleted(enrollment_id=enrollment.pk), actor=actor, audience=announce)


@transaction.atomic
def take_back_steps_of(batch: AwardBatch, *, actor: User, now: datetime) -> int:
    """Reverse what this award alone had completed: its steps, and a composite that no longer stands.

    Returns how many completions were taken back.
    """
    completions = list(
        StepCompletion.objects.standing()
        .filter(credential__batch=batch)
        .select_related("enrollment__assignment", "step")
    )
    take_back_completions(completions, actor=actor, now=now)
    return len(completions)


@transaction.atomic
def take_back_cancelled_steps_of(student_id: UUID, *, now: datetime) -> int:
    """Reverse the steps of one learner that rest on a badge which was undone. Answers how many."""
    completions = list(
        StepCompletion.objects.standing()
        .filter(enrollment__student=student_id, credential__state=CredentialState.CANCELLED)
        .select_related("enrollment__assignment", "step")
    )
    take_back_completions(completions, actor=None, now=now)
    return len(completions)


def take_back_completions(
    completions: Sequence[StepCompletion], *, actor: User | None, now: datetime
) -> None:
    if not completions:
        return
    StepCompletion.objects.filter(pk__in=[c.pk for c in completions]).update(taken_back_at=now)
    enrollment_ids = {completion.enrollment_id for completion in completions}
    for completion in completions:
        Submission.objects.filter(
            enrollment_id=completion.enrollment_id, step_id=completion.step_id, state=SubmissionState.ACCEPTED
        ).update(state=SubmissionState.HANDED_IN, waiting_since=now)
        enrollment = completion.enrollment
        emit(
            StepTakenBack(enrollment_id=enrollment.pk, step_id=completion.step_id),
            actor=actor,
            audience=for_student_in(enrollment.student_id, enrollment.assignment.group_id, deliver=True),
        )
    Enrollment.objects.filter(pk__in=enrollment_ids).update(completed_at=None)
    _undo_composites(enrollment_ids, actor=actor, now=now)


def _undo_composites(enrollment_ids: set[UUID], *, actor: User | None, now: datetime) -> None:
    """A composite at the end of the path, awarded within its own ten minutes, falls with what it rested on."""
    gated = StepCompletion.objects.standing().filter(
        enrollment_id__in=enrollment_ids, step__kind="credential", credential__batch__undo_until__gt=now
    )
    for completion in list(gated.select_related("credential__batch", "enrollment__assignment", "step")):
        if completion.credential is not None:
            awarding.undo(completion.credential.batch, actor=actor, now=now)
            take_back_completions([completion], actor=actor, now=now)

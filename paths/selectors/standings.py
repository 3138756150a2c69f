"""Where learners stand: for any number of enrollments at once, in four queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from paths.enums import WAITING_FOR_REVIEW, StepState, SubmissionState
from paths.models import Enrollment, StepCompletion, Submission
from paths.progress import Progress, StepSpec, is_open, is_ready, next_step, progress
from paths.specs import PathSteps, steps_of_paths


@dataclass(frozen=True)
class Work:
    """The little a list needs of a submission."""

    id: UUID
    state: str
    achievement_id: UUID | None
    topic: str
    waiting_since: datetime | None


@dataclass(frozen=True)
class Standing:
    """One learner on one path: what is done, what is under way, what comes next. Lists ask the same several times."""

    enrollment: Enrollment
    path: PathSteps
    done: Mapping[UUID, UUID | None]
    credentials: Mapping[UUID, UUID]
    works: Mapping[UUID, Work]

    @cached_property
    def progress(self) -> Progress:
        return progress(self.path.specs, self.done.keys())

    @cached_property
    def used(self) -> dict[UUID, UUID]:
        """Step → achievement that was picked for it or completed it."""
        picked = {step: work.achievement_id for step, work in self.works.items() if work.achievement_id}
        return {**picked, **{step: badge for step, badge in self.done.items() if badge is not None}}

    @cached_property
    def waiting(self) -> frozenset[UUID]:
        return frozenset(
            step
            for step, work in self.works.items()
            if work.state in WAITING_FOR_REVIEW and step not in self.done
        )

    @property
    def next(self) -> StepSpec | None:
        return next_step(self.path.specs, self.done.keys(), self.waiting)

    @cached_property
    def is_ready(self) -> bool:
        return is_ready(self.path.specs, self.done.keys())

    def state(self, spec: StepSpec) -> StepState:
        """The word for a step on this learner's map."""
        if spec.id in self.done:
            return StepState.DONE
        if not is_open(spec, self.path.specs, self.done.keys()):
            return StepState.LOCKED
        work = self.works.get(spec.id)
        if work is None or work.state == SubmissionState.ACCEPTED:
            return StepState.OPEN
        return StepState(work.state)

    def is_stuck(self, *, quiet_since: datetime, unanswered_since: datetime) -> bool:
        """Nothing done for 14 school days, or a "not yet" unanswered for 7 (answers.md 17); never while the
        learner waits for the teacher or has finished."""
        if self.progress.complete or self.is_ready or self.waiting:
            return False
        unanswered = any(
            work.state == SubmissionState.NOT_YET
            and work.waiting_since is not None
            and work.waiting_since < unanswered_since
            for step, work in self.works.items()
            if step not in self.done
        )
        return unanswered or self.enrollment.active_at < quiet_since


def standings(enrollments: Sequence[Enrollment], *, with_choices: bool = True) -> list[Standing]:
    """Standings in the order given: two queries for the paths, one for completions, one for work.

    Lists that only show where somebody stands do without what may still be chosen, which saves one.
    """
    paths = steps_of_paths({enrollment.path_id for enrollment in enrollments}, with_choices=with_choices)
    ids = [enrollment.pk for enrollment in enrollments]
    done: dict[UUID, dict[UUID, UUID | None]] = {pk: {} for pk in ids}
    credentials: dict[UUID, dict[UUID, UUID]] = {pk: {} for pk in ids}
    works: dict[UUID, dict[UUID, Work]] = {pk: {} for pk in ids}
    completions = StepCompletion.objects.standing().filter(enrollment_id__in=ids)
    for enrollment_id, step_id, credential_id, achievement_id in completions.values_list(
        "enrollment_id", "step_id", "credential_id", "credential__achievement_id"
    ):
        done[enrollment_id][step_id] = achievement_id
        if credential_id is not None:
            credentials[enrollment_id][step_id] = credential_id
    submissions = Submission.objects.filter(enrollment_id__in=ids)
    for enrollment_id, step_id, pk, state, achievement_id, topic, waiting_since in submissions.values_list(
        "enrollment_id", "step_id", "id", "state", "achievement_id", "topic", "waiting_since"
    ):
        works[enrollment_id][step_id] = Work(pk, state, achievement_id, topic, waiting_since)
    nothing = PathSteps((), ())
    return [
        Standing(
            enrollment,
            paths.get(enrollment.path_id, nothing),
            done[enrollment.pk],
            credentials[enrollment.pk],
            works[enrollment.pk],
        )
        for enrollment in enrollments
    ]

"""Steps that ask for an event: having been there does them, or is their evidence where a teacher verifies.

What has happened at events is told by a room upstairs; this one knows no events (architecture.md §1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from core.refusals import Refusal
from credentials.enums import EvidenceKind
from credentials.services.collecting import Piece
from paths.enums import SubmissionState, VerifiedBy
from paths.models import Enrollment, Step, Submission
from paths.services.completing import complete, done_steps
from paths.services.working import hand_in, require_open_step

# In these states nobody has begun to look at the work yet; after a "not yet" the learner answers.
_UNTOUCHED = (SubmissionState.CHOSEN, SubmissionState.TOPIC_AGREED)


@dataclass(frozen=True)
class Presence:
    """A learner was at an event of this kind; `words` say so in the learner's language."""

    kind: str
    at: datetime
    words: str


def paths_asking_for(kind: str) -> dict[UUID, set[str]]:
    """The paths that have a step for an event of this kind, each with all kinds its steps ask for: one query."""
    rows = Step.objects.exclude(event_kinds=[]).values_list("path_id", "event_kinds")
    kinds: dict[UUID, set[str]] = {}
    for path_id, asked in rows:
        kinds.setdefault(path_id, set()).update(asked)
    return {path_id: asked for path_id, asked in kinds.items() if kind in asked}


def enrollments_on(path_ids: Sequence[UUID], student_ids: Sequence[UUID]) -> list[Enrollment]:
    """Who of these learners is on one of these paths now, one row for each."""
    return list(
        Enrollment.objects.running()
        .filter(path_id__in=path_ids, student_id__in=student_ids, completed_at=None)
        .select_related("assignment__group", "student")
        .order_by("created_at", "id")
    )


@transaction.atomic
def count_presences(enrollment: Enrollment, presences: Sequence[Presence]) -> list[Step]:
    """Use each presence since the path was given for one step, the most particular first. Answers what moved.

    Asked again with the same presences it changes nothing: as many steps as presences are met already.
    """
    since = sorted((one for one in presences if one.at >= enrollment.created_at), key=lambda one: one.at)
    asking = list(
        Step.objects.filter(path_id=enrollment.path_id).exclude(event_kinds=[]).order_by("position")
    )
    done = done_steps([enrollment.pk])[enrollment.pk]
    states: Mapping[UUID, str] = dict(
        Submission.objects.filter(enrollment=enrollment, step__in=asking).values_list("step_id", "state")
    )
    met = {
        step.pk for step in asking if step.pk in done or states.get(step.pk, _UNTOUCHED[0]) not in _UNTOUCHED
    }
    moved: list[Step] = []
    for presence in since[len(met) :]:
        wanting = [step for step in asking if step.pk not in met and presence.kind in step.event_kinds]
        for step in sorted(wanting, key=lambda one: (len(one.event_kinds), one.position)):
            if _use(enrollment, step, presence):
                met.add(step.pk)
                moved.append(step)
                break
    return moved


def _use(enrollment: Enrollment, step: Step, presence: Presence) -> bool:
    """False when the step is not open yet, or wants something else first."""
    try:
        with transaction.atomic():
            if step.verified_by == VerifiedBy.AUTO:
                require_open_step(enrollment, step)
                complete(enrollment, step, actor=enrollment.student, achievement=step.achievement)
            else:
                piece = Piece(EvidenceKind.TEXT, text=presence.words)
                hand_in(enrollment, step, [piece], actor=enrollment.student)
    except Refusal:
        return False
    return True

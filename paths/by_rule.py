"""What paths have to say when a rule gives a larger badge by itself (`credentials.by_rule`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from credentials.by_rule import by_rule
from credentials.models import AwardBatch, Credential
from paths.enums import StepKind
from paths.models import Enrollment
from paths.services.completing import complete_steps_satisfied_by, take_back_cancelled_steps_of


@by_rule.waits
def learners_of_its_path(
    user_ids: Collection[UUID], achievement_ids: Collection[UUID]
) -> set[tuple[UUID, UUID]]:
    """Whose running path ends with the badge: the path asks for more than its parts, and the learner takes it there."""
    rows = (
        Enrollment.objects.running()
        .filter(
            student_id__in=user_ids,
            path__steps__kind=StepKind.CREDENTIAL,
            path__steps__achievement_id__in=achievement_ids,
        )
        .values_list("student_id", "path__steps__achievement_id")
    )
    return set(rows)


@by_rule.then
def complete_steps(batch: AwardBatch, given: Sequence[Credential]) -> None:
    """Other paths may ask for the larger badge as they ask for any."""
    complete_steps_satisfied_by(batch, actor=None, given=given)


@by_rule.undone
def take_back_steps(user_id: UUID, now: datetime) -> None:
    take_back_cancelled_steps_of(user_id, now=now)

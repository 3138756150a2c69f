"""Recognising students: a badge for one or for the whole class, in one transaction with their paths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext_lazy

from core.access import NotFound, as_uuid
from core.refusals import Refusal
from credentials.models import Achievement, AwardBatch
from credentials.services import awarding
from credentials.services.awarding import Awarded
from paths.services.completing import complete_steps_satisfied_by, take_back_steps_of
from people.models import Group, User
from people.selectors.groups import students_of

MOST_AT_ONCE = 100


@transaction.atomic
def award_badge(
    group: Group,
    achievement_id: object,
    student_ids: Iterable[object],
    *,
    actor: User,
    note: str = "",
    results: Mapping[str, str] | None = None,
) -> Awarded:
    """Award to 1 to 100 students of the group, and complete the steps that ask for the badge.

    `results` maps students' ids to grades on the badge's scale. Who has it already is left as they are. Raises NotFound
    if one of them is not in the group, and Refusal ACHIEVEMENT_NOT_AWARDABLE for a badge that may not be awarded here,
    whether or not it exists, or RESULT_… about the grades.
    """
    wanted = list(dict.fromkeys(as_uuid(pk) for pk in student_ids))
    if not 1 <= len(wanted) <= MOST_AT_ONCE:
        raise Refusal(
            "HOW_MANY",
            ngettext_lazy(
                "Choose from 1 to %(most)d student.", "Choose from 1 to %(most)d students.", "most"
            ),
            "student_ids",
            most=MOST_AT_ONCE,
        )
    students = list(students_of(group).filter(pk__in=[pk for pk in wanted if pk is not None]))
    if len(students) != len(wanted):
        raise NotFound
    # `award` itself asks whether the group may award it; a made-up id gets the same refusal as a foreign one.
    achievement = Achievement(pk=as_uuid(achievement_id))
    said = {as_uuid(pk): value for pk, value in (results or {}).items()}
    grades = {one.pk: said.get(one.pk, "") for one in students}
    awarded = awarding.award(
        achievement, students, actor=actor, group=group, note=note, language=actor.language, results=grades
    )
    if awarded.batch is not None:
        complete_steps_satisfied_by(awarded.batch, actor=actor, given=awarded.credentials)
    return awarded


@transaction.atomic
def undo_award(batch: AwardBatch, *, actor: User) -> AwardBatch:
    """Within its ten minutes: the badges, and the steps that this award alone had completed."""
    now = timezone.now()
    awarding.undo(batch, actor=actor, now=now)
    take_back_steps_of(batch, actor=actor, now=now)
    return batch


def release_award(batch: AwardBatch, *, actor: User) -> AwardBatch:
    """Sign now: there is nothing to undo any more."""
    awarding.release(batch, actor=actor, now=timezone.now())
    return batch

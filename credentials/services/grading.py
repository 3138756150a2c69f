"""Grades that come with a badge: on its scale, and enough for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from credentials.models import AchievementVersion
from credentials.scales import GradeProblem, GradeRefused, Scale, grade_on

_REFUSALS = {
    GradeProblem.MISSING: (
        "RESULT_MISSING",
        _("This badge is not given without a grade: choose one."),
    ),
    GradeProblem.UNKNOWN: ("RESULT_UNKNOWN", _("This grade is not on the scale of the badge.")),
    GradeProblem.TOO_LOW: ("RESULT_TOO_LOW", _("The badge is given from %(value)s up.")),
    GradeProblem.NO_SCALE: ("RESULT_UNKNOWN", _("This badge is given without a grade.")),
}


def graded(
    version: AchievementVersion, people: Collection[UUID], results: Mapping[UUID, str] | None
) -> dict[UUID, str]:
    """The grades of these people as they are kept; None where nobody was asked for any.

    Raises Refusal RESULT_UNKNOWN for a value that is not on the scale, or for any when there is none; RESULT_MISSING
    and RESULT_TOO_LOW where the badge needs a certain grade.
    """
    if results is None:
        return {}
    scale = Scale.from_json(version.result_scale)
    kept = {person: as_kept(scale, results.get(person, "")) for person in people}
    return {person: value for person, value in kept.items() if value}


def as_kept(scale: Scale | None, said: str) -> str:
    """One grade as it is kept, "" for none. Raises Refusal as `graded`."""
    try:
        return grade_on(scale, said)
    except GradeRefused as refused:
        code, words = _REFUSALS[refused.problem]
        raise Refusal(code, words, "results", value=scale.required if scale else "") from refused

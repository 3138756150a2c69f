"""Grades that come with a badge: on its scale, and enough for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from credentials.models import AchievementVersion
from credentials.scales import NotOnScale, Scale


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
    found = {}
    for person in people:
        said = results.get(person, "").strip()
        if not said:
            if scale is not None and scale.required:
                raise Refusal(
                    "RESULT_MISSING", _("Choose a grade for everybody: this badge asks for one."), "results"
                )
            continue
        try:
            value = scale.read(said) if scale else None
        except NotOnScale:
            value = None
        if scale is None or value is None:
            raise Refusal("RESULT_UNKNOWN", _("This grade is not on the scale of the badge."), "results")
        if not scale.reaches(value):
            raise Refusal(
                "RESULT_TOO_LOW", _("The badge is given from %(value)s up."), "results", value=scale.required
            )
        found[person] = value
    return found

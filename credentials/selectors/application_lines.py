"""The calm line of an answered application, and the way to apply on the page of a badge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.domain_events import ApplicationAnswered
from credentials.enums import LearnerApplicationState
from credentials.issuer_standing import issuers_in_good_standing
from credentials.models import Achievement, ApplicationDesk, LearnerApplication
from credentials.selectors.badges import issuer_name
from credentials.ways_to_earn import Way, register
from people import notices


def answered_line(about: Mapping[str, Any], reader: UUID) -> str:
    """What became of it, without a judgement in the line; an accepted one is celebrated instead."""
    found = (
        LearnerApplication.objects.filter(pk=about["application_id"], applicant=reader)
        .select_related("achievement__current_version")
        .first()
    )
    if found is None or found.achievement.current_version is None:
        return ""
    name = {"name": in_language(found.achievement.current_version.name)}
    match found.state:
        case LearnerApplicationState.MORE_ASKED:
            return _("%(name)s: one more thing is missing. A hint waits for you.") % name
        case LearnerApplicationState.NOT_YET:
            return _("%(name)s: not yet. A hint says what to do next.") % name
    return ""


@register
def by_applying(achievement: Achievement) -> list[Way]:
    """Where the issuer itself takes applications, anybody with an account may apply."""
    takes = ApplicationDesk.objects.filter(
        issuers_in_good_standing("achievement__issuer__"), achievement=achievement, group=None, closed_at=None
    )
    if not takes.exists():
        return []
    return [
        Way(
            _("I can do this already"),
            f"/app/applications/for/{achievement.pk}",
            _("Show what you have done; %(name)s looks at it.") % {"name": issuer_name(achievement)},
        )
    ]


notices.register(ApplicationAnswered, answered_line)

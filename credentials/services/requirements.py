"""Who has earned a composite achievement (credentials.md §2, stacking)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from credentials.models import AchievementVersion
from credentials.selectors.holdings import holdings
from credentials.stacking import Requirement, who_meets


def satisfied(version: AchievementVersion, user_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these people hold all that `version` requires; everybody when it requires nothing.

    One query at most.
    """
    wanted = set(user_ids)
    requirement = Requirement.from_json(version.requires)
    if requirement is None:
        return wanted
    return who_meets(requirement, holdings(wanted, requirement.slugs, now=timezone.now()))

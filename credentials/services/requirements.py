"""Who has earned a composite achievement (credentials.md §2, stacking)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from credentials.models import AchievementVersion, Credential
from credentials.stacking import Requirement, who_meets


def satisfied(version: AchievementVersion, user_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these people hold all that `version` requires; everybody when it requires nothing.

    One query at most.
    """
    wanted = set(user_ids)
    requirement = Requirement.from_json(version.requires)
    if requirement is None:
        return wanted
    holdings = (
        Credential.objects.living()
        .filter(recipient_id__in=wanted, achievement__slug__in=requirement.slugs)
        .values_list("recipient_id", "achievement__slug")
    )
    return who_meets(requirement, holdings)

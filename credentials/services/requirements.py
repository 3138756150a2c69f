"""Who has earned a composite achievement (credentials.md §2, stacking)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from credentials.enums import CredentialState
from credentials.models import AchievementVersion, Credential
from credentials.stacking import Requirement, who_meets

# An offer that nobody took counts for nothing.
COUNTING = (CredentialState.AWARDED, CredentialState.HELD)


def satisfied(version: AchievementVersion, user_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these people hold all that `version` requires; everybody when it requires nothing.

    One query at most.
    """
    wanted = set(user_ids)
    requirement = Requirement.from_json(version.requires)
    if requirement is None:
        return wanted
    return who_meets(requirement, holdings(wanted, requirement.slugs, now=timezone.now()))


def holdings(user_ids: Collection[UUID], slugs: Collection[str], *, now: datetime) -> list[tuple[UUID, str]]:
    """Who holds which of these now, as (person, slug): nothing expired, nothing merely offered. One query."""
    rows = (
        Credential.objects.living()
        .valid_at(now)
        .filter(state__in=COUNTING, recipient_id__in=user_ids, achievement__slug__in=slugs)
        .values_list("recipient_id", "achievement__slug")
    )
    return list(rows)

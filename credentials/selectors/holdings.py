"""What people hold now, as the rules of larger badges count it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from credentials.enums import CredentialState
from credentials.models import Credential

# An offer that nobody took counts for nothing.
COUNTING = (CredentialState.AWARDED, CredentialState.HELD)


def holdings(user_ids: Collection[UUID], slugs: Collection[str], *, now: datetime) -> list[tuple[UUID, str]]:
    """Who holds which of these now, as (person, slug): nothing expired, nothing merely offered. One query."""
    rows = (
        Credential.objects.living()
        .valid_at(now)
        .filter(state__in=COUNTING, recipient_id__in=user_ids, achievement__slug__in=slugs)
        .values_list("recipient_id", "achievement__slug")
    )
    return list(rows)

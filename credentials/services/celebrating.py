"""A celebration is owed until its owner has seen it; it comes from state, so no dead spot loses it."""

from __future__ import annotations

from datetime import datetime

from credentials.models import Credential


def mark_celebrated(credential: Credential, *, now: datetime) -> None:
    """The owner has seen the celebration. Again changes nothing."""
    Credential.objects.filter(pk=credential.pk, celebrated_at=None).update(celebrated_at=now)
    credential.refresh_from_db(fields=["celebrated_at"])

"""Who hears of what happens to an act of offering."""

from __future__ import annotations

from core.emitting import Audience
from credentials.models import AwardBatch
from people.audiences import for_staff, user_topic


def for_offers(batch: AwardBatch) -> Audience:
    """Who leads the group; of an issuer's own round, who made it."""
    if batch.group_id is not None:
        return for_staff(batch.group_id)
    return Audience(topics=(user_topic(batch.actor_id),) if batch.actor_id else ())

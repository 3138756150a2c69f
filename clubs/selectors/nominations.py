"""Nominations that are enough, for the leader's glance."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from clubs.models import Club, Nomination
from clubs.selectors.cards import ready_piles
from credentials.models import Achievement

MOST_PILES, MOST_REASONS = 30, 20


@dataclass(frozen=True)
class NominationReason:
    id: UUID
    by: str
    reason: str


@dataclass(frozen=True)
class NominationPile:
    """What different members say of one person for one badge; `needed` is how many the badge asks for."""

    achievement: Achievement
    user_id: UUID
    name: str
    count: int
    needed: int
    reasons: tuple[NominationReason, ...]


def nominations_to_decide(club: Club) -> tuple[NominationPile, ...]:
    """Piles that are high enough, those that wait longest first. Two statements."""
    ready = {(achievement, nominee) for _group, achievement, nominee in ready_piles([club.pk])}
    if not ready:
        return ()
    rows = (
        Nomination.objects.filter(group=club.pk, decided_at=None, hidden_at=None)
        .select_related("achievement__current_version", "achievement__club_badge", "nominee", "nominator")
        .order_by("created_at", "pk")
    )
    piles: dict[tuple[UUID, UUID], list[Nomination]] = {}
    for row in rows[: MOST_PILES * MOST_REASONS]:
        key = (row.achievement_id, row.nominee_id)
        if key in ready:
            piles.setdefault(key, []).append(row)
    return tuple(_pile(rows) for rows in list(piles.values())[:MOST_PILES])


def _pile(rows: list[Nomination]) -> NominationPile:
    first = rows[0]
    return NominationPile(
        achievement=first.achievement,
        user_id=first.nominee_id,
        name=first.nominee.get_full_name(),
        count=len({row.nominator_id for row in rows}),
        needed=first.achievement.club_badge.nominations_needed or 0,
        reasons=tuple(
            NominationReason(row.pk, row.nominator.get_full_name(), row.reason) for row in rows[:MOST_REASONS]
        ),
    )

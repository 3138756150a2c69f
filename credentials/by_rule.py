"""Badges that a rule gives: whoever holds all that a larger badge requires gets it without anybody's hand.

Rooms upstairs say here when the rule has to wait, and what else follows from what it gave.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from uuid import UUID

from credentials.models import AwardBatch, Credential

# Of these people and larger badges (achievement ids): the pairs for which something else decides.
HeldBack = Callable[[Collection[UUID], Collection[UUID]], set[tuple[UUID, UUID]]]
Follows = Callable[[AwardBatch, Sequence[Credential]], None]
# A larger badge of this person was undone with its part.
TakenBack = Callable[[UUID, datetime], object]


class ByRule:
    """One registry for the portal; `waits` and `then` are usable as decorators."""

    def __init__(self) -> None:
        self._waiting: list[HeldBack] = []
        self._following: list[Follows] = []
        self._after_undoing: list[TakenBack] = []

    def waits(self, held_back: HeldBack) -> HeldBack:
        """Register who does not get a larger badge by the rule alone."""
        if held_back not in self._waiting:
            self._waiting.append(held_back)
        return held_back

    def then(self, follows: Follows) -> Follows:
        """Register what happens in the same transaction with what the rule gave."""
        if follows not in self._following:
            self._following.append(follows)
        return follows

    def undone(self, taken_back: TakenBack) -> TakenBack:
        """Register what falls with a larger badge that was undone."""
        if taken_back not in self._after_undoing:
            self._after_undoing.append(taken_back)
        return taken_back

    def held_back(
        self, user_ids: Collection[UUID], achievement_ids: Collection[UUID]
    ) -> set[tuple[UUID, UUID]]:
        return {pair for ask in self._waiting for pair in ask(user_ids, achievement_ids)}

    def follow(self, batch: AwardBatch, given: Sequence[Credential]) -> None:
        for follows in self._following:
            follows(batch, given)

    def take_back(self, user_id: UUID, now: datetime) -> None:
        for taken_back in self._after_undoing:
            taken_back(user_id, now)


by_rule = ByRule()

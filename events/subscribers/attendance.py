"""Somebody is here: badges follow soon, gathered, so that a rush at the door does not wait for them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.core.cache import cache
from django.utils import timezone

from core.emitting import on
from events.domain_events import CheckedIn, PeopleCheckedIn
from events.tasks.attendance import GATHERED, gathering_key, reward_attendance

# A task that was lost must not close the door to the next one for long.
FORGOTTEN_SECONDS = 60


@on(CheckedIn)
def reward_who_came(fact: CheckedIn) -> None:
    _soon(fact.event_id)


@on(PeopleCheckedIn)
def reward_those_who_came(fact: PeopleCheckedIn) -> None:
    _soon(fact.event_id)


def _soon(event_id: UUID) -> None:
    """One waiting task an event: it takes everybody who has come until it begins."""
    if not cache.add(gathering_key(event_id), 1, timeout=FORGOTTEN_SECONDS):
        return
    if reward_attendance.get_backend().supports_defer:
        reward_attendance.using(run_after=timezone.now() + timedelta(seconds=GATHERED)).enqueue(str(event_id))
    else:
        reward_attendance.enqueue(str(event_id))

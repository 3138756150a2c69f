"""Slow or regular work of the classroom."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.core.cache import cache
from django.utils import timezone
from django_tasks import task

from classroom.enums import ImportState
from classroom.models import RosterImport
from classroom.services.importing import finish
from classroom.services.presences import count_presences_at, is_asked_for
from core.server import periodic

KEPT = timedelta(days=1)
# A rush at the door is one task; a task that was lost closes the way for no longer than this.
GATHERED = 3
FORGOTTEN_SECONDS = 60


def empty_old_imports() -> int:
    """Lists that nobody imported within a day are dropped: names do not wait in a drawer. Answers how many."""
    forgotten = RosterImport.objects.filter(state=ImportState.DRY_RUN, created_at__lt=timezone.now() - KEPT)
    dropped = 0
    for roster_import in forgotten[:200]:
        finish(roster_import, ImportState.DROPPED)
        dropped += 1
    return dropped


def gathering_key(event_id: UUID | str) -> str:
    return f"presences-gathering:{event_id}"


@task()
def count_presences(event_id: str) -> None:
    """Move the paths that ask for being at such an event. Twice moves nothing twice."""
    cache.delete(gathering_key(event_id))
    count_presences_at(UUID(event_id))


def count_presences_soon(event_id: UUID) -> None:
    """One waiting task an event, for everybody who comes until it begins; none when no path asks for its kind."""
    if not cache.add(gathering_key(event_id), 1, timeout=FORGOTTEN_SECONDS) or not is_asked_for(event_id):
        return
    if count_presences.get_backend().supports_defer:
        soon = timezone.now() + timedelta(seconds=GATHERED)
        count_presences.using(run_after=soon).enqueue(str(event_id))
    else:
        count_presences.enqueue(str(event_id))


periodic.register(empty_old_imports, every_seconds=3600)

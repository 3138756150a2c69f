"""Slow or regular work of the classroom."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from classroom.enums import ImportState
from classroom.models import RosterImport
from classroom.services.importing import finish
from core.server import periodic

KEPT = timedelta(days=1)


def empty_old_imports() -> int:
    """Lists that nobody imported within a day are dropped: names do not wait in a drawer. Answers how many."""
    forgotten = RosterImport.objects.filter(state=ImportState.DRY_RUN, created_at__lt=timezone.now() - KEPT)
    dropped = 0
    for roster_import in forgotten[:200]:
        finish(roster_import, ImportState.DROPPED)
        dropped += 1
    return dropped


periodic.register(empty_old_imports, every_seconds=3600)

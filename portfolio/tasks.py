"""Slow work and the sweeps that keep promises from state."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from core.server import periodic
from portfolio.models import DataArchive
from portfolio.services.archiving import forget_archives, gather, unfinished
from portfolio.services.contacts import forget_old_wishes

MINUTE, HOUR = 60, 3600


@task()
def gather_data(archive_id: str) -> None:
    """Make one person's archive."""
    archive = DataArchive.objects.select_related("person").filter(pk=UUID(archive_id)).first()
    if archive is not None:
        gather(archive)


def gather_again() -> None:
    """Begin again what was cut off."""
    for archive in unfinished(timezone.now()):
        gather(archive)


def forget() -> None:
    """Delete archives whose week is over, and wishes that nobody answered for a year."""
    now = timezone.now()
    forget_archives(now)
    forget_old_wishes(now)


periodic.register(gather_again, 5 * MINUTE)
periodic.register(forget, HOUR)

"""Keeping the catalogue is work for later; what a lost task left is found again from state."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django_tasks import task

from cms.catalogue.describing.source import source_called
from cms.catalogue.models import CatalogueEntry
from cms.catalogue.services.indexing import rebuild, refresh, take_out_ended
from cms.catalogue.services.pictures import draw_missing, draw_picture_of, draw_pictures_of_entries
from core.server import periodic
from credentials.selectors.achievements import catalogue

SIX_HOURS = 6 * 3600


@task()
def refresh_entries(source: str, ids: list[str]) -> None:
    """Describe these things of one source anew, and draw those that have a picture of their own; or take them out."""
    things = [UUID(one) for one in ids]
    refresh(source_called(source), things)
    draw_pictures_of_entries(things)


def refresh_later(source: str, ids: Iterable[UUID]) -> None:
    wanted = [str(one) for one in ids]
    if wanted:
        refresh_entries.enqueue(source, wanted)


@task()
def draw_messenger_picture(achievement_id: str) -> None:
    """Draw the picture of one public achievement for messengers, if it lacks one."""
    found = catalogue().filter(pk=UUID(achievement_id)).first()
    if found is not None:
        draw_picture_of(found)


def draw_messenger_pictures() -> None:
    """What a lost task left undrawn."""
    draw_missing()


def take_out_what_is_over() -> None:
    """Events leave the list within minutes; a portal that has no list yet gets one."""
    take_out_ended()
    if not CatalogueEntry.objects.exists():
        rebuild()


def rebuild_catalogue() -> None:
    """What no fact announced: an issuer's standing set in the database, a restored backup."""
    rebuild()


periodic.register(take_out_what_is_over, 300)
periodic.register(rebuild_catalogue, SIX_HOURS)
periodic.register(draw_messenger_pictures, 300)

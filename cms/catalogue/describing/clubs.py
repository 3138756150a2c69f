"""Clubs that somebody vouches for and that wish to be found."""

from __future__ import annotations

from collections.abc import Iterable

from clubs.models import Club
from clubs.selectors.public_pages import findable_clubs
from cms.catalogue.describing.source import Description, Source, everywhere, register
from cms.catalogue.enums import EntryKind
from cms.catalogue.fields import field_of_club
from core.translated import every_language
from events.enums import Accessibility


def describe(clubs: Iterable[Club]) -> list[Description]:
    """Expects group, its parent and the meeting place."""
    return [_description(club) for club in clubs]


def _description(club: Club) -> Description:
    place, parent = club.meeting_place, club.group.parent
    return Description(
        kind=EntryKind.CLUB.value,
        object_id=club.pk,
        path=f"/clubs/{club.slug}/",
        title=everywhere(club.group.name),
        summary=everywhere(club.purpose),
        further=(every_language(club.get_kind_display), everywhere(place.town if place else "")),
        by=everywhere(parent.name if parent else ""),
        town=place.town if place else "",
        published_at=club.group.created_at,
        field=field_of_club(club.kind),
        voivodeship=place.voivodeship if place else "",
        accessible=place is not None and Accessibility.STEP_FREE.value in place.accessibility,
    )


register(Source("clubs", (EntryKind.CLUB,), findable_clubs, describe))

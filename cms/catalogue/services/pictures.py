"""Pictures of the catalogue's things for messengers: of an achievement with its medal; of paths, clubs and issuers as
their entries say. Events draw their own.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from uuid import UUID

from django.utils import translation

from cms.catalogue.enums import EntryKind
from cms.catalogue.models import CatalogueEntry
from cms.catalogue.selectors import kind_label
from core.portal_name import portal_name
from core.translated import in_language
from credentials.models import Achievement
from credentials.pictures import art_of
from credentials.selectors.achievements import catalogue
from credentials.selectors.badges import issuer_name
from credentials.selectors.trust import ladder
from credentials.services.drawing import picture
from credentials.workload import hours_in_words
from events.open_graph import Words
from events.services.pictures import draw_once, kept_file

MOST_AT_ONCE = 60
MEDAL_PIXELS = 512
FROM_ENTRIES = (EntryKind.PATH, EntryKind.CLUB, EntryKind.ISSUER)


def words_of(achievement: Achievement) -> Words:
    """What the picture says, in Polish: whoever fetches it for a messenger tells no language."""
    version = achievement.current_version
    if version is None:
        raise ValueError("only a published achievement has a picture")
    with translation.override("pl"):
        return Words(
            title=in_language(version.name, "pl"),
            when=ladder(achievement).label,
            where=hours_in_words(version.workload_hours),
            organiser=issuer_name(achievement),
            stamp="",
            portal=portal_name(),
        )


def words_of_entry(entry: CatalogueEntry) -> Words:
    with translation.override("pl"):
        return Words(
            title=in_language(entry.title, "pl"),
            when=kind_label(entry),
            where=", ".join(filter(None, (hours_in_words(entry.hours), entry.town))),
            organiser=in_language(entry.by, "pl"),
            stamp="",
            portal=portal_name(),
        )


def picture_file(achievement: Achievement) -> Path:
    """Another picture, another name. Expects version, issuer and club selected."""
    version = achievement.current_version
    art = art_of(achievement.kind, version.art).key if version else ""
    return kept_file("achievements", words_of(achievement), art)


def picture_file_of_entry(entry: CatalogueEntry) -> Path:
    return kept_file("entries", words_of_entry(entry))


def draw_picture_of(achievement: Achievement) -> bool:
    """Have the picture on disk; answers whether it had to be drawn."""
    version = achievement.current_version
    if version is None:
        return False
    try:
        path = picture_file(achievement)
        medal = picture(art_of(achievement.kind, version.art), MEDAL_PIXELS)
    except ValueError:
        return False
    return draw_once(path, words_of(achievement), medal)


def _draw(entry: CatalogueEntry) -> bool:
    words = words_of_entry(entry)
    return draw_once(kept_file("entries", words), words)


def draw_pictures_of_entries(ids: Collection[UUID]) -> None:
    """Have those on disk of paths, clubs and issuers among these things."""
    for entry in CatalogueEntry.objects.filter(object_id__in=ids, kind__in=FROM_ENTRIES)[:MOST_AT_ONCE]:
        _draw(entry)


def draw_missing() -> int:
    """Draw what the catalogue lacks, the newest first; some at a time. Answers how many."""
    drawn = 0
    for achievement in catalogue().order_by("-current_version__published_at", "slug")[:500]:
        drawn += draw_picture_of(achievement)
        if drawn == MOST_AT_ONCE:
            return drawn
    for entry in CatalogueEntry.objects.filter(kind__in=FROM_ENTRIES).order_by("-published_at", "pk")[:500]:
        drawn += _draw(entry)
        if drawn == MOST_AT_ONCE:
            return drawn
    return drawn

"""What an event keeps of its place and words, so that a list or a box on the map is one index."""

from __future__ import annotations

from core.translated import LANGUAGES, in_language
from events.enums import EventForm
from events.grid import cell_of
from events.models import Event, Place
from events.towns import folded


def put_in_place(event: Event, place: Place | None) -> None:
    """Set the place with its town, degrees and square of the grid, and the words to search by; saves nothing."""
    if event.form == EventForm.ONLINE:
        place = None
    event.place = place
    event.town = place.town if place else ""
    event.voivodeship = place.voivodeship if place else ""
    event.lat = place.lat if place else None
    event.lon = place.lon if place else None
    event.cell = (
        cell_of(place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None
    )
    event.searchable = searchable(event)


def searchable(event: Event) -> str:
    """Title, words, place and organiser in every language, without diacritics and capitals."""
    organiser = event.group.name if event.group else ""
    texts = [in_language(words, language) for words in (event.title, event.organiser_name, event.description)
             for language in LANGUAGES]  # fmt: skip
    texts += [organiser, event.place.name if event.place else "", event.town, event.voivodeship]
    return "\n".join(dict.fromkeys(folded(text) for text in texts if text))

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from events.enums import Visibility
from events.models import Event
from tests.factories import EventFactory, PlaceFactory


def public(slug: str, *, days: float = 1, place: dict | None = None, **fields) -> Event:
    """A public event in so many days, in Ełk unless `place` says otherwise (`{}` is Ełk, None is online)."""
    starts = timezone.now() + timedelta(days=days)
    spot = None if place is None else PlaceFactory(**place)
    return EventFactory(
        slug=slug,
        visibility=Visibility.PUBLIC,
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place=spot,
        **fields,
    )


WARSAW = {"town": "Warszawa", "voivodeship": "mazowieckie", "lat": 52.2298, "lon": 21.0118}
RADOM = {"town": "Radom", "voivodeship": "mazowieckie", "lat": 51.4025, "lon": 21.1471}

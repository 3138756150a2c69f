"""Where clubs meet, on the map of events: those that anybody may find, and nobody's person."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from clubs.enums import SENSITIVE_KINDS
from clubs.models import Club
from clubs.selectors.public_pages import findable_clubs
from events import map_layers
from events.grid import Bounds
from events.map_layers import LayerPoint
from people.models import Group


def meeting_places(bounds: Bounds, limit: int) -> Sequence[LayerPoint]:
    """At most `limit` clubs that meet within the bounds. One statement."""
    found = findable_clubs().filter(
        meeting_place__lat__range=(bounds.south, bounds.north),
        meeting_place__lon__range=(bounds.west, bounds.east),
    )
    return [
        LayerPoint(
            key=str(club.pk),
            title=club.group.name,
            line=" · ".join(part for part in (str(club.get_kind_display()), club.meeting_time) if part),
            address=f"/clubs/{club.slug}/",
            lat=club.meeting_place.lat,
            lon=club.meeting_place.lon,
        )
        for club in found[:limit]
        if club.meeting_place is not None
        and club.meeting_place.lat is not None
        and club.meeting_place.lon is not None
    ]


def groups_off_the_map() -> QuerySet[Group]:
    """Clubs whose membership may reveal something, and reported ones: their events never stand in public."""
    return Group.objects.filter(
        pk__in=Club.objects.filter(Q(kind__in=SENSITIVE_KINDS) | Q(hidden_at__isnull=False)).values("pk")
    )


map_layers.register("clubs", meeting_places)
map_layers.keep_off(groups_off_the_map)

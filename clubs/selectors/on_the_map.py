"""Where findable clubs meet, as a layer of the map; and the clubs whose events never stand there (answers.md 30)."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from clubs.enums import SENSITIVE_KINDS
from clubs.models import Club
from events import map_layers
from events.grid import Bounds
from people.models import Group


def club_points(bounds: Bounds, limit: int) -> list[map_layers.LayerPoint]:
    """Meeting places of clubs that strangers may find: a place, never a person. One statement."""
    clubs = Club.objects.findable().filter(
        meeting_place__lat__gte=bounds.south,
        meeting_place__lat__lte=bounds.north,
        meeting_place__lon__gte=bounds.west,
        meeting_place__lon__lte=bounds.east,
    )
    return [
        map_layers.LayerPoint(
            key=str(club.pk),
            title=club.group.name,
            line=" · ".join(filter(None, (club.get_kind_display(), club.meeting_time, place.town))),
            address=f"/clubs/{club.slug}/",
            lat=place.lat,
            lon=place.lon,
        )
        for club in clubs.select_related("group", "meeting_place").order_by("slug")[:limit]
        if (place := club.meeting_place) is not None and place.lat is not None and place.lon is not None
    ]


def kept_off_the_map() -> QuerySet[Group]:
    """Groups whose membership may reveal belief or origin, and clubs taken down after a report."""
    return Group.objects.filter(Q(club__kind__in=SENSITIVE_KINDS) | Q(club__hidden_at__isnull=False))


map_layers.register("clubs", club_points)
map_layers.keep_off(kept_off_the_map)

"""The map's answer: single points while they are few, squares with a number while they are many."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Min, QuerySet, Sum

from events.grid import FINEST, Bounds
from events.map_filters import MapFilter
from events.models import Event
from events.models.event import SQUARE_BITS
from events.selectors.public_events import in_box, mapped_events, narrowed
from events.towns import Town, all_towns

MOST_POINTS = 200
MOST_SQUARES = 400
# A square on the screen is a quarter of a tile: 64 pixels, more than a thumb needs.
FINER = 2


@dataclass(frozen=True)
class MapPoint:
    """One event on the map. `title` holds three languages; degrees are WGS 84."""

    id: UUID
    slug: str
    title: Mapping[str, str]
    kind: str
    form: str
    starts_at: datetime
    ends_at: datetime
    place: str
    precision: str
    town: str
    lat: float
    lon: float


@dataclass(frozen=True)
class Cluster:
    """So many events in `bounds`; the point is their mean, `near` the town nearest to it."""

    count: int
    lat: float
    lon: float
    bounds: Bounds
    near: str


@dataclass(frozen=True)
class MapAnswer:
    """Either points or clusters; `total` counts the events in the box in both cases."""

    points: tuple[MapPoint, ...]
    clusters: tuple[Cluster, ...]
    total: int


def soonest_points(bounds: Bounds, asked: MapFilter, now: datetime) -> MapAnswer:
    """The events of a box that begin soonest, however many there are: to be sorted where a position is known."""
    points = _points(narrowed(in_box(mapped_events(now), bounds), asked))
    return MapAnswer(points, (), len(points))


def map_answer(bounds: Bounds, zoom: int, asked: MapFilter, now: datetime) -> MapAnswer:
    """What the map shows of a box at a zoom: two statements, or three the first time in a minute."""
    events = narrowed(in_box(mapped_events(now), bounds), asked)
    few = len(events.values_list("cell")[: MOST_POINTS + 1]) <= MOST_POINTS
    if few:
        points = _points(events)
        return MapAnswer(points, (), len(points))
    clusters = _clusters(events, bounds, zoom)
    return MapAnswer((), clusters, sum(cluster.count for cluster in clusters))


def _points(events: QuerySet[Event]) -> tuple[MapPoint, ...]:
    rows = events.order_by("starts_at", "pk").values_list(
        "pk", "slug", "title", "kind", "form", "starts_at", "ends_at", "place__name", "place__precision", "town",
        "lat", "lon",
    )  # fmt: skip
    return tuple(MapPoint(*_without_gaps(row)) for row in rows[:MOST_POINTS])


def _without_gaps(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple("" if value is None else value for value in row)


def _clusters(events: QuerySet[Event], bounds: Bounds, zoom: int) -> tuple[Cluster, ...]:
    """Wide squares are put together from those of zoom 10, whose order the index has, so that nothing is sorted."""
    of_square = 2 * (FINEST - _zoom_of_squares(bounds, zoom))
    wide = of_square >= SQUARE_BITS
    square = F("map_square") if wide else F("cell").bitrightshift(of_square)
    rows = (
        events.annotate(square=square)
        .values("square")
        .annotate(
            count=Count("*"), lats=Sum("lat"), lons=Sum("lon"), south=Min("lat"), north=Max("lat"),
            west=Min("lon"), east=Max("lon"),
        )
        .order_by("square")
        .values_list("square", "count", "lats", "lons", "south", "north", "west", "east")
    )  # fmt: skip
    more = of_square - SQUARE_BITS if wide else 0
    groups = (list(group) for _, group in groupby(rows, key=lambda row: row[0] >> more))
    return tuple(_cluster(group, zoom) for group in islice(groups, 2 * MOST_SQUARES))


def _cluster(squares: list[tuple[Any, ...]], zoom: int) -> Cluster:
    _, counts, lats, lons, south, north, west, east = zip(*squares, strict=True)
    count = sum(counts)
    lat, lon = sum(lats) / count, sum(lons) / count
    box = Bounds(min(west), min(south), max(east), max(north))
    return Cluster(count, lat, lon, box, nearest_town(lat, lon, zoom))


def _zoom_of_squares(bounds: Bounds, zoom: int) -> int:
    """A quarter of a tile, coarser while the box would hold more than MOST_SQUARES of them."""
    finest = zoom + FINER
    while finest > 1:
        side = 360 / (1 << finest)
        # A degree of latitude is longer on Mercator's map; towards the pole the squares are smaller.
        up = (bounds.north - bounds.south) / (side * math.cos(math.radians(min(abs(bounds.north), 85.0))))
        if ((bounds.east - bounds.west) / side + 1) * (up + 1) <= MOST_SQUARES:
            break
        finest -= 1
    return min(finest, FINEST)


def nearest_town(lat: float, lon: float, zoom: int) -> str:
    """The name by which people know a spot: of a large town on a wide view, of any on a close one."""
    return _nearest_town(round(lat, 2), round(lon, 2), zoom)


@lru_cache(maxsize=16_384)
def _nearest_town(lat: float, lon: float, zoom: int) -> str:
    across = math.cos(math.radians(lat))
    towns = _towns_from(90_000 if zoom < 8 else 30_000 if zoom < 10 else 0)
    return min(towns, key=lambda town: (town.lat - lat) ** 2 + ((town.lon - lon) * across) ** 2).name


@cache
def _towns_from(fewest: int) -> tuple[Town, ...]:
    return tuple(town for town in all_towns() if town.population >= fewest)


def counts_by_voivodeship(asked: MapFilter, now: datetime) -> dict[str, int]:
    """How many events each voivodeship has on the map: one statement over the index."""
    rows = narrowed(mapped_events(now), asked).exclude(voivodeship="").values_list("voivodeship")
    return dict(rows.annotate(count=Count("*")).order_by("voivodeship"))

"""The public map over 10,000 and 100,000 events: a town, the country, the list by distance; a box alone as floor."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable
from datetime import timedelta

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.measuring import Row, in_turn, row
from bench.population import words
from bench.world import World
from events.enums import EventKind, Visibility
from events.grid import Bounds, cell_of
from events.models import Event, Place
from events.selectors.map_points import MOST_POINTS
from events.towns import all_towns

TOWN = Bounds(22.2, 53.7, 22.5, 53.9)
TOWN_VIEW = "/events.geojson?bbox=22.2,53.7,22.5,53.9&zoom=12"
COUNTRY_VIEW = "/events.geojson?bbox=13.9,48.9,24.3,55&zoom=6"
NEAR_LIST = "/events/?town=Radom&km=25&order=distance"
MOST_BYTES = 60 * 1024
SPREAD = 0.05


def run(world: World) -> list[Row]:
    sizes = world.sizes
    found: list[Row] = []
    for count, town_ms, country_ms in ((sizes.map_few, 5, 20), (sizes.map_many, 8, 70)):
        add_events(count - Event.objects.count())
        found += _measured(count, town_ms, country_ms, sizes.rounds)
    return found


def _measured(count: int, town_ms: int, country_ms: int, rounds: int) -> list[Row]:
    client = Client()
    now = timezone.now()

    def get(address: str) -> bytes:
        answer = client.get(address)
        assert answer.status_code == 200
        return answer.content

    def anew(address: str) -> Callable[[], object]:
        def work() -> None:
            cache.clear()
            get(address)

        return work

    def box_alone() -> list[object]:
        """What an index gives at least: the places of a box, at most as many as the map shows."""
        rows = Event.objects.filter(
            map_square__gte=0, cell__gte=0, lat__range=(TOWN.south, TOWN.north), lon__range=(TOWN.west, TOWN.east),
        )  # fmt: skip
        first, last = cell_of(TOWN.north, TOWN.west), cell_of(TOWN.south, TOWN.east)
        low, high = min(first, last) >> 20, max(first, last) >> 20
        return list(
            rows.filter(map_square__gte=low, map_square__lte=high).values_list("lat", "lon")[:MOST_POINTS]
        )

    in_country = {"lat__range": (48.9, 55), "lon__range": (13.9, 24.3)}
    live = Event.objects.filter(map_square__gte=0, ends_at__gte=now, **in_country).count()
    cache.clear()
    country = get(COUNTRY_VIEW)
    assert country.count(b'"cluster":true') > 10
    assert f'"total":{live}'.encode() in country
    with CaptureQueriesContext(connection) as caught:
        anew(COUNTRY_VIEW)()
    statements = len(caught)
    town, wide, remembered, by_distance, floor = in_turn(
        anew(TOWN_VIEW),
        anew(COUNTRY_VIEW),
        lambda: get(COUNTRY_VIEW),
        anew(NEAR_LIST),
        box_alone,
        rounds=rounds,
    )
    weight = max(len(gzip.compress(get(address))) for address in (TOWN_VIEW, COUNTRY_VIEW))
    counted = f"({statements} SQL, {weight / 1024:.0f} KB gz)"
    light = weight <= MOST_BYTES
    what = f"{count:,} events".replace(",", " ")
    return [
        row("map", f"a town of {what}", town, floor, goal=f"≤ {town_ms} ms", met=town.median <= town_ms),
        row(
            "map", f"the country of {what}, read anew", wide, floor, goal=f"≤ {country_ms} ms, ≤ 60 KB",
            met=wide.median <= country_ms and light, counted=counted,
        ),
        row("map", f"the country of {what}, remembered", remembered, floor, goal="≤ 5 ms", met=remembered.median <= 5),
        row("map", f"the list by distance of {what}", by_distance, floor, goal="≤ 60 ms", met=by_distance.median <= 60),
    ]  # fmt: skip


def add_events(count: int, seed: int = 7) -> None:
    """Public events in and around real towns, by population; a fifth of them over."""
    if count <= 0:
        return
    chance, now = random.Random(seed), timezone.now()
    towns = all_towns()
    places = Place.objects.bulk_create(
        Place(name="Dom Kultury", town=town.name, voivodeship=town.voivodeship, lat=town.lat, lon=town.lon)
        for town in towns
    )
    made = []
    for n, place in enumerate(chance.choices(places, [town.population for town in towns], k=count)):
        lat, lon = (place.lat or 0) + chance.gauss(0, SPREAD), (place.lon or 0) + chance.gauss(0, SPREAD)
        starts = now + timedelta(hours=chance.randrange(-2000, 8000))
        made.append(
            Event(
                slug=f"bench-{seed}-{n}-{starts:%Y%m%d%H}-{count}", kind=chance.choice(EventKind.values),
                title=words(f"Wydarzenie {n}"), visibility=Visibility.PUBLIC, published_at=now, starts_at=starts,
                ends_at=starts + timedelta(hours=2), place=place, town=place.town, voivodeship=place.voivodeship,
                lat=lat, lon=lon, cell=cell_of(lat, lon), searchable=f"wydarzenie {n}",
            )
        )  # fmt: skip
    Event.objects.bulk_create(made, batch_size=1000)

"""The first page of 24 over 500 achievements: read anew, remembered, and over HTTP; its query alone as the floor."""

from __future__ import annotations

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.http_clients import get
from bench.measuring import Row, in_turn, row
from bench.population import add_badges
from bench.serving import loaded
from bench.world import World
from cms.catalogue.selectors import ON_A_PAGE
from credentials.models import Achievement
from credentials.selectors.achievements import catalogue

CLIENTS = 16
MOST_BYTES = 60 * 1024


def run(world: World) -> list[Row]:
    sizes = world.sizes
    issuer = world.people.badges[0].issuer
    assert issuer is not None
    add_badges(issuer, max(0, sizes.catalogue - Achievement.objects.count()), 50)
    client = Client()
    first = client.get("/catalogue/").content
    assert first.count(b"/achievements/") >= ON_A_PAGE

    def anew() -> None:
        cache.clear()
        assert client.get("/catalogue/").status_code == 200

    with CaptureQueriesContext(connection) as caught:
        anew()
    statements = len(caught)
    ours, remembered, floor = in_turn(
        anew,
        lambda: client.get("/catalogue/"),
        lambda: list(catalogue().values_list("slug", "current_version__name")[:ON_A_PAGE]),
        rounds=sizes.rounds,
    )
    with world.served() as server:
        many = loaded(
            server.process.pid, server.port, [get("/catalogue/")] * (sizes.requests // 2), clients=CLIENTS
        )
    return [
        row(
            "catalogue", f"first page of {sizes.catalogue}, read anew", ours, floor, goal="≤ 20 ms, ≤ 6 SQL, ≤ 60 KB",
            met=ours.median <= 20 and statements <= 6 and len(first) <= MOST_BYTES,
            counted=f"({statements} SQL, {len(first) / 1024:.0f} KB)",
        ),
        row("catalogue", "first page, remembered", remembered, floor, goal="≤ 20 ms", met=remembered.median <= 20),
        row(
            "catalogue", f"remembered, {CLIENTS} clients over HTTP", many.samples, goal="≥ 1,000/s",
            met=many.per_second >= 1000,
            counted=f"({many.per_second:.0f}/s; {1000 / max(many.samples.cpu[0], 0.01):.0f} a second of CPU)",
        ),
    ]  # fmt: skip

"""A shared credential from a started portal, signed JSON and page; one row by key as the floor."""

from __future__ import annotations

import json
from itertools import cycle, islice

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.http_clients import Load, get
from bench.measuring import Row, row
from bench.serving import beside, loaded
from bench.signed import SharedBadge, shared_badges
from bench.world import World

CLIENTS = 16
MOST_BYTES = 5 * 1024


def run(world: World) -> list[Row]:
    shared = shared_badges(world.people, at=-2)
    requests = world.sizes.requests
    asked = list(islice(cycle(shared), requests))
    with world.served(PUBLIC_URL=settings.PUBLIC_URL) as server:
        alone = loaded(
            server.process.pid, server.port, [_json(one) for one in asked[: requests // 10]], clients=1
        )
        many = loaded(server.process.pid, server.port, [_json(one) for one in asked], clients=CLIENTS)
        pages = [
            get(f"/credentials/{one.id}?key={one.secret}", accept="text/html")
            for one in asked[: requests // 3]
        ]
        one_page = loaded(server.process.pid, server.port, pages[: requests // 10], clients=1)
        page = loaded(server.process.pid, server.port, pages, clients=CLIENTS)
    assert {answer.body for answer in many.answers} == {one.body for one in shared}
    assert all(str(one.id).encode() in page_of(page, one) for one in shared[:3])
    with world.copied() as data, beside("bench.bare_pages", data=data) as (process, port):
        floor = loaded(process.pid, port, [get(f"/{one.document_id}") for one in asked], clients=CLIENTS)
    assert json.loads(floor.answers[0].body) in [json.loads(one.body) for one in shared]
    size, statements = max(len(one.body) for one in shared), _statements(shared[0])
    return [
        row(
            "document", f"JSON, {CLIENTS} clients", many.samples, floor.samples, goal="≥ 1,000/s",
            met=many.per_second >= 1000, counted=_rates(many),
        ),
        row(
            "document", "JSON, one client", alone.samples, goal="≤ 2.5 ms, 1 SQL, ≤ 5 KB",
            met=alone.samples.median <= 2.5 and statements == 1 and size <= MOST_BYTES,
            counted=f"({statements} SQL, {size / 1024:.1f} KB)",
        ),
        row(
            "document", f"page with its verdict, {CLIENTS} clients", page.samples, floor.samples, goal="≥ 400/s",
            met=page.per_second >= 400, counted=_rates(page),
        ),
        row("document", "page, one client", one_page.samples, goal="≤ 8 ms", met=one_page.samples.median <= 8),
    ]  # fmt: skip


def page_of(load: Load, one: SharedBadge) -> bytes:
    """The page of this badge among the answers."""
    return next(answer.body for answer in load.answers if str(one.id).encode() in answer.body)


def _json(one: SharedBadge) -> bytes:
    return get(f"/credentials/{one.id}.json?key={one.secret}")


def _rates(load: Load) -> str:
    return f"({load.per_second:.0f}/s; {1000 / max(load.samples.cpu[0], 0.01):.0f} a second of CPU)"


def _statements(one: SharedBadge) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert Client().get(f"/credentials/{one.id}.json?key={one.secret}").content == one.body
    return len(caught)

"""The first page of 24 over 500 achievements: read anew, remembered, and over HTTP; then search, filters and orders
over 50,000 and 100,000 events. The query alone is the floor.
"""

from __future__ import annotations

from itertools import cycle

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.models import OuterRef, Subquery
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.http_clients import Answer, get
from bench.measuring import Row, in_turn, row
from bench.population import add_badges, words
from bench.scenarios.the_map import add_events
from bench.serving import loaded
from bench.world import World
from cms.catalogue.models import CatalogueEntry
from cms.catalogue.selectors import ON_A_PAGE
from cms.catalogue.services.indexing import ENTRIES, rebuild
from cms.services.first_pages import make_first_pages
from credentials.models import Achievement, AchievementVersion, Issuer
from credentials.selectors.achievements import catalogue

CLIENTS = 16
MOST_BYTES = 60 * 1024
SUBJECTS = (
    "debaty", "wolontariatu", "samorządu", "pamięci", "klimatu", "mediów", "prawa", "sportu", "teatru", "matematyki",
    "dostępności", "petycji", "historii", "muzyki", "robotyki", "ekologii", "mediacji", "wyborów", "budżetu", "szkoły",
)  # fmt: skip
TAGS = (
    "debata",
    "wolontariat",
    "samorząd",
    "historia",
    "klimat",
    "media",
    "prawo",
    "sport",
    "kultura",
    "matematyka",
)
# What people ask: a rare pair of words, a common word with filters, filters alone, another order, a page further on,
# events of a voivodeship, and a word that every event has.
QUESTIONS = (
    "?q=mistrz+debatami", "?q=wolontariacie&workload=short", "?q=odznaka&kind=digital_badge&field=nature", "?field=law",
    "?order=newest",
    "?q=historie&price=free&order=newest", "?workload=long&form=online&order=name", "?q=klimatem&page=2",
    "?kind=event&voivodeship=śląskie", "?order=name", "?order=shortest&price=free", "?q=wydarzenie&kind=event",
)  # fmt: skip


def run(world: World) -> list[Row]:
    sizes = world.sizes
    issuer = world.people.badges[0].issuer
    assert issuer is not None
    add_badges(issuer, max(0, sizes.catalogue - Achievement.objects.count()), 50)
    rebuild()
    # As a portal starts, with the menus of its editors.
    make_first_pages(settings.CONTENT, portal_name=settings.WAGTAIL_SITE_NAME)
    client = Client()
    first = client.get("/catalogue/").content
    assert first.count(b"/achievements/") >= ON_A_PAGE

    def anew() -> None:
        # Something was published: the page is read again, and not the menus that all pages share.
        ENTRIES.change()
        assert client.get("/catalogue/").status_code == 200

    with CaptureQueriesContext(connection) as caught:
        anew()
    statements = len(caught)
    cache.clear()
    with CaptureQueriesContext(connection) as caught:
        anew()
    at_first = len(caught)
    ours, remembered, floor = in_turn(
        anew,
        lambda: client.get("/catalogue/"),
        lambda: list(catalogue().values_list("slug", "current_version__name")[:ON_A_PAGE]),
        rounds=sizes.rounds,
    )
    with world.served() as server:
        many = loaded(server.process.pid, server.port, [get("/catalogue/")] * sizes.requests, clients=CLIENTS)
        unchanged = loaded(
            server.process.pid,
            server.port,
            [_again(many.answers[0])] * (sizes.requests // 10),
            clients=1,
            status=304,
        )
    return [
        row(
            "catalogue", f"first page of {sizes.catalogue}, read anew", ours, floor, goal="≤ 20 ms, ≤ 6 SQL, ≤ 60 KB",
            met=ours.median <= 20 and statements <= 6 and len(first) <= MOST_BYTES,
            counted=f"({statements} SQL, {at_first} in a process that has just begun; {len(first) / 1024:.0f} KB)",
        ),
        row("catalogue", "first page, remembered", remembered, floor, goal="≤ 20 ms", met=remembered.median <= 20),
        row(
            "catalogue", f"remembered, {CLIENTS} clients over HTTP", many.samples, goal="≥ 1,000/s",
            met=many.per_second >= 1000,
            counted=f"({many.per_second:.0f}/s; {1000 / max(many.samples.cpu[0], 0.01):.0f} a second of CPU)",
        ),
        row(
            "catalogue", "not changed since (304), one client", unchanged.samples, goal="≤ 3 ms",
            met=unchanged.samples.median <= 3,
        ),
        _over_many(client, issuer, world),
    ]  # fmt: skip


def _again(answer: Answer) -> bytes:
    """The bytes of asking whether it has changed."""
    tag = next(line for line in answer.head.split("\r\n") if line.lower().startswith("etag:"))
    return get("/catalogue/").removesuffix(b"\r\n") + f"If-None-Match: {tag[5:].strip()}\r\n\r\n".encode()


def _over_many(client: Client, issuer: Issuer, world: World) -> Row:
    how_many, events = world.sizes.catalogue_many, world.sizes.catalogue_events
    add_described_badges(issuer, how_many)
    add_events(events, seed=11)
    rebuild()
    assert CatalogueEntry.objects.filter(kind="digital_badge").count() >= how_many
    questions = cycle(QUESTIONS)
    assert b"achievement-card" in client.get("/catalogue/?q=debata").content

    def ask() -> None:
        cache.clear()
        assert client.get(f"/catalogue/{next(questions)}").status_code == 200

    ours, floor = in_turn(
        ask, lambda: list(CatalogueEntry.objects.order_by("rank", "order_pl").values("path", "title")[:ON_A_PAGE]),
        rounds=world.sizes.rounds * 3,
    )  # fmt: skip
    what = f"search, filters, orders over {how_many:,} and {events:,} events, read anew"
    return row("catalogue", what, ours, floor, goal="p95 ≤ 60 ms", met=ours.p95 <= 60)  # fmt: skip


def add_described_badges(issuer: Issuer, how_many: int) -> None:
    """Badges that differ in their words, tags, hours and form."""
    forms, hours = ("in_person", "online", "blended"), (2, 5, 12, 25, 40)
    for start in range(0, how_many, 2_000):
        numbers = range(start, min(start + 2_000, how_many))
        made = Achievement.objects.bulk_create(
            Achievement(slug=f"many-{n}", kind="digital_badge", issuer=issuer) for n in numbers
        )
        AchievementVersion.objects.bulk_create(
            AchievementVersion(
                achievement=achievement, number=1, published_at=achievement.created_at, digest="0" * 64,
                name=words(f"{'Mistrz' if n % 50 == 0 else 'Odznaka'} {SUBJECTS[n % 20]} {n}"),
                description=words(f"Za pracę na rzecz {SUBJECTS[n * 7 % 20]} i {SUBJECTS[n * 3 % 20]}"),
                art={"shape": "rosette", "palette": "indigo", "symbol": "star", "ribbon": "none"},
                art_alt=words("Rozeta"), tags=[TAGS[n % 10]], workload_hours=hours[n % 5],
                participation_form=forms[n % 3],
                learning_outcomes=[{"id": "1", "text": words("Umie"), "criteria": [words("pokazuje")]}],
            )
            for n, achievement in zip(numbers, made, strict=True)
        )  # fmt: skip
    version = AchievementVersion.objects.filter(achievement=OuterRef("pk"), number=1).values("pk")[:1]
    Achievement.objects.filter(slug__startswith="many-").update(current_version=Subquery(version))

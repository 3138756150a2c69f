"""The first page of 24 over 500 achievements: read anew, remembered, and over HTTP; then search and filters over
50,000. The query alone is the floor.
"""

from __future__ import annotations

from itertools import cycle

from django.core.cache import cache
from django.db import connection
from django.db.models import OuterRef, Subquery
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.http_clients import get
from bench.measuring import Row, in_turn, row
from bench.population import add_badges, words
from bench.serving import loaded
from bench.world import World
from cms.catalogue.models import CatalogueEntry
from cms.catalogue.selectors import ON_A_PAGE
from cms.catalogue.services.indexing import rebuild
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
# What people ask: a rare pair of words, a common word with filters, filters alone, another order, a page further on.
QUESTIONS = (
    "?q=mistrz+debatami", "?q=wolontariacie&workload=short", "?q=odznaka&kind=digital_badge&field=nature", "?field=law",
    "?order=newest",
    "?q=historie&price=free&order=newest", "?workload=long&form=online&order=name", "?q=klimatem&page=2",
)  # fmt: skip


def run(world: World) -> list[Row]:
    sizes = world.sizes
    issuer = world.people.badges[0].issuer
    assert issuer is not None
    add_badges(issuer, max(0, sizes.catalogue - Achievement.objects.count()), 50)
    rebuild()
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
        _over_many(client, issuer, sizes.catalogue_many, sizes.rounds * 2),
    ]  # fmt: skip


def _over_many(client: Client, issuer: Issuer, how_many: int, rounds: int) -> Row:
    add_described_badges(issuer, how_many)
    rebuild()
    assert CatalogueEntry.objects.filter(kind="digital_badge").count() >= how_many
    questions = cycle(QUESTIONS)
    assert b"achievement-card" in client.get("/catalogue/?q=debata").content

    def ask() -> None:
        cache.clear()
        assert client.get(f"/catalogue/{next(questions)}").status_code == 200

    ours, floor = in_turn(
        ask, lambda: list(CatalogueEntry.objects.order_by("rank", "order_pl").values("path", "title")[:ON_A_PAGE]),
        rounds=rounds,
    )  # fmt: skip
    return row(
        "catalogue", f"search and filters over {how_many:,}, read anew", ours, floor, goal="p95 ≤ 60 ms",
        met=ours.p95 <= 60,
    )  # fmt: skip


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

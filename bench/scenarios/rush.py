"""Many students hand in at the same time, over HTTP on SQLite: nobody fails, nobody twice."""

from __future__ import annotations

import sqlite3
from uuid import uuid4

from django.db import connections

from bench.http_clients import Load, ask, load
from bench.measuring import Row, row
from bench.phones import document_id
from bench.population import populate
from bench.processes import cpu_seconds
from bench.world import World
from paths.models import Enrollment
from tests.servers import Server, cookie_of

CLIENTS = 200


def run(world: World) -> list[Row]:
    sizes = world.sizes
    people = populate(
        classes=sizes.rush_classes,
        size=-(-(sizes.rush + sizes.at_once) // sizes.rush_classes),
        steps=2,
        badges=16,
        seed=9,
    )
    enrollments = Enrollment.objects.filter(path=people.path).select_related("student")[
        : sizes.rush + sizes.at_once
    ]
    step = people.path.steps.get(position=2)
    requests = [
        ask(
            document_id("HandIn"), cookie_of(one.student), enrollmentId=one.pk, stepId=step.pk, key=uuid4(),
            evidence=[{"kind": "text", "text": "Rozmowa z radną i notatka z niej"}],
        )
        for one in enrollments
    ]  # fmt: skip
    with world.served() as server:
        load(server.port, [requests[0]], clients=1)
        spread = _crowd(server, requests[: sizes.rush], sizes.seconds)
        at_once = _crowd(server, requests[sizes.rush :], 0)
        # Everybody once more with the same keys: the same answers, and nothing happens twice.
        again = _crowd(server, requests[sizes.rush :], 0)
        handed_in, evidence = _counted(server)
    assert [handed_in, evidence] == [len(requests)] * 2
    rate = sizes.rush / sizes.seconds
    return [
        row(
            "rush", f"{sizes.rush} hand in within {sizes.seconds:.0f} s ({rate:.0f}/s)", spread.samples,
            goal="no error, p95 ≤ 1 s", met=spread.samples.p95 <= 1000,
        ),
        _told(f"{sizes.at_once} hand in in the same second", at_once),
        _told(f"the same {sizes.at_once} again, with their keys", again),
    ]  # fmt: skip


def _told(what: str, crowd: Load) -> Row:
    samples = crowd.samples
    return row(
        "rush",
        what,
        samples,
        goal="no error, p95 ≤ 1 s",
        met=samples.p95 <= 1000,
        counted=f"({crowd.per_second:.0f}/s)",
    )


def _crowd(server: Server, requests: list[bytes], seconds: float) -> Load:
    before = cpu_seconds(server.process.pid)
    crowd = load(server.port, requests, clients=CLIENTS, seconds=seconds)
    crowd.samples.cpu = [(cpu_seconds(server.process.pid) - before) * 1000 / len(requests)]
    for answer in crowd.answers:
        if problems := answer.data["handIn"]["errors"]:
            raise RuntimeError(problems)
    return crowd


def _counted(server: Server) -> tuple[int, int]:
    """Submissions handed in, and pieces of evidence, as they stand in the server's own file."""
    connections.close_all()
    with sqlite3.connect(server.database) as file:
        (handed_in,) = file.execute(
            "SELECT count(*) FROM paths_submission WHERE state = 'handed_in'"
        ).fetchone()
        (evidence,) = file.execute("SELECT count(*) FROM credentials_evidence").fetchone()
    return handed_in, evidence

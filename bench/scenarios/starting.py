"""The portal from an empty folder, again, and to its first page; memory after it has served."""

from __future__ import annotations

import tempfile
import time
import urllib.request
from contextlib import closing
from pathlib import Path

from bench.http_clients import get
from bench.measuring import Row, Samples, row
from bench.processes import memory_bytes
from bench.serving import loaded
from bench.world import World
from tests.servers import ROOT
from tools import database, preparing, processes
from tools.places import PYTHON

MOST_BYTES = 350 * 1024 * 1024
PAGES = ("/", "/catalogue/", "/sign-in/", "/verify/")


def run(world: World) -> list[Row]:
    """Setting up the environment and building the front are left out: they are done once a machine."""
    with tempfile.TemporaryDirectory(prefix="kotylion-bench-start-") as folder:
        first, _, _ = _start(Path(folder))
        second, second_page, memory = _start(Path(folder), requests=world.sizes.requests // 10)
    return [
        row("start", "first: migrations, demo school, server", first, goal="≤ 90 s", met=first.median <= 90_000),
        row("start", "second", second, goal="≤ 5 s", met=second.median <= 5_000),
        row("start", "cold process to first page", second_page, goal="≤ 3 s", met=second_page.median <= 3_000),
        row(
            "start", "memory after warm-up", second, goal="≤ 350 MB", met=memory <= MOST_BYTES,
            counted=f"({memory / 1024 / 1024:.0f} MB)",
        ),
    ]  # fmt: skip


def _start(data: Path, requests: int = 0) -> tuple[Samples, Samples, int]:
    """As `./dev run` does it. Answers the time to the first page, from the server's start to it, and memory."""
    env = preparing.for_portal(str(data)) | {"DEMO": "1", "DEMO_PASSWORD": "kotylion"}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    port = processes.free_port()
    started = time.perf_counter()
    database.prepare(env)
    served = time.perf_counter()
    with (data / "log").open("ab") as log:
        server = processes.start(
            [PYTHON, "-m", "portal.server", "--port", str(port)], output=log, cwd=ROOT, env=env
        )
    try:
        _first_page(port)
        now = time.perf_counter()
        memory = 0
        if requests:
            loaded(server.pid, port, [get(PAGES[n % len(PAGES)]) for n in range(requests)], clients=8)
            memory = memory_bytes(server.pid)
        return Samples([(now - started) * 1000]), Samples([(now - served) * 1000]), memory
    finally:
        processes.stop(server)


def _first_page(port: int) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            with closing(urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30)) as page:
                assert page.status == 200
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)

"""What a whole run of benchmarks shares: its sizes, its data folder, and one populated school."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.db import connection
from django_tasks_db.management.commands.db_worker import Worker

from bench.population import Population, populate
from bench.sizes import Sizes
from tests.servers import Server, start_server


@dataclass
class World:
    """Scenarios take it as their only argument. `folder` holds the database and the keys."""

    sizes: Sizes
    folder: Path

    @cached_property
    def people(self) -> Population:
        """The demo data of performance.md, made when the first scenario asks for it."""
        sizes = self.sizes
        return populate(classes=sizes.classes, size=sizes.students, steps=sizes.steps, badges=sizes.badges)

    @contextmanager
    def served(self, **env: str) -> Iterator[Server]:
        """A started portal, a process of its own, over a copy of everything that is in the database now."""
        self._write_out()
        server = start_server(env, data_from=self.folder)
        try:
            yield server
        finally:
            server.stop()

    @contextmanager
    def copied(self) -> Iterator[Path]:
        """A copy of the data folder as it is now."""
        self._write_out()
        with tempfile.TemporaryDirectory(prefix="kotylion-bench-") as place:
            yield Path(shutil.copytree(self.folder, Path(place) / "data"))

    def _write_out(self) -> None:
        # Badges still to be drawn would be drawn by the server that is measured.
        Worker(
            queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False, max_tasks=None,
            worker_id="bench", excluded_queue_names=[],
        ).run()  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

"""The demo school on a started portal: one process over SQLite, and two over PostgreSQL and Redis."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.conftest import demo_database
from tests.servers import ROOT, Server, migrated_postgres, start_server
from tools.services import redis


@dataclass
class House:
    """One portal, in one process or in two. `first` and `second` are the same server when there is one."""

    first: Server
    second: Server


@pytest.fixture(scope="module", params=["sqlite", "postgresql and redis"])
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    if request.param == "sqlite":
        server = start_server({"DEMO": "1"}, data_from=demo_database())
        yield House(server, server)
        server.stop()
        return
    with migrated_postgres() as database_url, redis() as redis_url:
        data = Path(tempfile.mkdtemp(prefix="kotylion-house-"))
        env = {
            "DEMO": "1", "DATABASE_URL": database_url, "REDIS_URL": redis_url, "KOTYLION_ENV": "development",
            "KOTYLION_DATA": str(data), "SECRET_KEY": settings.SECRET_KEY,
            "SECRET_DIGEST_KEY": settings.SECRET_DIGEST_KEY, "KEYS_PASSPHRASE": settings.KEYS_PASSPHRASE,
        }  # fmt: skip
        plain = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        subprocess.run(
            [sys.executable, "manage.py", "demo"], cwd=ROOT, env=plain | env, check=True, capture_output=True
        )
        # Keys and media are one folder for all processes, as behind a proxy on one machine.
        first = start_server(env)
        second = start_server(env | {"PUBLIC_URL": first.base_url})
        yield House(first, second)
        second.stop()
        first.stop()
        shutil.rmtree(data, ignore_errors=True)

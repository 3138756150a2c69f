"""A hall: the whole server in a thread of the test, so that a test can publish as a service would."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.live import publishing
from people.models import User
from tests.factories import UserFactory
from tests.phones import Phone
from tests.servers import cookie_of, database, serving, template_database


@dataclass
class Hall:
    """A running server with the phones in it."""

    port: int
    phones: ExitStack

    @property
    def base_url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def ws_url(self) -> str:
        return f"ws://localhost:{self.port}/ws/graphql/"

    def phone(self, user: User | None = None, **options) -> Phone:
        """A phone of `user` (a new person without one), hung up at the end of the test."""
        cookie = options.pop("cookie", None) or cookie_of(user or UserFactory())
        return self.phones.enter_context(Phone(self.ws_url, cookie, **options))

    def connections(self) -> int:
        office = publishing.current_office()
        assert office is not None
        return len(office.hub.registry)


def wait_until(true: Callable[[], bool], seconds: float = 5.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.01)


@contextmanager
def open_hall() -> Iterator[Hall]:
    """Serve the portal in a thread, over whatever database and layer the test has chosen."""
    from portal.asgi import application

    with serving(application) as port, ExitStack() as phones:
        yield Hall(port, phones)


@contextmanager
def migrated_copy(folder: Path, blocker) -> Iterator[Path]:
    """A SQLite file of the test's own, for every thread and for servers beside it."""
    file = folder / "kotylion.sqlite3"
    shutil.copy(template_database(), file)
    with database(file, blocker):
        yield file


@pytest.fixture
def own_database(tmp_path: Path, django_db_blocker) -> Iterator[Path]:
    with migrated_copy(tmp_path, django_db_blocker) as file:
        yield file


@pytest.fixture(scope="module")
def _open_hall(tmp_path_factory, django_db_blocker) -> Iterator[Hall]:
    with migrated_copy(tmp_path_factory.mktemp("hall"), django_db_blocker), open_hall() as opened:
        yield opened


@pytest.fixture
def hall(_open_hall: Hall) -> Iterator[Hall]:
    """The module's hall, empty at the beginning and at the end of each test."""
    with ExitStack() as phones:
        yield Hall(_open_hall.port, phones)
    wait_until(lambda: _open_hall.connections() == 0)

"""A hall: the whole server in a thread of the test, so that a test can publish as a service would."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from core.live import publishing
from core.server.serving import Address, listen, server_config
from people.models import User
from tests.factories import UserFactory
from tests.phones import Phone
from tests.servers import cookie_of, database, template_database


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


@pytest.fixture
def hall(tmp_path: Path, django_db_blocker) -> Iterator[Hall]:
    from portal.asgi import application

    file = tmp_path / "kotylion.sqlite3"
    shutil.copy(template_database(), file)
    with database(file, django_db_blocker), ExitStack() as phones:
        address = Address(port=0)
        listener = listen(address)
        server = uvicorn.Server(server_config(application, address))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            wait_until(lambda: server.started)
            yield Hall(listener.getsockname()[1], phones)
        finally:
            phones.close()
            server.should_exit = True
            thread.join(15)

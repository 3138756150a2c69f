"""Real servers for tests: a process of its own, on a free port, over a copy of a migrated database.

    server = start_server()                      one process, SQLite, in-memory layer
    server = start_server({"REDIS_URL": …})      another environment
    with database(server.database, django_db_blocker):
        user = UserFactory()                     rows the server sees
        cookie = server.cookie_of(user)          and a person signed in there

`template_database()` takes half a minute the first time, then none until a migration changes; `./dev test` makes it
beside the checks (`python -m tests.servers`).
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from select import select
from typing import TYPE_CHECKING, Any, Self

import uvicorn
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connections

from core.server.serving import Address, listen, server_config
from tools import processes
from tools.places import ROOT, STATE
from tools.services import postgres, postgres_directory

if TYPE_CHECKING:
    from people.models import User

KEPT = STATE / "tests"
START_SECONDS = 60.0
MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


@contextmanager
def alone(name: str) -> Iterator[None]:
    """One process at a time: what two workers of a test run both need is made by the first and found by the second."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / f"making-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def template_database() -> Path:
    """A migrated, empty SQLite file, kept between test sessions as long as no migration changes."""
    with alone("template"):
        return _template_database()


def _template_database() -> Path:
    kept = _kept("sqlite3")
    if not kept.exists():
        with tempfile.TemporaryDirectory() as folder:
            _migrate({"KOTYLION_ENV": "test", "KOTYLION_DATA": folder})
            draft = kept.with_suffix(f".{os.getpid()}")
            shutil.copy(Path(folder) / "kotylion.sqlite3", draft)
            _keep(draft, kept)
    return kept


@contextmanager
def migrated_postgres() -> Iterator[str]:
    """The address of a database on a PostgreSQL of its own, migrated and empty; a dump of it is kept as the file is."""
    programs = postgres_directory()
    with postgres() as url, tempfile.TemporaryDirectory() as folder:
        with alone("postgresql"):
            kept = _kept("pgdump")
            if kept.exists():
                subprocess.run([programs / "pg_restore", "--no-owner", "-d", url, kept], check=True)
            else:
                _migrate({"KOTYLION_ENV": "test", "KOTYLION_DATA": folder, "DATABASE_URL": url})
                draft = kept.with_suffix(f".{os.getpid()}")
                subprocess.run([programs / "pg_dump", "-Fc", "-f", draft, url], check=True)
                _keep(draft, kept)
        yield url


def _kept(kind: str) -> Path:
    """Where what these migrations make is kept."""
    digest = hashlib.sha256()
    # Some rooms have rooms in them.
    for migration in sorted([*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py")]):
        digest.update(migration.read_bytes())
    digest.update((ROOT / "requirements" / "app.txt").read_bytes())
    return KEPT / f"template-{digest.hexdigest()[:16]}.{kind}"


def _keep(draft: Path, kept: Path) -> None:
    """Put what was made in its place, and away with that of other migrations."""
    for old in KEPT.glob(f"template-*{kept.suffix}"):
        old.unlink(missing_ok=True)
    draft.replace(kept)


def _migrate(env: Mapping[str, str]) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"], cwd=ROOT, env=plain | dict(env), check=True
    )


@dataclass
class Server:
    """A started portal. `data` holds its database, keys and log; it is removed by `stop`."""

    port: int
    data: Path
    process: subprocess.Popen[bytes]
    command: list[str]
    env: dict[str, str] = field(repr=False)

    @property
    def base_url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def ws_url(self) -> str:
        return f"ws://localhost:{self.port}/ws/graphql/"

    @property
    def database(self) -> Path:
        return self.data / "kotylion.sqlite3"

    @property
    def log(self) -> str:
        return (self.data / "log").read_text()

    def start(self) -> None:
        """Start (again) and wait for `/readyz`; raises RuntimeError with the log when it does not come."""
        self.begin()
        deadline = time.monotonic() + START_SECONDS
        while not self.is_ready():
            if self.has_ended() or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"the server did not start:\n{self.log[-4000:]}")
            time.sleep(0.05)

    def begin(self) -> None:
        with (self.data / "log").open("ab") as output:
            self.process = processes.start(self.command, output=output, cwd=ROOT, env=self.env)

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def kill(self) -> None:
        """End it as a power cut would; data stay, `start` begins again."""
        processes.kill(self.process)

    def stop(self) -> None:
        """End it in good order and remove its data."""
        processes.stop(self.process)
        shutil.rmtree(self.data, ignore_errors=True)

    def cookie_of(self, user: User) -> str:
        """A Cookie header with which `user` is signed in. Needs `database(server.database)` around it."""
        return cookie_of(user)


def cookie_of(user: User) -> str:
    """Begin a session for `user` in the current database; the Cookie header that carries it."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = MODEL_BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def session_key_of(cookie: str) -> str:
    return cookie.split("=", 1)[1]


def start_server(
    env: Mapping[str, str] | None = None, *, database: Path | None = None, data_from: Path | None = None
) -> Server:
    """Start a portal in the development layer. `database` is copied; without it an empty migrated one.
    `data_from` is a whole data folder (database, keys, media) to begin from a copy of.

    With `DATABASE_URL` in `env` the caller has migrated that database. Secrets equal those of the test
    settings, so sessions made by a test fit.
    """
    data = Path(tempfile.mkdtemp(prefix="kotylion-server-"))
    port = processes.free_port()
    given = environment(data, port, env or {})
    if "DATABASE_URL" not in given:
        if data_from is not None:
            shutil.copytree(data_from, data, dirs_exist_ok=True)
        else:
            shutil.copy(database or template_database(), data / "kotylion.sqlite3")
    command = [sys.executable, "-m", "portal.server", "--port", str(port)]
    server = Server(port, data, None, command, given)  # type: ignore[arg-type]
    server.start()
    return server


def environment(data: Path, port: int, given: Mapping[str, str]) -> dict[str, str]:
    """Of a portal over `data` on `port`: ours without what speaks of other databases, and what is `given`."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")
    }
    return (
        inherited
        | {
            "KOTYLION_ENV": "development",
            "KOTYLION_DATA": str(data),
            "PUBLIC_URL": f"http://localhost:{port}",
            "SECRET_KEY": settings.SECRET_KEY,
            "SECRET_DIGEST_KEY": settings.SECRET_DIGEST_KEY,
            "KEYS_PASSPHRASE": settings.KEYS_PASSPHRASE,
        }
        | given
    )


class LoadedServer(Server):
    """A portal that is loaded once (tests/loaded.py) and serves one story after another, each over fresh data.

    As `Server`, but `start` forks what is loaded, so it takes a tenth of the time.
    """

    _serving: int | None = None

    @classmethod
    def load(cls, env: Mapping[str, str], *, port: int) -> Self:
        """Load a portal with `env`; it serves when `over` tells it the data."""
        data = Path(tempfile.mkdtemp(prefix="kotylion-server-"))
        command = [*processes.ending_with_us(), sys.executable, "-m", "tests.loaded", str(port)]
        given = environment(data, port, env)
        process = subprocess.Popen(
            command, cwd=ROOT, env=given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
            bufsize=0,
        )  # fmt: skip
        return cls(port, data, process, command, given)

    def over(self, data: Path) -> Self:
        """Serve over a copy of this data folder."""
        shutil.rmtree(self.data)
        shutil.copytree(data, self.data)
        self.start()
        return self

    def begin(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"serve\n")
        self._serving = int(self._answer())

    def has_ended(self) -> bool:
        return self._serving is None or self._speaks(within=0)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End what serves, in good order; it can serve again."""
        self._end(signal.SIGTERM)

    def unload(self) -> None:
        """End for good."""
        processes.kill(self.process)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        shutil.rmtree(self.data, ignore_errors=True)

    def _end(self, how: signal.Signals) -> None:
        if self._serving is None:
            return
        with suppress(ProcessLookupError):
            os.kill(self._serving, how)
            if not self._speaks(within=10):
                os.kill(self._serving, signal.SIGKILL)
        assert self._answer() == "ended"
        self._serving = None

    def _speaks(self, within: float) -> bool:
        return bool(select([self.process.stdout], [], [], within)[0])

    def _answer(self) -> str:
        assert self.process.stdout is not None
        if line := self.process.stdout.readline():
            return line.decode().strip()
        raise RuntimeError("the portal that was to serve could not be loaded")


@contextmanager
def database(path: Path | str, blocker: Any) -> Iterator[None]:
    """Point this process's ORM, in every thread, at another SQLite file; `blocker` is `django_db_blocker`."""
    with other_database({"ENGINE": "core.sqlite", "NAME": str(path)}, blocker):
        yield


@contextmanager
def other_database(place: dict[str, Any], blocker: Any) -> Iterator[None]:
    """The same for any database settings."""
    before, wrapper = dict(connections.settings["default"]), connections["default"]
    ours = dict(before) | place
    if place["ENGINE"] != before["ENGINE"]:
        ours["OPTIONS"] = {}
    with blocker.unblock():
        connections.settings["default"] = ours
        del connections["default"]
        try:
            yield
        finally:
            connections["default"].close()
            connections.settings["default"] = before
            connections["default"] = wrapper


@contextmanager
def serving(application: Any) -> Iterator[int]:
    """Serve an ASGI application in a thread of this process, as `portal.server` would; yields its port."""
    address = Address(port=0)
    listener = listen(address)
    server = uvicorn.Server(server_config(application, address))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.01)
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)


if __name__ == "__main__":
    template_database()

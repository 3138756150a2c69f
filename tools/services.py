"""PostgreSQL and Redis of our own for tests and benchmarks, on loopback, gone without a trace afterwards.

    with postgres() as database_url, redis() as redis_url:
        …

A test that takes a server away and brings it back (same port, same data) uses the classes:

    with RedisServer() as server:
        server.kill(); server.start()
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from tools import processes

HOST = "127.0.0.1"
ACCOUNT = "nobody"
START_SECONDS = 30.0


class ServiceMissing(RuntimeError):
    """A server program is not installed on this machine."""


class ServiceFailed(RuntimeError):
    """A server did not come up; the message ends with what it printed."""


class Server:
    """One server process with a directory and a port that outlive its restarts."""

    program: str

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix=f"kotylion-{self.program}-"))
        self.port = processes.free_port(HOST)
        self.process: subprocess.Popen[bytes] | None = None
        if os.geteuid() == 0:
            shutil.chown(self.directory, ACCOUNT)

    @property
    def url(self) -> str:
        """The address as DATABASE_URL or REDIS_URL takes it."""
        raise NotImplementedError

    def command(self) -> list[str]:
        """The command line that serves on our port out of our directory."""
        raise NotImplementedError

    def answers(self) -> bool:
        """Whether the server takes requests now."""
        raise NotImplementedError

    def start(self) -> None:
        """Start and wait until requests are taken. Raises ServiceFailed after 30 s or when it ends."""
        log = self.directory / "log"
        with log.open("ab") as output:
            self.process = processes.start(self.command(), output=output, cwd=self.directory, account=ACCOUNT)
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                processes.kill(self.process)
                raise ServiceFailed(f"{self.program} did not start: {log.read_text()[-2000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Shut down in good order; the data stay until the `with` ends."""
        if self.process:
            processes.stop(self.process, first=signal.SIGINT)

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process:
            processes.kill(self.process)

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self.directory, ignore_errors=True)


class PostgresServer(Server):
    """A throw-away PostgreSQL cluster with the database `kotylion`; durability is off, so it starts fast."""

    program = "postgres"

    def __init__(self) -> None:
        self.bin = postgres_directory()
        super().__init__()
        self.data = self.directory / "cluster"

    @property
    def url(self) -> str:
        return f"postgresql://kotylion@{HOST}:{self.port}/kotylion"

    def command(self) -> list[str]:
        settings = {
            "listen_addresses": HOST,
            "port": self.port,
            "unix_socket_directories": "",
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": 200,
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(self.bin / "postgres"), "-D", str(self.data), *options]

    def answers(self) -> bool:
        return self._ask("pg_isready", "--timeout=1", "--dbname=postgres") == 0

    def start(self) -> None:
        fresh = not self.data.exists()
        if fresh:
            self._initialise()
        super().start()
        if fresh and self._ask("createdb", "--no-password", "--encoding=UTF8", "kotylion") != 0:
            raise ServiceFailed("createdb failed: " + (self.directory / "log").read_text()[-2000:])

    def _initialise(self) -> None:
        log = self.directory / "log"
        with log.open("ab") as output:
            making = processes.start(
                [
                    self.bin / "initdb",
                    "--pgdata",
                    self.data,
                    "--auth=trust",
                    "--username=kotylion",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-sync",
                    "--no-instructions",
                ],
                output=output,
                cwd=self.directory,
                account=ACCOUNT,
            )
        if making.wait(60) != 0:
            raise ServiceFailed(f"initdb failed: {log.read_text()[-2000:]}")

    def _ask(self, program: str, *options: str) -> int:
        with (self.directory / "log").open("ab") as output:
            return subprocess.run(
                [
                    self.bin / program,
                    "--host",
                    HOST,
                    "--port",
                    str(self.port),
                    "--username=kotylion",
                    *options,
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=output,
                timeout=30,
                check=False,
            ).returncode


class RedisServer(Server):
    """A Redis that keeps nothing on disk."""

    program = "redis"

    @property
    def url(self) -> str:
        return f"redis://{HOST}:{self.port}/0"

    def command(self) -> list[str]:
        binary = shutil.which("redis-server")
        if binary is None:
            raise ServiceMissing("redis-server is not installed")
        options = {
            "port": str(self.port),
            "bind": HOST,
            "save": "",
            "appendonly": "no",
            "dir": str(self.directory),
        }
        return [binary, *(part for name, value in options.items() for part in (f"--{name}", value))]

    def answers(self) -> bool:
        try:
            with socket.create_connection((HOST, self.port), timeout=1) as connection:
                connection.sendall(b"PING\r\n")
                return connection.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def postgres_directory() -> Path:
    """The directory of PostgreSQL's server programs, the newest release first.

    Debian keeps them out of PATH, under /usr/lib/postgresql/RELEASE/bin. Raises ServiceMissing.
    """
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    releases = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(releases, key=lambda path: int(path.parent.parent.name), default=None)
    if newest is None:
        raise ServiceMissing("PostgreSQL's server is not installed")
    return newest.parent


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """Yield the DATABASE_URL of an empty PostgreSQL database of our own."""
    with PostgresServer() as server:
        yield server.url


@contextlib.contextmanager
def redis() -> Iterator[str]:
    """Yield the REDIS_URL of an empty Redis of our own."""
    with RedisServer() as server:
        yield server.url

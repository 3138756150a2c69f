"""Many clients on real sockets: HTTP/1.1 with keep-alive, cheap enough not to be what is measured."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import uvloop

from bench.measuring import Samples

CSRF = "b" * 32


@dataclass(frozen=True)
class Answer:
    status: int
    head: str
    body: bytes

    @property
    def data(self) -> dict[str, Any]:
        """GraphQL's `data`; raises RuntimeError for any error."""
        answer = json.loads(self.body)
        if self.status != 200 or answer.get("errors"):
            raise RuntimeError(f"{self.status} {self.body[:500]!r}")
        data: dict[str, Any] = answer["data"]
        return data

    def cookies(self) -> dict[str, str]:
        """What `Set-Cookie` brought."""
        lines = [line for line in self.head.split("\r\n") if line.lower().startswith("set-cookie:")]
        pairs = (line.split(":", 1)[1].split(";")[0].strip().partition("=") for line in lines)
        return {name: value for name, _, value in pairs}


@dataclass
class Load:
    """What a crowd of clients got. `seconds` is wall time from the first request to the last answer."""

    samples: Samples = field(default_factory=Samples)
    answers: list[Answer] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def per_second(self) -> float:
        return len(self.answers) / self.seconds

    def demand(self, status: int) -> None:
        """Raise RuntimeError unless every answer has this status."""
        wrong = [answer for answer in self.answers if answer.status != status]
        if wrong:
            raise RuntimeError(
                f"{len(wrong)} of {len(self.answers)}: {wrong[0].status} {wrong[0].body[:300]!r}"
            )


class Connection:
    """One open connection. Requests on it go one after the other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def open(cls, port: int) -> Connection:
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def ask(self, request: bytes) -> Answer:
        self._writer.write(request)
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        if int(head[9:12]) == 304:
            # Without a body, so without its length (RFC 9110 §15.4.5).
            return Answer(304, head, b"")
        lower = head.lower()
        at = lower.find("content-length:")
        if at < 0:
            raise RuntimeError(f"an answer without a length: {head}")
        length = int(lower[at + 15 : lower.index("\r\n", at)])
        body = await self._reader.readexactly(length) if length else b""
        return Answer(int(head[9:12]), head, body)

    async def close(self) -> None:
        """Hang up, also when the other side has gone already."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


def get(path: str, *, cookie: str = "", accept: str = "*/*") -> bytes:
    """The bytes of a GET."""
    lines = [f"GET {path} HTTP/1.1", "Host: localhost", f"Accept: {accept}", *_cookies(cookie)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def post(path: str, body: bytes, kind: str, *, cookie: str = "") -> bytes:
    """The bytes of a POST with a CSRF token that fits its cookie."""
    both = f"{cookie}; csrftoken={CSRF}" if cookie else f"csrftoken={CSRF}"
    lines = [
        f"POST {path} HTTP/1.1", "Host: localhost", f"Content-Type: {kind}", f"Content-Length: {len(body)}",
        f"X-CSRFToken: {CSRF}", *_cookies(both),
    ]  # fmt: skip
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def ask(document_id: str, cookie: str, **variables: Any) -> bytes:
    """The bytes of a GraphQL request for a registered document."""
    body = json.dumps({"documentId": document_id, "variables": variables}, default=str).encode()
    return post("/graphql/", body, "application/json", cookie=cookie)


def _cookies(cookie: str) -> list[str]:
    return [f"Cookie: {cookie}"] if cookie else []


def load(port: int, requests: Sequence[bytes], *, clients: int, seconds: float = 0.0) -> Load:
    """Send all `requests` from so many clients: as fast as they are answered, or spread evenly over `seconds`.

    Spread requests count from the moment they were due, so waiting for a free client is not left out.
    """
    return uvloop.run(_load(port, requests, clients, seconds))


async def _load(port: int, requests: Sequence[bytes], clients: int, seconds: float) -> Load:
    result = Load()
    connections = [await Connection.open(port) for _ in range(min(clients, len(requests)))]
    waiting = iter(enumerate(requests))
    start = time.perf_counter()
    pause = seconds / len(requests)
    await asyncio.gather(*(_client(one, waiting, result, start, pause) for one in connections))
    result.seconds = time.perf_counter() - start
    for one in connections:
        await one.close()
    return result


async def _client(
    connection: Connection, waiting: Iterator[tuple[int, bytes]], result: Load, start: float, pause: float
) -> None:
    for at, request in waiting:
        due = start + at * pause if pause else time.perf_counter()
        if (early := due - time.perf_counter()) > 0:
            await asyncio.sleep(early)
        result.answers.append(await connection.ask(request))
        result.samples.wall.append((time.perf_counter() - due) * 1000)

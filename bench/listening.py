"""Many listening phones in one process: `graphql-transport-ws` over plain sockets, as cheap as Python allows."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import time
from collections.abc import Sequence

CONNECTED_TOGETHER = 50
SUBSCRIBE = {
    "type": "subscribe",
    "id": "1",
    "payload": {"query": "subscription { live { fact about scope at } }"},
}
TEXT, CLOSE, PING = 1, 8, 9


class Listener:
    """One phone. `heard` has the moment (`time.perf_counter`) of every message."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._task: asyncio.Task[None] | None = None
        self.heard: list[float] = []

    @classmethod
    async def open(cls, port: int, cookie: str) -> Listener:
        """Connect, subscribe, and listen from then on."""
        phone = cls(*await asyncio.open_connection("127.0.0.1", port))
        secret = base64.b64encode(os.urandom(16)).decode()
        lines = [
            "GET /ws/graphql/ HTTP/1.1", f"Host: localhost:{port}", f"Origin: http://localhost:{port}",
            "Upgrade: websocket", "Connection: Upgrade", f"Sec-WebSocket-Key: {secret}",
            "Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: graphql-transport-ws", f"Cookie: {cookie}",
        ]  # fmt: skip
        phone._writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
        head = await phone._reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head:
            raise RuntimeError(head.decode("latin-1"))
        phone._say({"type": "connection_init"})
        await phone._hear()
        phone._say(SUBSCRIBE)
        # Answered in order: with the pong the subscription stands.
        phone._say({"type": "ping"})
        if b"pong" not in (answer := await phone._hear()):
            raise RuntimeError(answer.decode())
        phone._task = asyncio.create_task(phone._listen())
        return phone

    def _say(self, message: object) -> None:
        body = json.dumps(message).encode()
        length = (
            bytes([0x80 | len(body)])
            if len(body) < 126
            else bytes([0x80 | 126]) + len(body).to_bytes(2, "big")
        )
        # A mask of zeros is a mask: the bytes stay as they are.
        self._writer.write(bytes([0x80 | TEXT]) + length + b"\0\0\0\0" + body)

    async def _hear(self) -> bytes:
        while True:
            first, second = await self._reader.readexactly(2)
            length = second & 127
            if length == 126:
                length = int.from_bytes(await self._reader.readexactly(2), "big")
            body = await self._reader.readexactly(length)
            if first & 15 == CLOSE:
                raise RuntimeError(f"closed: {body!r}")
            if first & 15 != PING:
                return body

    async def _listen(self) -> None:
        # A connection that ends shows as messages that are missing.
        with contextlib.suppress(OSError, EOFError):
            while True:
                await self._hear()
                self.heard.append(time.perf_counter())

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._writer.close()


async def listeners(port: int, cookies: Sequence[str], how_many: int) -> list[Listener]:
    """`how_many` phones, the cookies dealt out evenly among them."""
    phones: list[Listener] = []
    for start in range(0, how_many, CONNECTED_TOGETHER):
        numbers = range(start, min(how_many, start + CONNECTED_TOGETHER))
        phones += await asyncio.gather(*(Listener.open(port, cookies[n % len(cookies)]) for n in numbers))
    return phones


async def until_heard(phones: Sequence[Listener], messages: int, seconds: float) -> None:
    """Wait until each has heard so many. Raises RuntimeError with the number that is missing."""
    deadline = time.monotonic() + seconds
    while missing := sum(max(0, messages - len(phone.heard)) for phone in phones):
        if time.monotonic() > deadline:
            raise RuntimeError(f"{missing} of {messages * len(phones)} messages are missing")
        await asyncio.sleep(0.005)

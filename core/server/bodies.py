"""Reading a request's body in the event loop, limited in size and time, before a thread is taken for it.

The bytes that really come are counted, whatever `Content-Length` says or does not say (CVE-2026-33034).
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.server.answers import Receive, Send, header, send_refusal

KILOBYTE = 1024
_DRAIN_BYTES = 8 * KILOBYTE * KILOBYTE
_DRAIN_SECONDS = 2.0


@dataclass(frozen=True)
class Allowance:
    """What a request to an address may cost: bytes of body, seconds to send it, seconds to answer it. `at_once` holds
    down how many bodies may be on their way in a process, where one alone fills much memory; 0 is any number. Such an
    allowance is for whom it is `meant_for` alone: everybody else has the ordinary one, and holds up nobody.
    """

    bytes: int = 256 * KILOBYTE
    body_seconds: float = 30.0
    answer_seconds: float = 10.0
    at_once: int = 0
    meant_for: Callable[[Any], bool] | None = None


_ALLOWANCES: dict[str, Allowance] = {
    "/graphql/": Allowance(bytes=64 * KILOBYTE),
    "/uploads/": Allowance(bytes=6 * KILOBYTE * KILOBYTE, body_seconds=120.0, answer_seconds=120.0),
    "/rosters/": Allowance(bytes=1200 * KILOBYTE, body_seconds=120.0, answer_seconds=120.0),
    "/offers/": Allowance(bytes=1200 * KILOBYTE, body_seconds=120.0, answer_seconds=120.0),
    "/verify/": Allowance(bytes=6 * KILOBYTE * KILOBYTE, answer_seconds=60.0),
    # A class signs in at once, and each PIN takes a third of a second to check.
    "/sign-in/": Allowance(answer_seconds=30.0),
    "/cms/": Allowance(bytes=6 * KILOBYTE * KILOBYTE, body_seconds=120.0, answer_seconds=60.0),
}
_ORDINARY = Allowance()


def allow(prefix: str, allowance: Allowance) -> None:
    """Give the addresses below `prefix` an allowance of their own."""
    _ALLOWANCES[prefix] = allowance


def allowance_of(path: str) -> Allowance:
    """The allowance of the longest prefix that fits."""
    fitting = [prefix for prefix in _ALLOWANCES if path.startswith(prefix)]
    return _ALLOWANCES[max(fitting, key=len)] if fitting else _ORDINARY


class Disconnected(Exception):
    """The client went away before its request was complete."""


class TooLarge(Exception):
    """More came, or was announced, than the address allows."""


async def read_body(
    scope: dict[str, Any], receive: Receive, allowance: Allowance, grow: Callable[[int], None]
) -> bytes:
    """The whole body; `grow` hears how long it is by now, and may raise. Raises `TooLarge`, `TimeoutError` or
    `Disconnected`.
    """
    announced = header(scope, b"content-length")
    if announced.isdigit() and (len(announced) > 12 or int(announced) > allowance.bytes):
        raise TooLarge
    chunks, size = [], 0
    async with asyncio.timeout(allowance.body_seconds):
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Disconnected
            chunk = message.get("body", b"")
            size += len(chunk)
            if size > allowance.bytes:
                raise TooLarge
            grow(size)
            chunks.append(chunk)
            if not message.get("more_body", False):
                return b"".join(chunks)


async def refuse_body(scope: dict[str, Any], receive: Receive, send: Send, status: int, code: str) -> None:
    """Answer, then take what is still being sent: a client cut off at once never reads why."""
    await send_refusal(scope, send, status, code, close=True, more=True)
    taken = 0
    try:
        async with asyncio.timeout(_DRAIN_SECONDS):
            while taken < _DRAIN_BYTES:
                message = await receive()
                taken += len(message.get("body", b""))
                if message["type"] == "http.disconnect" or not message.get("more_body", False):
                    break
    except TimeoutError:
        pass
    await send({"type": "http.response.body", "body": b"", "more_body": False})

"""Reading again who stands behind a connection: after a change, after lost letters, and every minute."""

import asyncio
import logging
import random
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from core.live.connection import Connection
from core.live.letters import resync
from core.live.protocol import Close
from core.live.registry import Registry
from core.live.sign_in import Standing, standing_of

logger = logging.getLogger(__name__)

CHECK_SECONDS = 60.0
CHECK_SECONDS_IN_DOUBT = 4.0
_FRESH_SECONDS = 5.0
_SWEEP_SECONDS = 1.0
_RETRY_SECONDS = 0.5
_MOST_FAILURES = 6
_MOST_A_SWEEP = 200

_Answer = TypeVar("_Answer")


class Checks:
    """Keeps every connection's standing true. Only the event loop touches it; the reading is in threads."""

    def __init__(self, registry: Registry) -> None:
        self.in_doubt = False
        self._registry = registry
        self._loop = asyncio.get_running_loop()
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="live")
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        self._run(self._sweep())

    async def stop(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def in_thread(self, function: Callable[..., _Answer], *arguments: object) -> _Answer:
        """Run something that asks the database, outside the loop."""
        return await self._loop.run_in_executor(self._threads, function, *arguments)

    def doubt(self, connection: Connection) -> None:
        """Deliver nothing more here until the standing has been read again."""
        connection.doubt += 1
        self._check(connection)

    def distrust_letters(self, in_doubt: bool) -> None:
        """While letters of others may be missing: read before each delivery, and every few seconds."""
        if in_doubt != self.in_doubt:
            self.in_doubt = in_doubt
            for connection in self._registry:
                self.plan(connection)

    def refresh(self, connection: Connection) -> None:
        """Read the standing again unless that has just been done."""
        if self._loop.time() - connection.checked_at > _FRESH_SECONDS:
            self.doubt(connection)

    def note_check(self, connection: Connection) -> None:
        """The standing was true a moment ago."""
        connection.checked_at = self._loop.time()
        self.plan(connection)

    def plan(self, connection: Connection) -> None:
        """Set the time of the next check by the clock; spread, so that a full hall is not read at once."""
        seconds = CHECK_SECONDS_IN_DOUBT if self.in_doubt else CHECK_SECONDS
        connection.check_due = connection.checked_at + random.uniform(0.7, 1) * seconds  # noqa: S311

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _check(self, connection: Connection) -> None:
        if not connection.checking and not connection.closed:
            connection.checking = True
            self._run(self._read_again(connection))

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            now = self._loop.time()
            due = [connection for connection in self._registry if connection.check_due <= now]
            for connection in due[:_MOST_A_SWEEP]:
                self._check(connection)

    async def _read_again(self, connection: Connection) -> None:
        failures = 0
        try:
            while not connection.closed:
                doubt = connection.doubt
                try:
                    standing = await self.in_thread(standing_of, connection.standing.session_key)
                except Exception:
                    failures += 1
                    logger.warning("live: a standing could not be read", exc_info=True)
                    if failures == _MOST_FAILURES:
                        connection.close(Close.TRY_LATER, "Try again later")
                        return
                    await asyncio.sleep(_RETRY_SECONDS)
                    continue
                # Doubted again while we were reading: what we read may be old.
                if connection.doubt == doubt:
                    self._apply(connection, standing)
                    return
        finally:
            connection.checking = False

    def _apply(self, connection: Connection, standing: Standing | None) -> None:
        if connection.closed:
            return
        before = connection.standing
        if standing is None or standing.person != before.person:
            connection.close(Close.UNAUTHORIZED, "Signed out")
            return
        if before.topics - standing.topics:
            # The client comes back with what it may hear now, and asks for its screen afresh.
            connection.close(Close.FORBIDDEN, "Rights changed")
            return
        self._registry.hear(connection, standing.topics)
        gained = bool(standing.topics - before.topics)
        connection.standing = standing
        self.note_check(connection)
        connection.settle()
        if gained:
            connection.deliver(resync(), {})

"""The hub: the one place in a process where letters become deliveries.

Letters are handled strictly one after another, in the order in which they came. So a removal that was handled
before an event is in force when the event is delivered. All of it runs in the event loop; other threads come
in through `core.live.publishing`.
"""

import asyncio
import logging

from core.live.checks import Checks
from core.live.connection import Connection
from core.live.documents import LiveDocument
from core.live.letters import EndPerson, EndSession, Letter, Publish, Recheck, resync
from core.live.protocol import Close
from core.live.registry import Registry

logger = logging.getLogger(__name__)

_IN_ONE_GO = 250


class Hub:
    """All live connections of this process."""

    def __init__(self) -> None:
        self.registry = Registry()
        self.checks = Checks(self.registry)
        # Counts what may have made a standing untrue that was being read just then.
        self.changes = 0
        self._loop = asyncio.get_running_loop()
        self._line: asyncio.Queue[tuple[Letter, asyncio.Future[None]]] = asyncio.Queue()
        self._pump: asyncio.Task[None] | None = None

    def start(self) -> None:
        self.checks.start()
        self._pump = self._loop.create_task(self._handle_letters())

    async def stop(self) -> None:
        """End the hub's own work. Closing the connections is the server's business."""
        if self._pump is not None:
            self._pump.cancel()
            await asyncio.gather(self._pump, return_exceptions=True)
        await self.checks.stop()

    def accept(self, letter: Letter) -> asyncio.Future[None]:
        """Put a letter in the line; the future is done when it has been handled."""
        handled: asyncio.Future[None] = self._loop.create_future()
        self._line.put_nowait((letter, handled))
        return handled

    def admit(self, connection: Connection, changes_before: int) -> None:
        """Let a connection hear. `changes_before` is what `changes` was before its standing was read."""
        self.registry.add(connection)
        self.checks.note_check(connection)
        if changes_before != self.changes:
            self.checks.doubt(connection)

    def dismiss(self, connection: Connection) -> None:
        connection.closed = True
        self.registry.remove(connection)

    def letters_were_lost(self) -> None:
        """Read every standing again, and have everything on every screen asked for again."""
        self.changes += 1
        for connection in self.registry:
            connection.hold(None, resync())
            self.checks.doubt(connection)

    async def _handle_letters(self) -> None:
        while True:
            letter, handled = await self._line.get()
            try:
                await self._handle(letter)
            except Exception:
                logger.exception("live: a %s letter failed", type(letter).__name__)
            finally:
                if not handled.done():
                    handled.set_result(None)

    async def _handle(self, letter: Letter) -> None:
        if isinstance(letter, Publish):
            await self._publish(letter)
            return
        self.changes += 1
        match letter:
            case Recheck(people):
                for person in people:
                    for connection in self.registry.of_person(person):
                        self.checks.doubt(connection)
            case EndSession(session):
                for connection in self.registry.of_session(session):
                    connection.close(Close.UNAUTHORIZED, "Signed out")
            case EndPerson(person):
                for connection in self.registry.of_person(person):
                    connection.close(Close.UNAUTHORIZED, "Signed out")

    async def _publish(self, letter: Publish) -> None:
        answers: dict[LiveDocument, bytes] = {}
        for count, connection in enumerate(self.registry.hearing(letter.topics), start=1):
            if count % _IN_ONE_GO == 0:
                await asyncio.sleep(0)
            if self.checks.in_doubt:
                self.checks.doubt(connection)
            if connection.doubt:
                connection.hold(letter.topics, letter.envelope)
            else:
                connection.deliver(letter.envelope, answers)

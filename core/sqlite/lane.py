"""The writers' lane: one writer at a time in a process, first come, first served.

SQLite has one writer at a time anyway and lets the others poll, which is unfair: under 200 simultaneous
claims some wait past any timeout. Waiting here, in a queue, costs nothing and loses nobody.
"""

from collections import deque
from threading import Lock


class Lane:
    """A lock that is handed over in the order of asking. Not reentrant; any thread may release it."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._taken = False
        self._waiting: deque[Lock] = deque()

    def acquire(self, timeout: float) -> bool:
        """Take the lane, waiting at most `timeout` seconds; False when the time ran out."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            turn = Lock()
            turn.acquire()
            self._waiting.append(turn)
        if turn.acquire(timeout=timeout):
            return True
        with self._guard:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return False
        # Our turn came in the moment between giving up and leaving the queue.
        return True

    def release(self) -> None:
        """Hand the lane to whoever has waited longest."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False


_lanes: dict[str, Lane] = {}
_lanes_guard = Lock()


def lane_of(database: str) -> Lane:
    """The one lane of a database file (or of a named in-memory database) in this process."""
    with _lanes_guard:
        return _lanes.setdefault(database, Lane())

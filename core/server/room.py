"""How much memory bodies may fill that are on their way or being answered, in a process: strangers have a room of their
own, so that however many of them send slowly, what people hand in still fits.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from core.server.bodies import KILOBYTE

# A quiz, a tap, a form: never counted, never kept out.
SMALL = 64 * KILOBYTE
OF_STRANGERS = 48 * KILOBYTE * KILOBYTE
# A class that hands in thirty photos at once, and a film or two.
OF_PEOPLE = 240 * KILOBYTE * KILOBYTE


class NoRoom(Exception):
    """No more fits now."""


class Holding:
    """The part of one body."""

    def __init__(self, room: "Room") -> None:
        self._room = room
        self.size = 0

    def grow(self, size: int) -> None:
        """It has `size` bytes by now. Raises NoRoom."""
        if size <= SMALL:
            return
        if self._room.held + size - self.size > self._room.most:
            raise NoRoom
        self._room.held += size - self.size
        self.size = size


class Room:
    """Room for `most` bytes; used in the event loop alone."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.held = 0

    @contextmanager
    def holding(self) -> Iterator[Holding]:
        """For one body, until it is answered."""
        one = Holding(self)
        try:
            yield one
        finally:
            self.held -= one.size

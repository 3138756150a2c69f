"""One live connection as the hub sees it: who hears, what, and how much is waiting to be sent."""

from collections import deque
from typing import Protocol

from core.live import protocol
from core.live.documents import LiveDocument
from core.live.letters import Envelope, resync
from core.live.sign_in import Standing

MOST_WAITING_BYTES = 1_000_000
MOST_HELD = 200
MOST_SUBSCRIPTIONS = 5


class Outlet(Protocol):
    """The sending end that the server gives a connection. Nothing here waits."""

    def write_text(self, text: bytes) -> None:
        """Send one text message, UTF-8 bytes."""

    def waiting_bytes(self) -> int:
        """How many bytes the peer has not taken yet."""

    def close(self, code: int, reason: str) -> None:
        """Start the closing handshake; the connection is cut soon even if the peer never answers."""

    def on_drained(self, callback: "DrainCallback") -> None:
        """Have `callback()` called when the peer has caught up after being behind."""


class DrainCallback(Protocol):
    def __call__(self) -> None: ...


class Connection:
    """A signed-in connection.

    `doubt` above 0 holds deliveries back until what the person may hear has been read again; `behind` drops
    them until the peer has taken what waits, and then says *resync*.
    """

    __slots__ = (
        "_outlet", "behind", "check_due", "checked_at", "checking", "closed", "doubt", "held", "standing",
        "subscriptions",
    )  # fmt: skip

    def __init__(self, outlet: Outlet, standing: Standing) -> None:
        self._outlet = outlet
        self.standing = standing
        self.subscriptions: dict[str, tuple[bytes, LiveDocument]] = {}
        self.behind = False
        self.closed = False
        self.doubt = 0
        self.checking = False
        self.checked_at = 0.0
        self.check_due = 0.0
        self.held: deque[tuple[tuple[str, ...] | None, Envelope]] = deque()
        outlet.on_drained(self._caught_up)

    def subscribe(self, subscription: str, document: LiveDocument) -> None:
        self.subscriptions[subscription] = (protocol.next_prefix(subscription), document)

    def hold(self, topics: tuple[str, ...] | None, envelope: Envelope) -> None:
        """Keep a delivery back (topics `None`: whatever is heard). Too many collapse into one *resync*."""
        if len(self.held) >= MOST_HELD:
            self.held.clear()
            topics, envelope = None, resync()
        self.held.append((topics, envelope))

    def settle(self) -> None:
        """The standing is read: send what was held back, as far as the person may still hear it."""
        self.doubt = 0
        held = list(self.held)
        self.held.clear()
        for topics, envelope in held:
            if topics is None or not self.standing.topics.isdisjoint(topics):
                self.deliver(envelope, {})

    def deliver(self, envelope: Envelope, answers: dict[LiveDocument, bytes]) -> None:
        """Send an envelope to every subscription; `answers` shares the encoding with other connections."""
        for prefix, document in self.subscriptions.values():
            answer = answers.get(document)
            if answer is None:
                answer = answers[document] = document.answer(envelope)
            self.push(prefix + answer + b"}")

    def push(self, text: bytes) -> None:
        """Send one message, unless the peer is too far behind."""
        if self.behind or self.closed:
            return
        if self._outlet.waiting_bytes() + len(text) > MOST_WAITING_BYTES:
            self.behind = True
            return
        self._outlet.write_text(text)

    def close(self, code: int, reason: str) -> None:
        """Deliver nothing more and close."""
        if not self.closed:
            self.closed = True
            self.held.clear()
            self._outlet.close(code, reason)

    def _caught_up(self) -> None:
        if self.behind:
            self.behind = False
            self.deliver(resync(), {})

"""HTTP/1.1 as uvicorn speaks it, with an end to headers that never end (security-cases.md §2), and to answers that
nobody reads.
"""

from asyncio import TimerHandle, Transport
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10.0
MOST_HEAD_BYTES = 32 * 1024
# Who takes nothing at all of an answer for so long is gone, or wants to fill our memory.
LOOK_SECONDS = 60.0
# Closing waits for what is left to be taken; a phone on poor Wi-Fi has five minutes for it.
MOST_LOOKS_WHILE_CLOSING = 5


class PatientHttpProtocol(HttpToolsProtocol):
    """Drops a connection whose request line and headers are not complete in time, or are too long; and one that takes
    nothing of what was answered.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Addresses carry secrets (`/s/<token>`), whatever somebody's logging settings say.
        self.access_log = False
        self._head_timer: TimerHandle | None = None
        self._head_bytes = 0
        self._look_timer: TimerHandle | None = None
        self._untaken = 0
        self._looks_while_closing = 0

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._await_head()
        self._look_again()

    def data_received(self, data: bytes) -> None:
        if self._head_timer is None and (self.cycle is None or self.cycle.response_complete):
            self._await_head()
        super().data_received(data)
        if self._head_timer is not None:
            self._head_bytes += len(data)
            if self._head_bytes > MOST_HEAD_BYTES:
                self._give_up(b"431 Request Header Fields Too Large")

    def on_headers_complete(self) -> None:
        self._stop_waiting()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        if self._look_timer is not None:
            self._look_timer.cancel()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        self._head_bytes = 0
        self._head_timer = self.loop.call_later(HEAD_SECONDS, self._give_up, b"408 Request Timeout")

    def _stop_waiting(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _give_up(self, status: bytes) -> None:
        self._stop_waiting()
        if not self.transport.is_closing():
            self.transport.write(
                b"HTTP/1.1 " + status + b"\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
            )
            self.transport.close()

    def _look_again(self) -> None:
        self._look_timer = self.loop.call_later(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        if self.transport.get_protocol() is not self:
            return  # a live connection by now, which has limits of its own
        untaken = self.transport.get_write_buffer_size()
        self._looks_while_closing += self.transport.is_closing()
        if untaken and (untaken == self._untaken or self._looks_while_closing > MOST_LOOKS_WHILE_CLOSING):
            self.transport.abort()
            return
        self._untaken = untaken
        self._look_again()

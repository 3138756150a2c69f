"""WebSockets for live: uvicorn's own protocol, with a sending end that never waits.

Uvicorn's `send` waits while the peer is slow, once for each message. The hub instead writes at once and looks
at how much is waiting; whoever takes nothing is cut off when pings go unanswered.
"""

from collections.abc import Callable
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Request

_CLOSING_SECONDS = 4.0
_MOST_CONTROL_FRAMES = 120
_CONTROL_SECONDS = 60.0


class SocketProtocol(WebSocketsSansIOProtocol):
    """One WebSocket. Handed to the application as `scope["extensions"]["live.outlet"]`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._drained: Callable[[], None] | None = None
        self._control_frames = 0
        self._control_since = 0.0

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        # The application's task has been made but has not run yet, so it finds the outlet.
        if hasattr(self, "scope"):
            extensions: dict[str, Any] = self.scope["extensions"]
            extensions["live.outlet"] = self

    def write_text(self, text: bytes) -> None:
        if not self.close_sent and not self.transport.is_closing():
            self.transport.write(Frame(Opcode.TEXT, text).serialize(mask=False))

    def waiting_bytes(self) -> int:
        return self.transport.get_write_buffer_size()

    def on_drained(self, callback: Callable[[], None]) -> None:
        self._drained = callback

    def close(self, code: int, reason: str) -> None:
        if self.close_sent or self.transport.is_closing():
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        self.conn.send_close(code, reason)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.stop_keepalive()
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
        self.close_timer = self.loop.call_later(_CLOSING_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._drained is not None:
            self._drained()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._drained = None

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        # A graceful close would wait for a peer that has stopped taking anything.
        self.transport.abort()

    def handle_ping(self) -> None:
        super().handle_ping()
        now = self.loop.time()
        if now - self._control_since > _CONTROL_SECONDS:
            self._control_since, self._control_frames = now, 0
        self._control_frames += 1
        if self._control_frames > _MOST_CONTROL_FRAMES:
            self.close(4429, "Too many messages")

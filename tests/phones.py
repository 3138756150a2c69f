"""A phone on the live address: `graphql-transport-ws` over a real socket."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

DOCUMENT = "subscription { live { fact about scope at } }"
PROTOCOL = "graphql-transport-ws"


class Phone:
    """One connection. With `listen` it has subscribed and waits for facts."""

    def __init__(
        self,
        ws_url: str,
        cookie: str | None,
        *,
        origin: str | None = None,
        protocol: str | None = PROTOCOL,
        listen: bool = True,
        **options: Any,
    ) -> None:
        # Unread messages must not keep the client from seeing the connection close.
        options.setdefault("max_queue", None)
        own = ws_url.replace("ws", "http", 1).removesuffix("/ws/graphql/")
        self._until_hung_up = ExitStack()
        self.socket = self._until_hung_up.enter_context(
            connect(
                ws_url,
                origin=Origin(origin or own),
                subprotocols=[Subprotocol(protocol)] if protocol else None,
                additional_headers={"Cookie": cookie} if cookie else None,
                compression=None,
                **options,
            )
        )
        if listen:
            self.say({"type": "connection_init"})
            assert self.hear() == {"type": "connection_ack"}
            self.subscribe()

    def say(self, message: object) -> None:
        self.socket.send(json.dumps(message))

    def subscribe(self, name: str = "1", document: str = DOCUMENT, **payload: Any) -> None:
        self.say({"type": "subscribe", "id": name, "payload": {"query": document} | payload})
        # Answered in order: when the pong is here, the subscription stands.
        self.say({"type": "ping"})
        self.answer = self.hear()
        if self.answer != {"type": "pong"}:
            assert self.hear() == {"type": "pong"}

    def hear(self, timeout: float = 5.0) -> Any:
        """The next message. Raises TimeoutError, or ConnectionClosed with the close code."""
        return json.loads(self.socket.recv(timeout=timeout))

    def fact(self, timeout: float = 5.0) -> dict[str, Any]:
        """The envelope of the next `next` message."""
        message = self.hear(timeout)
        assert message["type"] == "next", message
        envelope: dict[str, Any] = message["payload"]["data"]["live"]
        return envelope

    def facts(self, seconds: float = 0.3) -> list[str]:
        """The names of all facts that come until it has been quiet for so long."""
        names = []
        while True:
            try:
                names.append(self.fact(seconds)["fact"])
            except TimeoutError:
                return names

    def until_closed(self, timeout: float = 5.0) -> list[Any]:
        """Every message up to the end of the connection."""
        messages = []
        try:
            while True:
                messages.append(self.hear(timeout))
        except ConnectionClosed:
            return messages

    def closed_with(self, timeout: float = 5.0) -> tuple[int, str]:
        """Close code and reason, taking what comes before."""
        deadline = time.monotonic() + timeout
        while True:
            try:
                self.socket.recv(timeout=max(0.01, deadline - time.monotonic()))
            except ConnectionClosed as closed:
                # 1006: cut off without a close frame.
                return (closed.rcvd.code, closed.rcvd.reason) if closed.rcvd else (1006, "")

    def hang_up(self) -> None:
        self._until_hung_up.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hang_up()

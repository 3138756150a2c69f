"""The live address: one ASGI application that speaks `graphql-transport-ws` (architecture.md §4).

It asks for an outlet in `scope["extensions"]["live.outlet"]` (`core.server.sockets` gives it): writing never
waits there, so a slow peer holds up nobody. Limits: security-cases.md §2.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from core.live import protocol
from core.live.connection import MOST_SUBSCRIPTIONS, Connection, Outlet
from core.live.documents import Refused, live_document
from core.live.hub import Hub
from core.live.origin import is_ours
from core.live.protocol import Close
from core.live.publishing import current_office
from core.live.sign_in import session_key_in, standing_of

logger = logging.getLogger(__name__)

INIT_SECONDS = 10.0
MOST_MESSAGES = 60
MESSAGES_SECONDS = 60.0

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


async def live_application(scope: Scope, receive: Receive, send: Send) -> None:
    """Serve one WebSocket from its handshake to its end."""
    if not is_ours(_header(scope, b"origin"), _own_origins(scope)):
        await send({"type": "websocket.close", "code": Close.FORBIDDEN})
        return
    outlet: Outlet = scope["extensions"]["live.outlet"]
    office = current_office()
    offered = protocol.SUBPROTOCOL in scope["subprotocols"]
    await receive()
    await send({"type": "websocket.accept", "subprotocol": protocol.SUBPROTOCOL if offered else None})
    if not offered:
        outlet.close(Close.SUBPROTOCOL_NOT_ACCEPTABLE, "Subprotocol not acceptable")
    elif office is None:
        outlet.close(Close.TRY_LATER, "Try again later")
    else:
        await _Conversation(office.hub, outlet, receive).hold(session_key_in(_header(scope, b"cookie")))


class _Conversation:
    """What is said on one connection, after the handshake."""

    def __init__(self, hub: Hub, outlet: Outlet, receive: Receive) -> None:
        self._hub, self._outlet, self._receive = hub, outlet, receive
        self._loop = asyncio.get_running_loop()
        self._heard: deque[float] = deque(maxlen=MOST_MESSAGES)
        self._acknowledged = False

    async def hold(self, session_key: str | None) -> None:
        """Talk until one side closes."""
        connection = await self._admitted(session_key)
        if connection is None:
            return
        try:
            await self._listen(connection)
        except Exception:
            logger.exception("live: a conversation failed")
            connection.close(Close.INTERNAL_ERROR, "Internal server error")
        finally:
            self._hub.dismiss(connection)

    async def _admitted(self, session_key: str | None) -> Connection | None:
        changes = self._hub.changes
        try:
            standing = await self._hub.checks.in_thread(standing_of, session_key)
        except Exception:
            logger.exception("live: a sign-in could not be read")
            self._outlet.close(Close.TRY_LATER, "Try again later")
            return None
        if standing is None:
            self._outlet.close(Close.UNAUTHORIZED, "Unauthorized")
            return None
        if not self._hub.registry.has_room_for(standing.person):
            self._outlet.close(Close.TOO_MANY_REQUESTS, "Too many connections")
            return None
        connection = Connection(self._outlet, standing)
        self._hub.admit(connection, changes)
        return connection

    async def _listen(self, connection: Connection) -> None:
        give_up = self._loop.call_later(
            INIT_SECONDS, connection.close, Close.INITIALISATION_TIMEOUT, "Connection initialisation timeout"
        )
        try:
            while True:
                event = await self._receive()
                if event["type"] == "websocket.disconnect" or connection.closed:
                    return
                if self._too_many():
                    connection.close(Close.TOO_MANY_REQUESTS, "Too many messages")
                    return
                try:
                    message = protocol.read(_text(event))
                except protocol.Malformed as error:
                    connection.close(Close.BAD_REQUEST, str(error))
                    return
                await self._answer(connection, message)
                if self._acknowledged:
                    give_up.cancel()
        finally:
            give_up.cancel()

    def _too_many(self) -> bool:
        now = self._loop.time()
        full = len(self._heard) == MOST_MESSAGES and now - self._heard[0] < MESSAGES_SECONDS
        self._heard.append(now)
        return full

    async def _answer(self, connection: Connection, message: protocol.Message) -> None:
        match message:
            case protocol.Init() if self._acknowledged:
                connection.close(Close.TOO_MANY_REQUESTS, "Too many initialisation requests")
            case protocol.Init():
                self._acknowledged = True
                connection.push(protocol.ACKNOWLEDGED)
            case protocol.Ping():
                connection.push(protocol.PONG)
            case protocol.Subscribe() if not self._acknowledged:
                connection.close(Close.UNAUTHORIZED, "Unauthorized")
            case protocol.Subscribe():
                await self._subscribe(connection, message)
            case protocol.Complete(subscription):
                connection.subscriptions.pop(subscription, None)

    async def _subscribe(self, connection: Connection, asked: protocol.Subscribe) -> None:
        if asked.id in connection.subscriptions:
            connection.close(Close.SUBSCRIBER_EXISTS, f"Subscriber for {asked.id[:64]} already exists")
            return
        if len(connection.subscriptions) >= MOST_SUBSCRIPTIONS:
            connection.push(protocol.error(asked.id, "Too many subscriptions.", "RATE_LIMITED"))
            return
        try:
            document = await self._hub.checks.in_thread(
                live_document, asked.query, asked.operation_name, asked.variables
            )
        except Refused as refusal:
            connection.push(protocol.error(asked.id, str(refusal), refusal.code))
            return
        connection.subscribe(asked.id, document)
        # The handshake may have been long ago.
        self._hub.checks.refresh(connection)


def _text(event: dict[str, Any]) -> str:
    text = event.get("text")
    if not isinstance(text, str):
        raise protocol.Malformed("Not text")
    return text


def _header(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def _own_origins(scope: Scope) -> list[str]:
    """The portal's public address, and the one by which this handshake reached us if the host is allowed."""
    own = [getattr(settings, "PUBLIC_URL", "")]
    for host in _header(scope, b"host"):
        domain, _port = split_domain_port(host)
        if domain and validate_host(domain, settings.ALLOWED_HOSTS):
            own.append(f"{'https' if scope['scheme'] == 'wss' else 'http'}://{host}")
    return own

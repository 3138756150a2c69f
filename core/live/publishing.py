"""The sync side: what services call on commit, from any thread.

Nothing here raises: a fact that is committed stays committed when nobody can be told. In a process without
an event loop (a command, a worker beside the servers) letters go straight to the layer, if one is shared.
"""

import asyncio
import logging
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from typing import Any
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import InMemoryChannelLayer, get_channel_layer

from core.live.hub import Hub
from core.live.letters import (
    EndPerson,
    EndSession,
    Envelope,
    Letter,
    Posted,
    Publish,
    Recheck,
    encode,
    plain,
    session_digest,
)
from core.live.relay import GROUP, MESSAGE_TYPE, Relay

logger = logging.getLogger(__name__)

WAIT_SECONDS = 2.0


class Office:
    """Where this process hands in its letters: hub, relay if the layer is shared, and their loop."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.thread = threading.get_ident()
        self.hub = Hub()
        layer = shared_layer()
        self.relay = Relay(self.hub, layer) if layer is not None else None

    def post(self, letter: Letter) -> asyncio.Future[None]:
        """In the loop: have a letter handled everywhere."""
        return self.relay.post(letter) if self.relay is not None else self.hub.accept(letter)


_office: Office | None = None


def shared_layer() -> Any | None:
    """The channel layer other processes hear too; None when this process is alone."""
    layer = get_channel_layer()
    return None if layer is None or isinstance(layer, InMemoryChannelLayer) else layer


async def open_office() -> Office:
    """Start the hub of this process, in the running loop."""
    global _office
    _office = Office()
    _office.hub.start()
    if _office.relay is not None:
        _office.relay.start()
    return _office


async def close_office() -> None:
    """Stop it; letters posted later are dropped or go to the layer alone."""
    global _office
    office, _office = _office, None
    if office is not None:
        if office.relay is not None:
            await office.relay.stop()
        await office.hub.stop()


def current_office() -> Office | None:
    return _office


def publish(topics: Iterable[str], envelope: Envelope) -> None:
    """Tell everybody who hears one of the topics: `{"fact", "about", "scope", "at"}`, ids only."""
    _hand_in(Publish(tuple(topics), plain(envelope)), wait=False)


def recheck(user_ids: Iterable[UUID | str]) -> None:
    """What these people may hear has changed. On return nothing old is delivered to them any more."""
    people = tuple(str(user_id) for user_id in user_ids)
    if people:
        _hand_in(Recheck(people), wait=True)


def close_session(session_key: str) -> None:
    """This sign-in is over: its connections are closed (4401) on return."""
    _hand_in(EndSession(session_digest(session_key)), wait=True)


def close_user(user_id: UUID | str) -> None:
    """All sign-ins of this person are over."""
    _hand_in(EndPerson(str(user_id)), wait=True)


def _hand_in(letter: Letter, *, wait: bool) -> None:
    office = _office
    try:
        if office is None:
            _send_without_loop(letter)
        elif threading.get_ident() == office.thread:
            office.post(letter)
        else:
            done: Future[None] = Future()
            office.loop.call_soon_threadsafe(_post_and_report, office, letter, done)
            if wait:
                done.result(WAIT_SECONDS)
    except Exception:
        logger.exception("live: a %s letter was not delivered", type(letter).__name__)


def _post_and_report(office: Office, letter: Letter, done: "Future[None]") -> None:
    office.post(letter).add_done_callback(lambda _: done.set_result(None))


def _send_without_loop(letter: Letter) -> None:
    layer = shared_layer()
    if layer is not None:
        # Number 0: a process without a hub does not count its letters.
        body = encode(Posted("", 0, letter))
        async_to_sync(layer.group_send)(GROUP, {"type": MESSAGE_TYPE, "body": body})

"""The way between processes: one channel of the channel layer a process, and one group for them all.

A letter goes out to the layer and is handled when it comes back, in the sender's process too: the layer's
order is everybody's order. When the layer is away, letters are handled here at once and the hub is told that
those of others may be missing; when it is back, everybody checks and asks again. Nothing closes for good.
"""

import asyncio
import logging
import uuid
from functools import partial
from typing import Any

from core.live.hub import Hub
from core.live.letters import Beat, Letter, Posted, decode, encode

logger = logging.getLogger(__name__)

GROUP = "live"
MESSAGE_TYPE = "live.letter"
_BEAT_SECONDS = 1.0
_SILENCE_SECONDS = 3.5
_LAYER_SECONDS = 2.0
_PAUSE_SECONDS = 0.5


class Relay:
    """Carries this process's letters to all processes and theirs to the hub."""

    def __init__(self, hub: Hub, layer: Any) -> None:
        self._hub, self._layer = hub, layer
        self._loop = asyncio.get_running_loop()
        self._origin = uuid.uuid4().hex
        self._number = 0
        self._channel = ""
        self._away = False
        self._heard_at = self._loop.time()
        self._last: dict[str, int] = {}
        self._out: asyncio.Queue[Posted] = asyncio.Queue()
        self._unheard: dict[int, tuple[Letter, asyncio.Future[None]]] = {}
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def is_away(self) -> bool:
        """Whether the layer is unreachable or has fallen silent."""
        return self._away

    def start(self) -> None:
        self._tasks = [self._loop.create_task(work) for work in (self._receive(), self._send(), self._beat())]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def post(self, letter: Letter) -> asyncio.Future[None]:
        """Send a letter to every process; the future is done when this one has handled it."""
        if self._away:
            return self._hub.accept(letter)
        self._number += 1
        handled: asyncio.Future[None] = self._loop.create_future()
        self._unheard[self._number] = (letter, handled)
        self._out.put_nowait(Posted(self._origin, self._number, letter))
        return handled

    async def _send(self) -> None:
        while True:
            posted = await self._out.get()
            if posted.number not in self._unheard:
                continue
            try:
                async with asyncio.timeout(_LAYER_SECONDS):
                    await self._layer.group_send(GROUP, {"type": MESSAGE_TYPE, "body": encode(posted)})
            except Exception as error:
                self._lose_layer(error)

    async def _receive(self) -> None:
        while True:
            try:
                if not self._channel:
                    await self._join()
                message = await self._layer.receive(self._channel)
            except Exception as error:
                self._lose_layer(error)
                await asyncio.sleep(_PAUSE_SECONDS)
                continue
            try:
                self._hear(decode(message["body"]))
            except Exception:
                logger.exception("live: a message of the layer could not be read")

    async def _join(self) -> None:
        async with asyncio.timeout(_LAYER_SECONDS):
            channel = self._channel or await self._layer.new_channel("live")
            await self._layer.group_add(GROUP, channel)
        self._channel = channel

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(_BEAT_SECONDS)
            if self._loop.time() - self._heard_at > _SILENCE_SECONDS:
                self._lose_layer(TimeoutError("the layer is silent"))
            try:
                if self._away:
                    # A layer that lost its memory has forgotten the group; joining twice is harmless.
                    await self._join()
                beat = Posted(self._origin, 0, Beat())
                async with asyncio.timeout(_LAYER_SECONDS):
                    await self._layer.group_send(GROUP, {"type": MESSAGE_TYPE, "body": encode(beat)})
            except Exception as error:
                self._lose_layer(error)

    def _hear(self, posted: Posted) -> None:
        if posted.origin == self._origin:
            self._heard_at = self._loop.time()
            if self._away:
                self._find_layer()
        if isinstance(posted.letter, Beat):
            return
        last = self._last.get(posted.origin)
        if posted.number and last is not None:
            if posted.number <= last:
                return
            if posted.number > last + 1:
                self._hub.letters_were_lost()
        self._last[posted.origin] = posted.number
        mine = self._unheard.pop(posted.number, None) if posted.origin == self._origin else None
        handled = self._hub.accept(posted.letter)
        if mine is not None:
            handled.add_done_callback(partial(_finish, mine[1]))

    def _lose_layer(self, error: Exception) -> None:
        if not self._away:
            self._away = True
            logger.warning("live: the channel layer is away (%s: %s)", type(error).__name__, error)
            self._hub.checks.distrust_letters(True)
        unheard, self._unheard = self._unheard, {}
        for letter, done in unheard.values():
            self._hub.accept(letter).add_done_callback(partial(_finish, done))

    def _find_layer(self) -> None:
        self._away = False
        self._last.clear()
        logger.warning("live: the channel layer is back")
        self._hub.checks.distrust_letters(False)
        self._hub.letters_were_lost()


def _finish(waiting: "asyncio.Future[None]", _handled: "asyncio.Future[None]") -> None:
    if not waiting.done():
        waiting.set_result(None)

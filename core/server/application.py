"""The whole server as one ASGI application: pages, live connections, health, start and stop."""

import asyncio
import gc
import logging
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.conf import settings

from core.live.consumer import live_application
from core.live.publishing import close_office, open_office
from core.server.addressees import asked_in_a_thread
from core.server.answers import Receive, Scope, Send, header, send_json
from core.server.bodies import Allowance, Disconnected, TooLarge, allowance_of, read_body, refuse_body
from core.server.bridge import PageBridge, WsgiApplication
from core.server.forwarded import AsgiApplication, behind_proxies
from core.server.periodic import Sweeper
from core.server.readiness import failing
from core.server.room import OF_PEOPLE, OF_STRANGERS, SMALL, NoRoom, Room

logger = logging.getLogger(__name__)

LIVE_PATH = "/ws/graphql/"
_READY_SECONDS = 4.0
# As many as photos are decoded, or pages printed, at a time.
THREADS_FOR_LONG = 2
DRAWN_WHEN_ASKED = (".pdf", ".xlsx")
THREADS_AT_THE_DOORS = 2


class Server:
    """`scope → answer`. Build one a process with `server_application`."""

    def __init__(self, pages: WsgiApplication) -> None:
        self._pages = PageBridge(pages)
        # A class that hands in photos would keep everybody else's pages waiting while they are decoded; so would
        # somebody who prints one page a hundred times.
        self._long = PageBridge(pages, threads=THREADS_FOR_LONG)
        # Checking a password takes a third of a second on purpose, also for who tries names that nobody has.
        self._doors = PageBridge(pages, threads=THREADS_AT_THE_DOORS)
        self._background: list[Any] = []
        self._counted: Counter[Allowance] = Counter()
        self._of_people, self._of_strangers = Room(OF_PEOPLE), Room(OF_STRANGERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match scope["type"]:
            case "http":
                await self._http(scope, receive, send)
            case "websocket" if scope["path"] == LIVE_PATH:
                await live_application(scope, receive, send)
            case "websocket":
                await send({"type": "websocket.close", "code": 4404})
            case "lifespan":
                await self._lifespan(receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/healthz":
            await send_json(send, 200, {"alive": True})
            return
        if scope["path"] == "/readyz":
            await self._ready(send)
            return
        allowance = allowance_of(scope["path"])
        if not allowance.at_once or scope["method"] in ("GET", "HEAD"):
            await self._page(scope, receive, send, allowance)
            return
        if allowance.meant_for and not await asyncio.to_thread(asked_in_a_thread, scope, allowance.meant_for):
            await self._page(scope, receive, send, Allowance())
            return
        if self._counted[allowance] >= allowance.at_once:
            await refuse_body(scope, receive, send, 503, "BUSY")
            return
        self._counted[allowance] += 1
        try:
            await self._page(scope, receive, send, allowance)
        finally:
            self._counted[allowance] -= 1

    async def _page(self, scope: Scope, receive: Receive, send: Send, allowance: Allowance) -> None:
        room = await self._room_for(scope, allowance)
        with room.holding() as held:
            try:
                body = await read_body(scope, receive, allowance, held.grow)
            except Disconnected:
                return
            except TooLarge:
                await refuse_body(scope, receive, send, 413, "BODY_TOO_LARGE")
                return
            except NoRoom:
                await refuse_body(scope, receive, send, 503, "BUSY")
                return
            except TimeoutError:
                await refuse_body(scope, receive, send, 408, "BODY_TIMEOUT")
                return
            await self._bridge_for(scope, held.size).answer(scope, body, send, allowance.answer_seconds)

    def _bridge_for(self, scope: Scope, held: int) -> PageBridge:
        """What takes long has threads of its own, so that it keeps nobody's page waiting."""
        if held or scope["path"].endswith(DRAWN_WHEN_ASKED):
            return self._long
        return self._doors if scope["method"] == "POST" and _checks_a_secret(scope["path"]) else self._pages

    async def _room_for(self, scope: Scope, allowance: Allowance) -> Room:
        announced = header(scope, b"content-length")
        small = announced.isdigit() and int(announced[:12]) <= SMALL
        if scope["method"] in ("GET", "HEAD") or small or allowance.bytes <= SMALL:
            return self._of_strangers
        known = await asyncio.to_thread(asked_in_a_thread, scope, lambda person: person.is_authenticated)
        return self._of_people if known else self._of_strangers

    async def _ready(self, send: Send) -> None:
        try:
            async with asyncio.timeout(_READY_SECONDS):
                failed = await asyncio.to_thread(failing)
        except TimeoutError:
            failed = ["time"]
        await send_json(send, 503 if failed else 200, {"ready": not failed, "failing": failed})

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        await open_office()
        self._start_background()
        # Everything loaded so far lives as long as the process: spare the collector from walking it.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await asyncio.gather(*(asyncio.to_thread(work.stop) for work in self._background))
        await close_office()
        self._pages.close()
        self._long.close()
        self._doors.close()
        await send({"type": "lifespan.shutdown.complete"})

    def _start_background(self) -> None:
        if getattr(settings, "WORK_IN_PROCESS", True):
            makers: list[Callable[[], Any]] = [Sweeper]
            if str(settings.TASKS["default"]["BACKEND"]).startswith("django_tasks_db."):
                from core.server.worker import TaskWorker

                makers.append(TaskWorker)
            self._background = [make() for make in makers]
            for work in self._background:
                work.start()


def _checks_a_secret(path: str) -> bool:
    """Whether a form sent there makes or checks a password or a PIN."""
    return path.startswith("/sign-in/") or path.endswith("/account") or path == "/account/take-over/"


def server_application(pages: WsgiApplication) -> AsgiApplication:
    """The application a server runs, with `pages` (WSGI) behind it."""
    return behind_proxies(Server(pages), list(getattr(settings, "TRUSTED_PROXIES", [])))

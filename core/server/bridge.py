"""Pages: Django as WSGI in a few threads (PEP 3333).

Django's ASGI handler cost 2.0–2.4 times the CPU on pages with a database. The body has been read already, and
an answer of ordinary size crosses between thread and loop once, so a slow phone never holds a thread.
"""

import asyncio
import logging
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from a2wsgi.wsgi import build_environ

from core.server.answers import Scope, Send, send_refusal
from core.server.sent_files import BLOCK_BYTES, SentFile, send_rest

logger = logging.getLogger(__name__)

THREADS = 4
MOST_WAITING = 1_000
_IN_ONE_GO = 8 * 1024 * 1024
_CHUNK_SECONDS = 30.0
_SLOW_DOWN = b"x-slow-down"
_MOST_SLOW_DOWN = 3.0

WsgiApplication = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass
class Answer:
    """What the application said: status, headers, and the part of the body that is not sent yet: blocks, then the rest
    of a long file, which is open."""

    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: list[bytes] = field(default_factory=list)
    rest: SentFile | None = None
    started: bool = False


class PageBridge:
    """Runs a WSGI application for one request at a time in each thread."""

    def __init__(self, application: WsgiApplication, threads: int = THREADS) -> None:
        self._application = application
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="page")
        self._waiting = 0

    async def answer(self, scope: Scope, body: bytes, send: Send, seconds: float) -> None:
        """Answer one request, in `seconds` or with a clear 504; 503 when too many wait already."""
        if self._waiting >= MOST_WAITING:
            await send_refusal(scope, send, 503, "BUSY")
            return
        loop = asyncio.get_running_loop()
        answer = Answer()
        self._waiting += 1
        work = loop.run_in_executor(self._pool, self._run, _environ(scope, body), answer, send, loop)
        work.add_done_callback(self._done)
        await asyncio.wait([work], timeout=seconds)
        if not work.done() and not answer.started:
            answer.started = True
            work.cancel()
            work.add_done_callback(lambda _: _close(answer))
            logger.error("A page took longer than %g s: %s", seconds, scope["path"].split("/")[1])
            await send_refusal(scope, send, 504, "REQUEST_TIMEOUT", close=True)
            return
        await work
        if not answer.started:
            answer.started = True
            await asyncio.sleep(_slow_down_seconds(answer))
            await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        body = b"".join(answer.body)
        if answer.rest is not None:
            try:
                await send({"type": "http.response.body", "body": body, "more_body": True})
                await send_rest(answer.rest, send)
            finally:
                _close(answer)
            body = b""
        await send({"type": "http.response.body", "body": body, "more_body": False})

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _done(self, work: "asyncio.Future[None]") -> None:
        self._waiting -= 1
        if not work.cancelled() and work.exception() is not None:
            logger.error("A page failed outside Django", exc_info=work.exception())

    def _run(
        self, environ: dict[str, Any], answer: Answer, send: Send, loop: asyncio.AbstractEventLoop
    ) -> None:
        def start_response(
            status: str, headers: list[tuple[str, str]], exc_info: Any = None
        ) -> Callable[..., None]:
            answer.status = int(status.split(" ", 1)[0])
            answer.headers = [
                (name.lower().encode("latin-1"), text.encode("latin-1")) for name, text in headers
            ]
            return answer.body.append

        chunks = self._application(environ, start_response)
        try:
            if isinstance(chunks, SentFile):
                answer.body.append(chunks.read())
                answer.rest = chunks if len(answer.body[-1]) == BLOCK_BYTES else None
                return
            size = 0
            for chunk in chunks:
                answer.body.append(chunk)
                size += len(chunk)
                if size > _IN_ONE_GO:
                    asyncio.run_coroutine_threadsafe(_send_part(answer, send), loop).result(_CHUNK_SECONDS)
                    size = 0
        finally:
            close = getattr(chunks, "close", None)
            if close is not None and answer.rest is None:
                close()


def _close(answer: Answer) -> None:
    if answer.rest is not None:
        answer.rest.close()


async def _send_part(answer: Answer, send: Send) -> None:
    """Send what has gathered of an answer too long for one go."""
    part = b"".join(answer.body)
    answer.body.clear()
    if not answer.started:
        answer.started = True
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
    await send({"type": "http.response.body", "body": part, "more_body": True})


def _slow_down_seconds(answer: Answer) -> float:
    """How long a page asks to hold its answer back (after too many wrong tries from one network), in seconds.

    The loop waits, not a thread, and the browser never learns of it: the header is taken off.
    """
    asked = [value for name, value in answer.headers if name == _SLOW_DOWN]
    answer.headers = [header for header in answer.headers if header[0] != _SLOW_DOWN]
    try:
        return min(max(0.0, float(asked[0])), _MOST_SLOW_DOWN) if asked else 0.0
    except ValueError:
        return 0.0


def _environ(scope: Scope, body: bytes) -> dict[str, Any]:
    environ: dict[str, Any] = dict(build_environ(scope, BytesIO(body)))  # type: ignore[arg-type]
    environ["CONTENT_LENGTH"] = str(len(body))
    environ["wsgi.errors"] = sys.stderr
    environ["wsgi.file_wrapper"] = SentFile
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    return environ

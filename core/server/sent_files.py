"""Files that leave block by block at the pace of who asked for them, so that no thread waits for a slow phone."""

import asyncio
from collections.abc import Iterator
from typing import Protocol

from core.server.answers import Send

# A file that is not longer leaves in one go, as a page does.
BLOCK_BYTES = 512 * 1024
STALLED_SECONDS = 60.0


class Readable(Protocol):
    """What Django hands over: a file whose `close` ends the whole answer."""

    def read(self, size: int = -1, /) -> bytes: ...

    def close(self) -> None: ...


class SentFile:
    """What PEP 3333 calls `wsgi.file_wrapper`. The size of block that the application proposes is not used."""

    def __init__(self, source: Readable, block_bytes: int = BLOCK_BYTES) -> None:
        self._source = source
        self.close = source.close

    def read(self) -> bytes:
        """The next block; empty at the end."""
        return self._source.read(BLOCK_BYTES)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.read, b"")


async def send_rest(file: SentFile, send: Send) -> None:
    """Everything that is left of a file. Raises TimeoutError when nothing was taken for a minute."""
    while block := await asyncio.to_thread(file.read):
        async with asyncio.timeout(STALLED_SECONDS):
            await send({"type": "http.response.body", "body": block, "more_body": True})

"""A live server for measuring the push alone: `python -m bench.served_live PORT ours|floor GROUP`.

Each line on its input, "FACTS PAUSE", sends that many facts to everybody who listens, and answers one line of JSON: the
moments at which each began (`time.perf_counter`, one clock for all processes of a machine) and the CPU seconds spent.
`ours` is the product's own server; `floor` is `websockets.broadcast` of the same bytes to bare connections.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from uuid import uuid4

ABOUT = {"stepId": str(uuid4()), "enrollmentId": str(uuid4())}
SETTLE_SECONDS = 0.3


def serve_floor(port: int, group: str) -> None:
    """Bare connections that know just enough of the protocol to be subscribed to."""
    import uvloop
    from websockets.asyncio.server import ServerConnection, broadcast, serve
    from websockets.typing import Subprotocol

    phones: set[ServerConnection] = set()
    envelope = {
        "fact": "paths.StepCompleted",
        "about": ABOUT,
        "scope": group,
        "at": "2026-11-21T10:00:00+00:00",
    }
    letter = {"id": "1", "type": "next", "payload": {"data": {"live": envelope}}}
    body = json.dumps(letter, separators=(",", ":"))

    async def listen(phone: ServerConnection) -> None:
        phones.add(phone)
        async for message in phone:
            if json.loads(message)["type"] == "connection_init":
                await phone.send('{"type":"connection_ack"}')
            elif json.loads(message)["type"] == "ping":
                await phone.send('{"type":"pong"}')

    async def main() -> None:
        loop = asyncio.get_running_loop()
        options = {
            "compression": None,
            "subprotocols": [Subprotocol("graphql-transport-ws")],
            "ping_interval": None,
        }
        async with serve(listen, "127.0.0.1", port, **options):  # type: ignore[arg-type]
            push = threading.Thread(
                target=obey, args=(lambda: loop.call_soon_threadsafe(broadcast, phones, body),), daemon=True
            )
            push.start()
            await asyncio.get_running_loop().create_future()

    uvloop.run(main())


def serve_ours(port: int, group: str) -> None:
    """The portal as it is started for people, with one more thread that publishes."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.chosen"
    from core import live
    from core.server.serving import Address, serve
    from portal.asgi import application

    def push() -> None:
        live.publish([f"group:{group}"], {"fact": "paths.StepCompleted", "about": ABOUT, "scope": group})

    threading.Thread(target=obey, args=(push,), daemon=True).start()
    serve(application, Address(port=port))


def obey(push: Callable[[], object]) -> None:
    """Push as each line of the input says, and report."""
    for line in sys.stdin:
        facts, pause = line.split()
        moments = []
        before = time.process_time()
        for _ in range(int(facts)):
            moments.append(time.perf_counter())
            push()
            time.sleep(float(pause))
        time.sleep(SETTLE_SECONDS)
        report = {"moments": moments, "cpu": time.process_time() - before}
        sys.stdout.write(json.dumps(report) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    {"ours": serve_ours, "floor": serve_floor}[sys.argv[2]](int(sys.argv[1]), sys.argv[3])

"""`python -m tests.loaded PORT`: a portal that has loaded all its code and waits; told to serve, it forks and serves.

The browser tests begin every story with a fresh portal. Reading in the code takes it three seconds of work, serving a
story often no more; so one process reads once for all stories of a worker. What it runs is `portal.server` to the
letter; data folder, port and settings are the same every time, only the data are put back before (`tests/servers.py`).

For every line it reads it serves once, and writes the id of the process that does and, when that has ended, "ended".
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn


def main() -> None:
    """Load, and serve one process after the other until the input ends."""
    from django.urls import get_resolver

    from core.server.serving import Address, serve
    from portal.asgi import application

    def serving() -> NoReturn:
        log = os.open(Path(os.environ["KOTYLION_DATA"]) / "log", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(log, stream.fileno())
        serve(application, Address(port=int(sys.argv[1])))
        os._exit(0)

    # Every view and the schema of GraphQL are read in with it.
    assert get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            serving()
        # Whoever waits for us has gone: so does what we serve.
        signal.signal(signal.SIGTERM, ending(child))
        say(str(child))
        os.waitpid(child, 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        say("ended")


def ending(child: int) -> Callable[..., NoReturn]:
    def end(*_: object) -> NoReturn:
        os.kill(child, signal.SIGKILL)
        os._exit(1)

    return end


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""Work that recurs: sweeps that keep promises (what is owed, what must be forgotten).

Each process runs them; with several, the shared cache lets one at a time do a round. A sweep works from state
and may run twice: it must be harmless then.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache
from django.db import close_old_connections

logger = logging.getLogger(__name__)

_LOOK_SECONDS = 1.0


@dataclass(frozen=True)
class Sweep:
    """A registered function with its rhythm in seconds."""

    name: str
    run: Callable[[], object]
    every: float


_sweeps: list[Sweep] = []


def register(run: Callable[[], object], every_seconds: float) -> None:
    """Run `run()` about every so many seconds, the first time after one such pause (at most a minute)."""
    name = f"{run.__module__}.{run.__qualname__}"
    _sweeps[:] = [sweep for sweep in _sweeps if sweep.name != name]
    _sweeps.append(Sweep(name, run, every_seconds))


class Sweeper:
    """The thread in which sweeps run, one after another."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="periodic", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout: float = 5.0) -> None:
        self._stopping.set()
        self._thread.join(timeout)

    def _work(self) -> None:
        started = time.monotonic()
        due = {sweep.name: started + min(sweep.every, 60.0) for sweep in _sweeps}
        while not self._stopping.wait(_LOOK_SECONDS):
            for sweep in list(_sweeps):
                if time.monotonic() >= due.setdefault(sweep.name, time.monotonic() + min(sweep.every, 60.0)):
                    due[sweep.name] = time.monotonic() + sweep.every
                    run_round(sweep)


def run_round(sweep: Sweep) -> bool:
    """One round, unless another process has just done it; errors are logged. True when it ran to its end."""
    close_old_connections()
    try:
        if not cache.add(f"sweep:{sweep.name}", 1, timeout=max(1, int(sweep.every * 0.9))):
            return False
        sweep.run()
        return True
    except Exception:
        logger.exception("The sweep %s failed", sweep.name)
        return False
    finally:
        close_old_connections()

"""Many at the same moment, in threads of this process."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connections


def at_once(work: Callable[[int], Any], times: int) -> list[Any]:
    """What `work(n)` answered for each n, all begun together. The test needs `django_db(transaction=True)`."""
    start = Barrier(times)

    def begin(number: int) -> Any:
        start.wait(30)
        try:
            return work(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(begin, range(times)))

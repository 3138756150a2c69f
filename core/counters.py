"""Atomic counters in the shared cache, which go on counting in this process while the cache is away.

A lost Redis must stop no write (security case DU-03): for as long as it lasts each process counts alone, so
a limit is at most as many times wider as there are processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import structlog
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.connection import ConnectionProxy

log = structlog.get_logger("core.counters")
R = TypeVar("R")

# The one that says when it is away.
cache: BaseCache = ConnectionProxy(caches, "counters")  # type: ignore[assignment]  # what it stands for
# Django's in-process cache increments under a lock, as Redis does; a database or file cache would not.
_alone: BaseCache = LocMemCache("counters-while-alone", {"OPTIONS": {"MAX_ENTRIES": 100_000}})


def add(key: str, amount: int, seconds: int, *, start: int = 0) -> int:
    """Add `amount` to the counter `key` and answer its value.

    A new one starts at `start` and lives `seconds`.
    """

    def act(store: BaseCache) -> int:
        for _ in range(3):
            store.add(key, start, timeout=seconds)
            try:
                return store.incr(key, amount)
            except ValueError:  # it expired between the two calls
                continue
        return start + amount

    return _somewhere(act)


def read(keys: Iterable[str]) -> dict[str, int]:
    """The counters that exist, by key."""
    wanted = list(keys)
    return _somewhere(lambda store: store.get_many(wanted))


def put(key: str, value: int, seconds: int) -> None:
    """Set the counter `key` to `value`."""
    _somewhere(lambda store: store.set(key, value, timeout=seconds))


def forget(keys: Iterable[str]) -> None:
    """Set the counters back to nothing."""
    wanted = list(keys)
    _somewhere(lambda store: store.delete_many(wanted))


def _somewhere(act: Callable[[BaseCache], R]) -> R:
    try:
        return act(cache)
    except Exception as error:
        # Known by its name: a start without Redis does not pay for its library.
        if not isinstance(error, OSError) and type(error).__module__ != "redis.exceptions":
            raise
        log.warning("cache.away", error=type(error).__name__)
        return act(_alone)

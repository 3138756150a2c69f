"""The cache that processes share, in Redis, which may go away (case DU-03): nobody's page or act fails because of it.

Meanwhile nothing is found and nothing is kept, so all is read anew. Those who count guesses have to know
(`core.counters`): they ask `StrictCache`, the same store without this patience.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import cached_property
from threading import Lock
from typing import Any

import structlog
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = structlog.get_logger("core.shared_cache")

# A page asks some ten times, and each time might wait for half a second.
REST_SECONDS = 2.0
MOST_OWED = 10_000


class Away(OSError):
    """The store does not answer, or did not a moment ago."""


class Way:
    """How to one store: whether it rests, and which keys it still has to forget."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rests_until = 0.0
        self._owed: set[str] = set()

    def ask(self, act: Callable[..., Any], forget: Callable[[Iterable[str]], Any], *args: Any) -> Any:
        """What the store answers to `act`. Raises Away."""
        if time.monotonic() < self._rests_until:
            raise Away
        with self._lock:
            owed, self._owed = self._owed, set()
        try:
            if owed:
                forget(owed)
            return act(*args)
        except (RedisError, OSError) as error:
            self._rests_until = time.monotonic() + REST_SECONDS
            self.owe(owed)
            log.warning("cache.away", error=type(error).__name__)
            raise Away from error

    def owe(self, keys: Iterable[str]) -> None:
        """What changed while the store was away must not be found there when it is back."""
        with self._lock:
            self._owed = set([*self._owed, *keys][:MOST_OWED])


_ways: dict[tuple[str, ...], Way] = {}


class StrictCache(RedisCache):
    """Raises Away, and at once for two seconds after it did."""

    # As Django's own backend keeps them.
    _servers: list[str]
    _class: Callable[..., Any]
    _options: dict[str, Any]

    def __init__(self, server: str | list[str], params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._way = _ways.setdefault(tuple(self._servers), Way())

    @cached_property
    def _cache(self) -> Any:
        return _Asked(self._way, self._class(self._servers, **self._options))


class _Asked:
    """Django's client, each act of which goes by the way."""

    def __init__(self, way: Way, client: Any) -> None:
        self._way, self._client = way, client

    def __getattr__(self, name: str) -> Callable[..., Any]:
        act = getattr(self._client, name)
        return lambda *args: self._way.ask(act, self._client.delete_many, *args)


class SharedCache(StrictCache):
    """Finds nothing and keeps nothing while the store is away."""

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        try:
            return super().get(key, default, version)
        except Away:
            return default

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        try:
            return super().get_many(keys, version)
        except Away:
            return {}

    def has_key(self, key: str, version: int | None = None) -> bool:
        try:
            return super().has_key(key, version)
        except Away:
            return False

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Whoever asks to be the only one is told so: each process goes on alone."""
        try:
            return super().add(key, value, timeout, version)
        except Away:
            return True

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        try:
            super().set(key, value, timeout, version)
        except Away:
            # The rest is what was read anew, and ends by itself.
            if timeout is None:
                self._owe([key], version)

    def set_many(
        self, data: dict[str, Any], timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> list[str]:
        try:
            return super().set_many(data, timeout, version)
        except Away:
            return list(data)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        try:
            return super().touch(key, timeout, version)
        except Away:
            return False

    def delete(self, key: str, version: int | None = None) -> bool:
        try:
            return super().delete(key, version)
        except Away:
            self._owe([key], version)
            return False

    def delete_many(self, keys: Iterable[str], version: int | None = None) -> None:
        known = list(keys)
        try:
            super().delete_many(known, version)
        except Away:
            self._owe(known, version)

    def _owe(self, keys: Iterable[str], version: int | None) -> None:
        self._way.owe([self.make_and_validate_key(key, version=version) for key in keys])

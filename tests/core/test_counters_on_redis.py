"""Counting in a real Redis, while it is away, and after it is back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.cache import caches

from core import counters
from core.graphql.faults import Fault
from core.graphql.points import Bucket
from core.throttling import Throttle, Throttled
from tools.services import RedisServer


@pytest.mark.scale
def test_guesses_are_counted_whatever_happens_to_redis(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RedisServer() as server:
        options = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
        backend = "django.core.cache.backends.redis.RedisCache"
        settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": server.url, "OPTIONS": options}}
        caches._settings = caches.settings = caches.configure_settings(None)  # type: ignore[attr-defined]
        monkeypatch.setattr(counters, "cache", caches.create_connection("default"))
        counters._alone.clear()
        tries = Throttle("redis", 10, 900)

        def once(_: int) -> bool:
            try:
                tries.take("class")
            except Throttled:
                return False
            return True

        with ThreadPoolExecutor(20) as pool:
            assert sum(pool.map(once, range(200))) == 10
        with pytest.raises(Fault, match="RATE_LIMITED"):
            [Bucket(100, 1).spend("ola", 30) for _ in range(4)]
        server.kill()
        assert [once(n) for n in range(12)] == [True] * 10 + [False] * 2
        server.start()
        assert tries.allowed("another class")

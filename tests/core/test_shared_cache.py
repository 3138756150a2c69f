"""The cache of several processes while Redis does not answer, and when it is back (case DU-03)."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache, caches
from django.test import Client

from core import counters, shared_cache
from core.shared_cache import Away
from core.throttling import Throttle, Throttled
from tests.factories import UserFactory
from tools.services import RedisServer

pytestmark = pytest.mark.scale


@pytest.fixture
def redis(settings: Any) -> Iterator[RedisServer]:
    """A Redis of our own, which the settings name."""
    with RedisServer() as server:
        options = {"socket_connect_timeout": 0.2, "socket_timeout": 0.2}
        store = {"LOCATION": server.url, "OPTIONS": options}
        shared = {"BACKEND": "core.shared_cache.SharedCache", **store}
        settings.CACHES = {
            "default": shared,
            "answers": shared | {"KEY_PREFIX": "answers"},
            "counters": {"BACKEND": "core.shared_cache.StrictCache", **store},
        }
        counters._alone.clear()
        yield server


def stop(server: RedisServer, how: signal.Signals) -> None:
    assert server.process is not None
    server.process.send_signal(how)


@pytest.mark.django_db
def test_du_03_pages_open_and_people_sign_in_without_redis(client: Client, redis: RedisServer) -> None:
    user = UserFactory(username="ola")
    user.set_password("correct horse battery")
    user.save()
    for away in (False, True):
        if away:
            redis.kill()
        for address in ("/catalogue/", "/catalogue/?q=debata", "/events/", "/clubs/", "/sign-in/", "/rules/"):
            assert client.get(address).status_code == 200
        typed = {"username": "ola", "password": "correct horse battery"}
        assert client.post("/sign-in/password/", typed).status_code == 302
        client.logout()


def test_du_03_who_counts_guesses_is_told(redis: RedisServer) -> None:
    tries = Throttle("without", limit=2, seconds=900)
    redis.kill()
    with pytest.raises(Away):
        caches["counters"].get_many(["k"])
    tries.take("k")
    tries.take("k")
    with pytest.raises(Throttled):
        tries.take("k")


def test_what_changed_meanwhile_is_not_found_when_redis_is_back(
    redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.set("edition", "old", None)
    cache.set_many({"footer": "old", "verdict": "kept"})
    stop(redis, signal.SIGSTOP)
    cache.set("edition", "new", None)
    assert (cache.get("edition", "nothing"), cache.get_many(["footer"])) == ("nothing", {})
    assert cache.get_or_set("edition", lambda: "read anew", None) == "read anew"
    # A sweep that one process does for all is done by each.
    assert cache.add("sweep", 1)
    cache.delete_many(["footer"])
    stop(redis, signal.SIGCONT)

    # It is left alone for two seconds, so that a page does not wait at each of its turns.
    assert cache.get("verdict") is None
    monkeypatch.setattr(shared_cache.time, "monotonic", lambda: float("inf"))
    found = caches.create_connection("counters").get_many(["edition", "footer", "verdict"])
    assert found == {"verdict": "kept"}

"""Guesses are counted, however they come and however time is cut."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.cache import caches
from django.utils import translation
from redis.exceptions import ConnectionError as RedisAway

from core import counters
from core.throttling import Throttle, Throttled


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_ten_tries_and_not_one_more(clock: Clock) -> None:
    tries = Throttle("t", 10, 900, clock=clock)
    for _ in range(10):
        tries.take("2B")
    with pytest.raises(Throttled) as refused:
        tries.take("2B")
    assert refused.value.code == "RATE_LIMITED"
    assert 0 < refused.value.retry_after <= 1_050
    tries.take("2C")
    assert tries.counted("2C") == 1


@pytest.mark.parametrize("start", range(0, 900, 50))
def test_no_window_holds_more_than_the_limit(start: int, clock: Clock) -> None:
    tries = Throttle("t", 10, 900, clock=clock)
    clock.now += start
    taken = []
    for _ in range(400):
        try:
            tries.take("2B")
            taken.append(clock.now)
        except Throttled:
            pass
        clock.now += 10
    assert len(taken) >= 30
    assert all(later - earlier >= 900 for earlier, later in zip(taken, taken[10:], strict=False))


def test_what_is_promised_is_kept(clock: Clock) -> None:
    tries = Throttle("t", 3, 60, clock=clock)
    for _ in range(3):
        tries.take("k")
        clock.now += 7
    wait = tries.retry_after("k")
    clock.now += wait
    assert tries.allowed("k")
    assert tries.retry_after("k") == 0


def test_a_right_try_is_given_back(clock: Clock) -> None:
    tries = Throttle("t", 10, 900, clock=clock)
    for _ in range(100):
        tries.take("network")
        tries.give_back("network")
    assert tries.counted("network") == 0


def test_check_counts_nothing_and_forget_forgets(clock: Clock) -> None:
    tries = Throttle("t", 1, 900, clock=clock)
    tries.check("k")
    tries.check("k")
    assert tries.count("k") == 1
    with pytest.raises(Throttled):
        tries.check("k")
    tries.forget("k")
    tries.check("k")


def test_two_hundred_at_once_are_ten(clock: Clock) -> None:
    tries = Throttle("t", 10, 900, clock=clock)

    def once(_: int) -> bool:
        try:
            tries.take("2B")
        except Throttled:
            return False
        return True

    with ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(once, range(200))) == 10


def test_a_key_is_not_readable_in_the_cache(clock: Clock) -> None:
    Throttle("t", 10, 900, clock=clock).take("192.0.2.7")
    assert not any("192.0.2.7" in key for key in caches["counters"]._cache)  # type: ignore[attr-defined]


def test_counting_goes_on_while_the_cache_is_away(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: Any, **options: Any) -> Any:
        raise RedisAway("Error 111 connecting to 10.0.0.5")

    for act in ("add", "incr", "get_many", "delete_many", "set"):
        monkeypatch.setattr(caches["counters"], act, away)  # type: ignore[attr-defined]
    counters._alone.clear()
    tries = Throttle("t", 2, 900, clock=clock)
    tries.take("k")
    tries.take("k")
    with pytest.raises(Throttled):
        tries.take("k")


def test_the_refusal_says_when(clock: Clock) -> None:
    with translation.override("pl"):
        assert str(Throttled(61)) == "Za dużo prób. Spróbuj ponownie za 2 minuty."
        assert str(Throttled(300)) == "Za dużo prób. Spróbuj ponownie za 5 minut."
        assert str(Throttled(60)) == "Za dużo prób. Spróbuj ponownie za 1 minutę."
    with translation.override("uk"):
        assert str(Throttled(61)) == "Забагато спроб. Спробуй ще раз через 2 хвилини."

"""Guesses are counted, not requests; the count belongs to an account, a code, a class, a device or a network.

For example:

    tries = Throttle("join-code", limit=10, seconds=900)
    tries.take(f"network:{address}")   # counts first, so a thousand at once are ten; may raise Throttled
    …the guess was right…
    tries.give_back(f"network:{address}")
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

from django.http import HttpResponse
from django.utils.translation import ngettext_lazy

from core import counters
from core.refusals import Refusal

SLICES = 6
MOST_WAIT = 3


class Throttled(Refusal):
    """Too many tries. `retry_after` is in seconds."""

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        minutes = -(-retry_after // 60)
        super().__init__(
            "RATE_LIMITED",
            ngettext_lazy(
                "That was too many tries. Try again in %(minutes)d minute.",
                "That was too many tries. Try again in %(minutes)d minutes.",
                "minutes",
            ),
            minutes=minutes,
        )


class Throttle:
    """At most `limit` counts in any `seconds`, however they are spread.

    Time is cut into slices of a sixth of the window and the present one and the six before it are summed,
    so the limit is never exceeded and a count is forgotten after one to one and a sixth windows.
    """

    def __init__(
        self, name: str, limit: int, seconds: int, *, clock: Callable[[], float] = time.time
    ) -> None:
        self.name = name
        self.limit = limit
        self.seconds = seconds
        self._clock = clock
        self._slice = max(1, -(-seconds // SLICES))

    def counted(self, key: str) -> int:
        """How many tries count against `key` now."""
        return sum(counters.read(self._keys(key)).values())

    def allowed(self, key: str) -> bool:
        """Whether one more try would be within the limit."""
        return self.counted(key) < self.limit

    def check(self, key: str) -> None:
        """Raise Throttled if `key` has used up its tries. Counts nothing."""
        if not self.allowed(key):
            raise Throttled(self.retry_after(key))

    def count(self, key: str) -> int:
        """Count one try and answer how many there are now."""
        current, *earlier = self._keys(key)
        mine = counters.add(current, 1, self._lifetime)
        return mine + sum(counters.read(earlier).values())

    def take(self, key: str) -> None:
        """Count one try; if that is one too many, take it back and raise Throttled.

        Safe however many come at once. Tries that were turned away do not count, so nobody stays locked out because
        somebody keeps knocking.
        """
        if self.count(key) > self.limit:
            self.give_back(key)
            raise Throttled(max(1, self.retry_after(key)))

    def give_back(self, key: str) -> None:
        """Take one count back: the try was right after all."""
        counters.add(self._keys(key)[0], -1, self._lifetime)

    def slow_down(self, key: str) -> int:
        """Seconds that the next wrong answer to `key` waits: 0 up to the limit, then 1, 2 and at most 3 for each limit
        more. For a network, which many share and which therefore is never shut out (answers.md 23).
        """
        over = self.counted(key) - self.limit
        return 0 if over <= 0 else min(MOST_WAIT, 1 + over // self.limit)

    def hold_back(self, response: HttpResponse, key: str) -> HttpResponse:
        """Let the server hold a wrong answer back by `slow_down`, without a thread (`core.server.bridge`)."""
        seconds = self.slow_down(key)
        if seconds:
            response.headers["X-Slow-Down"] = str(seconds)
        return response

    def forget(self, key: str) -> None:
        """Start `key` anew."""
        counters.forget(self._keys(key))

    def retry_after(self, key: str) -> int:
        """Seconds until one more try may be allowed; 0 if it is allowed now."""
        keys = self._keys(key)
        found = counters.read(keys)
        over = sum(found.values()) - self.limit + 1
        if over <= 0:
            return 0
        left_in_slice = self._slice - int(self._clock()) % self._slice
        for age in range(len(keys) - 1, -1, -1):
            over -= found.get(keys[age], 0)
            if over <= 0:
                return left_in_slice + (len(keys) - 1 - age) * self._slice
        return self._lifetime

    @property
    def _lifetime(self) -> int:
        return self._slice * (SLICES + 2)

    def _keys(self, key: str) -> list[str]:
        # Hashed, because a key may be an address or what somebody typed, and cache keys end up in logs.
        digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        now = int(self._clock()) // self._slice
        return [f"throttle:{self.name}:{digest}:{now - age}" for age in range(SLICES + 1)]

"""Each person has a bucket of points that fills again as time goes by; a request costs as many as it asks
for.

Kept as one number, the moment at which the bucket will be full again (the generic cell rate algorithm,
ITU-T I.371), which is moved by an atomic addition.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from core import counters
from core.graphql.faults import Fault

_LIFETIME = 3600
# A bucket found full for longer than this is written anew; below it the moment is simply moved on.
_STALE_MS = 1000


class Bucket:
    """`capacity` points, `per_second` points back. `clock` answers seconds since the epoch."""

    def __init__(self, capacity: int, per_second: int, *, clock: Callable[[], float] = time.time) -> None:
        self._most_ms = capacity * 1000 // per_second
        self._ms_a_point = 1000 / per_second
        self._clock = clock

    def spend(self, person: str, points: int) -> None:
        """Take `points` from the bucket of `person`.

        Raises Fault RATE_LIMITED and takes nothing if there are too few.
        """
        key = f"points:{person}"
        now = int(self._clock() * 1000)
        cost = int(points * self._ms_a_point)
        full_at = counters.add(key, cost, _LIFETIME, start=now)
        if full_at - cost < now - _STALE_MS:
            full_at = now + cost
            counters.put(key, full_at, _LIFETIME)
        if full_at - now > self._most_ms:
            counters.add(key, -cost, _LIFETIME, start=now + cost)
            raise Fault("RATE_LIMITED", retry_after=max(1, -(-(full_at - now - self._most_ms) // 1000)))

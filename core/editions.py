"""Naming the present state of something public, so that what was remembered of an earlier one is not found again."""

from __future__ import annotations

from secrets import token_hex

from django.core.cache import cache


class Edition:
    """One thing that changes seldom and is read often. The names tell no order, so that a cache that lost them cannot
    bring an old one back.
    """

    def __init__(self, name: str) -> None:
        self._key = f"edition:{name}"

    def now(self) -> str:
        """How the present state is called. Ask before reading what is to be remembered under it."""
        return editions_now(self)

    def change(self) -> None:
        """From now on it is another one."""
        cache.set(self._key, token_hex(8), None)

    @property
    def key(self) -> str:
        return self._key


def editions_now(*editions: Edition) -> str:
    """The present names of several, as one. One trip to the cache."""
    keys = [one.key for one in editions]
    found: dict[str, str] = cache.get_many(keys)
    for key in keys:
        if key not in found:
            # Whoever is first names it for everybody.
            found[key] = cache.get_or_set(key, lambda: token_hex(8), None) or ""
    return ".".join(found[key] for key in keys)

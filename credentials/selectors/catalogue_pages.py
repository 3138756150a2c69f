"""When the public list of achievements changed last: what was remembered before is not asked for again."""

from __future__ import annotations

from django.core.cache import cache

_EDITION = "catalogue:edition"


def catalogue_edition() -> int:
    """Counts up when something is published, hidden or shown again."""
    found: int = cache.get(_EDITION, 0)
    return found


def forget_catalogue() -> None:
    """From now on the catalogue is read anew."""
    if not cache.add(_EDITION, 1, None):
        cache.incr(_EDITION)

"""Which pictures belong to published badges."""

from __future__ import annotations

import time
from contextlib import suppress

from credentials.art.drawn_elsewhere import DrawnElsewhere
from credentials.models import AchievementVersion
from credentials.pictures import Art, art_of

LOOK_AGAIN_SECONDS = 2.0

_known: set[str] = set()
_looked_at = float("-inf")


def is_public(art: Art) -> bool:
    """Whether everybody may see this picture: a published version has it. One from elsewhere is looked up each time, so
    that it disappears together with a badge that was reported; whoever asked once keeps it.
    """
    if not isinstance(art, DrawnElsewhere):
        return is_known(art.key)
    rows = AchievementVersion.objects.published().filter(art__picture=art.digest)
    return rows.filter(achievement__hidden_at=None).exists()


def is_known(key: str) -> bool:
    """Whether a published version has this picture. An unknown key asks the database at most every two
    seconds.
    """
    global _looked_at
    if key in _known:
        return True
    if time.monotonic() - _looked_at < LOOK_AGAIN_SECONDS:
        return False
    rows = AchievementVersion.objects.published().values_list("achievement__kind", "art").distinct()
    for kind, parameters in rows.filter(art__picture__isnull=True).iterator(chunk_size=500):
        try:
            _known.add(art_of(kind, parameters).key)
        except ValueError:
            continue
    _looked_at = time.monotonic()
    return key in _known


def remember(version: AchievementVersion) -> None:
    """A version was just published: its picture is asked for before anybody looks again."""
    with suppress(ValueError):
        _known.add(art_of(version.achievement.kind, version.art).key)

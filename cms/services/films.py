"""Files of films that no film is any more: taken away, replaced, or left by a form that failed at its end."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from cms.models import Film
from cms.models.films import FOLDER

KEPT = timedelta(days=1)


def forget_files(now: datetime) -> int:
    """Remove those that are older than a day: one that just came has its film in a moment. Answers how many."""
    folder = settings.MEDIA_ROOT / FOLDER
    if not folder.is_dir():
        return 0
    known = set(Film.objects.values_list("file", flat=True))
    gone = 0
    for path in folder.iterdir():
        age = now.timestamp() - path.stat().st_mtime
        if f"{FOLDER}/{path.name}" not in known and age > KEPT.total_seconds():
            path.unlink(missing_ok=True)
            gone += 1
    return gone

"""Telling a story that began weeks ago: Django's clock shows another moment for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo

from django.utils import timezone


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Within it `django.utils.timezone.now()` answers `moment` (aware); for this whole process, never in a server."""

    class Shifted(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return moment.astimezone(tz) if tz else moment.replace(tzinfo=None)

    real = timezone.datetime  # type: ignore[attr-defined]
    timezone.datetime = Shifted  # type: ignore[attr-defined]
    try:
        yield
    finally:
        timezone.datetime = real  # type: ignore[attr-defined]

"""A meeting of 2B that is going on, and a clock that can be moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from events.models import Event
from tests.factories import EventFactory


@pytest.fixture
def meeting(class_2b) -> Event:
    """Began ten minutes ago, ends in fifty; check-in is open."""
    began = timezone.now() - timedelta(minutes=10)
    return EventFactory(
        group=class_2b.group,
        starts_at=began,
        ends_at=began + timedelta(hours=1),
        created_by=class_2b.teacher,
        check_in_secret=b"s" * 32,
    )


@pytest.fixture
def at(monkeypatch) -> Callable[[datetime], None]:
    """`at(moment)`: from now on it is that moment."""

    def move(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return move

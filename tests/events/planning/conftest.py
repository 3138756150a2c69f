"""Plans as a teacher or a leader would fill them in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.refusals import Refusal, Refusals
from events.plans import EventPlan
from events.series import WARSAW


def in_days(days: float, hours: float = 0) -> datetime:
    return timezone.now() + timedelta(days=days, hours=hours)


def a_plan(**changed: Any) -> EventPlan:
    """A two-hour meeting in a week."""
    starts_at = changed.pop("starts_at", in_days(7))
    return EventPlan(
        **{"title": "Debata", "starts_at": starts_at, "ends_at": starts_at + timedelta(hours=2), **changed}
    )


def warsaw(text: str) -> datetime:
    """ "2027-03-25 16:00" on a clock in Poland."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def refused(act, *args: Any, **kwargs: Any) -> list[tuple[str, str]]:
    """What an act is refused for: codes and fields."""
    with pytest.raises((Refusal, Refusals)) as caught:
        act(*args, **kwargs)
    found = caught.value
    return [(one.code, one.field) for one in getattr(found, "refusals", [found])]

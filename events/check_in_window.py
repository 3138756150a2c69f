"""When check-in is open: from the opening second until, but not in, the closing one."""

from __future__ import annotations

from datetime import datetime, timedelta

from events.models import Event

OPENS_BEFORE = timedelta(minutes=30)
# A leader's phone that had no network may tell what it recorded until so long after the closing.
SYNC = timedelta(hours=24)
# Clocks of phones differ; a tick from a little ahead counts as now, never as later.
CLOCK_SKEW = timedelta(minutes=5)
LATE_CLAIMS = timedelta(days=7)


def opens_at(event: Event) -> datetime:
    return event.check_in_from or event.starts_at - OPENS_BEFORE


def closes_at(event: Event) -> datetime:
    return event.check_in_until or event.ends_at


def takes_place(event: Event) -> bool:
    """Announced, neither called off nor taken down."""
    return event.published_at is not None and event.cancelled_at is None and event.hidden_at is None


def is_open(event: Event, now: datetime) -> bool:
    """Whether people may check themselves in now."""
    return takes_place(event) and opens_at(event) <= now < closes_at(event)


def may_claim_late(event: Event, now: datetime) -> bool:
    """From the closing of check-in until seven days after the end."""
    over = min(closes_at(event), event.ends_at)
    return takes_place(event) and over <= now < event.ends_at + LATE_CLAIMS

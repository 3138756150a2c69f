"""This meeting and those after it (RFC 5545 §3.2.13, THISANDFOLLOWING): a later one takes over what was changed.

Only what it had in common with the changed meeting: an hour, a place or words that somebody gave it by itself stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from events.enums import Visibility
from events.models import Event
from events.series import MOST_MEETINGS, Meeting, moved_along

# What belongs together and is taken over together.
PARTS = (
    ("kind",),
    ("title",),
    ("description",),
    ("form", "place_id", "online_url"),
    ("sign_up", "capacity", "needs_consent"),
    ("age_min", "age_max"),
)
Part: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """An event as it was at one moment."""

    time: Meeting
    parts: dict[Part, tuple[Any, ...]]
    audience: tuple[Any, ...]


def standing(event: Event) -> Standing:
    return Standing(
        time=Meeting(event.starts_at, event.ends_at),
        parts={part: _values(event, part) for part in PARTS},
        audience=_audience(event),
    )


def later_meetings(event: Event, now: datetime) -> list[Event]:
    """Those of its series that come after it, are not over and not called off; the rows are locked."""
    if event.series_id is None:
        return []
    later = Event.objects.select_for_update(of=("self",)).select_related("group", "place", "series")
    later = later.filter(
        series=event.series_id, starts_at__gt=event.starts_at, ends_at__gt=now, cancelled_at=None
    )
    return list(later.order_by("starts_at", "pk").exclude(pk=event.pk)[:MOST_MEETINGS])


def take_over(meeting: Event, before: Standing, after: Event) -> bool:
    """Give a later meeting what was changed between `before` and `after`; saves nothing.

    Answers whether it is for the same people as the changed meeting was, so that new invitations are its own too.
    """
    for part, was in before.parts.items():
        now = _values(after, part)
        if was != now and _values(meeting, part) == was:
            for name, value in zip(part, now, strict=True):
                setattr(meeting, name, value)
    moved = moved_along(
        Meeting(meeting.starts_at, meeting.ends_at), before.time, Meeting(after.starts_at, after.ends_at)
    )
    if moved is not None:
        meeting.starts_at, meeting.ends_at = moved.starts_at, moved.ends_at
    return _audience(meeting) == before.audience


def _values(event: Event, part: Part) -> tuple[Any, ...]:
    return tuple(getattr(event, name) for name in part)


def _audience(event: Event) -> tuple[Any, ...]:
    if event.visibility != Visibility.INVITED:
        return (event.visibility,)
    return (
        event.visibility,
        frozenset(event.invited_groups.values_list("pk", flat=True)),
        frozenset(event.invited_people.values_list("pk", flat=True)),
    )

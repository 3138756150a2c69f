"""The public events to come at which a badge is awarded, or that name it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.text import capfirst

from core.translated import in_language
from credentials.models import Achievement
from credentials.ways_to_earn import MOST_OF_A_KIND, Way
from events.map_filters import MapFilter
from events.moments import when_in_words
from events.selectors.public_events import listed_events, narrowed


def at_an_event(achievement: Achievement) -> Sequence[Way]:
    """The next ones first. Two statements, or one while the hosts that stay private are remembered."""
    coming = narrowed(listed_events(timezone.now()), MapFilter(badge=achievement.slug)).filter(
        cancelled_at=None
    )
    return [
        Way(
            in_language(event.title),
            f"/events/{event.slug}",
            ", ".join(filter(None, (capfirst(when_in_words(event.starts_at, event.ends_at)), event.town))),
        )
        for event in coming.order_by("listed_from", "pk")[:MOST_OF_A_KIND]
    ]

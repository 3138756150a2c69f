"""What follows from attendance, later: badges, and forgetting who was where (answers.md 29)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.core.cache import cache
from django.utils import timezone
from django_tasks import task

from core.server import periodic
from events.models import Attendance, EventTeamMember, LateClaim
from events.services.attendance_badges import events_with_rules_since, reward

GATHERED = 2
KEPT = timedelta(days=365)
SWEPT_BACK = timedelta(hours=26)
MOST_SWEPT = 500
MOST_FORGOTTEN = 1000


def gathering_key(event_id: UUID | str) -> str:
    return f"attendance-gathering:{event_id}"


@task()
def reward_attendance(event_id: str) -> None:
    """Give the badges owed at one event. Twice gives nothing twice."""
    # Opened before looking: whoever comes from now on finds no task waiting and makes the next.
    cache.delete(gathering_key(event_id))
    reward(UUID(event_id))


def reward_lately() -> int:
    """What a lost task would have given: found again from attendances of the last day."""
    since = timezone.now() - SWEPT_BACK
    owed = events_with_rules_since(since).values_list("pk", flat=True)[:MOST_SWEPT]
    return sum(reward(event_id) for event_id in owed)


def forget_attendances() -> int:
    """A year after an event nobody knows who was there; badges earned there stay. Answers how many rows went."""
    before = timezone.now() - KEPT
    old = Attendance.objects.filter(event__ends_at__lt=before).order_by("checked_in_at").values("pk")
    forgotten, _rows = Attendance.objects.filter(
        pk__in=list(old.values_list("pk", flat=True)[:MOST_FORGOTTEN])
    ).delete()
    for model in (LateClaim, EventTeamMember):
        model.objects.filter(event__ends_at__lt=before).delete()
    return forgotten


periodic.register(reward_lately, every_seconds=300)
periodic.register(forget_attendances, every_seconds=3600)

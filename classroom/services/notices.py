"""Calm lines that a person reads once."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from core.access import as_uuid
from core.models import Delivery
from people.models import User

MOST_AT_ONCE = 50


def read_notices(user: User, notice_ids: Iterable[object]) -> int:
    """Mark these of the person's own notices as read; answers how many were not read yet."""
    ids = [pk for pk in map(as_uuid, list(notice_ids)[:MOST_AT_ONCE]) if pk is not None]
    return Delivery.objects.unseen().filter(recipient=user, pk__in=ids).update(seen_at=timezone.now())

"""Calm lines that a person reads once."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from classroom.selectors.notices import ONE_ACT, notice_facts
from core.access import as_uuid
from core.models import Delivery
from people.models import User

MOST_AT_ONCE = 50


@transaction.atomic
def read_notices(user: User, notice_ids: Iterable[object]) -> int:
    """Mark these of the person's own notices as read, with what the same act announced beside them.

    Answers how many notices were not read yet.
    """
    ids = [pk for pk in map(as_uuid, list(notice_ids)[:MOST_AT_ONCE]) if pk is not None]
    owed = Delivery.objects.unseen().filter(recipient=user, activity__fact__in=notice_facts())
    moments = list(owed.filter(pk__in=ids).values_list("created_at", flat=True))
    for at in moments:
        owed.filter(created_at__range=(at - ONE_ACT, at + ONE_ACT)).update(seen_at=timezone.now())
    return len(moments)

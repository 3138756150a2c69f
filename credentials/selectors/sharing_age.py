"""From when on a learner shows badges outside without a guardian's consent."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from people.models import User
from people.selectors.oneself import AGE_FOR_SHARING


def old_enough_to_share(person: User, now: datetime) -> bool:
    """Whether this person may share by themselves. Age unknown: no (answers.md 16)."""
    age = person.age_on(timezone.localdate(now))
    return age is not None and age >= AGE_FOR_SHARING

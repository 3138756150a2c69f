"""Whether sign-in is open now: the teacher is in the room and sees who scans (answers.md 21)."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef

from classroom.models import SchoolClass
from people.models import Membership, User
from people.services.sign_ins import opened_by


@opened_by.register
def sign_in_is_open_for(user: User, now: datetime) -> bool:
    """True while a class in which the person learns has sign-in open."""
    learns_here = Membership.objects.current().learning().filter(user=user, group=OuterRef("group"))
    return SchoolClass.objects.filter(
        Exists(learns_here), sign_in_open_until__gt=now, group__archived_at=None
    ).exists()


def open_until(school_class: SchoolClass | None, now: datetime) -> datetime | None:
    """The moment to show beside the class, or None when sign-in is closed."""
    if school_class is None or not school_class.sign_in_is_open(now):
        return None
    return school_class.sign_in_open_until

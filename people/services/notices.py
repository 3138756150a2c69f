"""The plain notice of the first sign-in: what is kept, who sees it, whom to ask (answers.md 25)."""

from __future__ import annotations

from django.utils import timezone

from people.models import User


def acknowledge_notice(user: User) -> User:
    """Remember that the person has read the notice. Reading it again changes nothing."""
    User.objects.filter(pk=user.pk, notice_seen_at=None).update(notice_seen_at=timezone.now())
    user.refresh_from_db(fields=["notice_seen_at"])
    return user

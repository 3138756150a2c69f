"""The secret address at which a person's own calendar program finds their events."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from core.secrets import keyed_digest, new_secret
from events.models import CalendarFeed
from people.models import User

LINK = "calendar feed"


def make_feed(user: User) -> str:
    """A new address, told once; the old one ends."""
    secret = new_secret(160)
    CalendarFeed.objects.update_or_create(
        user=user, defaults={"digest": keyed_digest(LINK, secret), "made_at": timezone.now()}
    )
    return f"{settings.PUBLIC_URL}/calendar/{secret}.ics"


def end_feed(user: User) -> None:
    CalendarFeed.objects.filter(user=user).delete()


def feed_owner(secret: str) -> User | None:
    """Whose calendar a secret opens; None for one that is made up, ended, or of somebody who is gone."""
    found = CalendarFeed.objects.filter(digest=keyed_digest(LINK, secret[:200]), user__is_active=True)
    feed = found.select_related("user").first()
    return feed.user if feed else None

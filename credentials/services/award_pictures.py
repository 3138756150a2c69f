"""The picture that comes with a badge: for those who got it and who lead the group, and for a year at most."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from credentials.models import AwardBatch
from credentials.services.uploading import remove_upload


def remove_picture(batch: AwardBatch) -> None:
    """Delete the picture of an act of awarding, if it has one."""
    picture = batch.picture
    if picture is None:
        return
    with transaction.atomic():
        AwardBatch.objects.filter(pk=batch.pk).update(picture=None)
        remove_upload(picture)
    batch.picture = None


def remove_old_pictures(now: datetime, limit: int = 200) -> int:
    """Delete pictures whose year is over; at most `limit`. Answers how many."""
    before = now - timedelta(days=settings.KOTYLION_LIMITS["award_picture_days"])
    old = AwardBatch.objects.filter(picture__isnull=False, created_at__lt=before).select_related("picture")
    found = list(old[:limit])
    for batch in found:
        remove_picture(batch)
    return len(found)


def hide_words(batch: AwardBatch, *, now: datetime) -> None:
    """Reported: nobody reads the note or sees the picture until somebody has decided."""
    AwardBatch.objects.filter(pk=batch.pk, words_hidden_at=None).update(words_hidden_at=now)


def show_words_again(batch: AwardBatch) -> None:
    """The decision was that they stay."""
    AwardBatch.objects.filter(pk=batch.pk).update(words_hidden_at=None)

"""Evidence is kept for a set time and then emptied; the row stays as a trace without content (answers.md 19)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from credentials.models import Evidence
from credentials.services.uploading import remove_upload


def empty(evidence: Evidence, *, now: datetime) -> None:
    """Delete the words, the link and the file of a piece of evidence for good."""
    upload = evidence.upload
    with transaction.atomic():
        Evidence.objects.filter(pk=evidence.pk).update(text="", url="", upload=None, purged_at=now)
        if upload is not None:
            remove_upload(upload)


def purge_due(now: datetime, limit: int = 500) -> int:
    """Empty what must not be kept any longer; at most `limit` pieces. Answers how many."""
    due = Evidence.objects.due_for_purging(timezone.localdate(now)).select_related("upload")[:limit]
    for evidence in due:
        empty(evidence, now=now)
    return len(due)

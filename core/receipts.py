"""How long it is remembered that an act has been done."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from core.models import Receipt

KEPT = timedelta(days=14)


def purge_receipts() -> int:
    """Delete receipts older than `KEPT`; answers how many. To be called once a day."""
    deleted, _ = Receipt.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return deleted

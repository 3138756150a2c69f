from __future__ import annotations

from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import models

from credentials.enums import EvidenceKind, Sensitivity


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def kept(self) -> EvidenceQuerySet:
        return self.filter(withdrawn_at=None, purged_at=None)

    def due_for_purging(self, today: date) -> EvidenceQuerySet:
        return self.filter(purged_at=None, keep_until__lt=today)


class Evidence(models.Model):
    """One piece of a learner's work: a text, a link, a photo, a PDF or a recording.

    Only the learner and those who assess read it. `keep_until` is set at the decision: 90 days for sensitive
    work, 30 days after the school year for the rest (answers.md 19); purging empties it and leaves the row.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=8, choices=EvidenceKind)
    text = models.TextField(blank=True)
    url = models.URLField(max_length=500, blank=True)
    upload = models.OneToOneField(
        "credentials.Upload", null=True, blank=True, on_delete=models.SET_NULL, related_name="evidence"
    )
    sensitivity = models.CharField(max_length=30, choices=Sensitivity, default=Sensitivity.NORMAL)
    created_at = models.DateTimeField(auto_now_add=True)
    keep_until = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    purged_at = models.DateTimeField(null=True, blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["keep_until"], name="evidence_by_end_of_keeping")]

    def __str__(self) -> str:
        return f"evidence {self.id}"

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from credentials.enums import StackDecision


class StackReviewQuerySet(models.QuerySet["StackReview"]):
    def waiting(self) -> StackReviewQuerySet:
        return self.filter(decided_at=None)


class StackReview(models.Model):
    """A part of a larger badge was taken back after the larger one had been signed: its issuer looks at it and keeps
    or revokes it. Nothing signed falls by itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    credential = models.ForeignKey(
        "credentials.Credential", on_delete=models.CASCADE, related_name="stack_reviews"
    )
    # What was taken back.
    part = models.ForeignKey("credentials.Credential", on_delete=models.CASCADE, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    decision = models.CharField(max_length=8, choices=StackDecision, blank=True)
    words = models.CharField(max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = StackReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["credential"], condition=Q(decided_at=None), name="a_larger_badge_waits_once"
            )
        ]

    def __str__(self) -> str:
        return f"review of {self.credential_id}"

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import Q

from credentials.enums import ShownName
from credentials.models.credential import Credential


class ShareQuerySet(models.QuerySet["Share"]):
    def working(self, now: datetime) -> ShareQuerySet:
        return self.filter(withdrawn_at=None, expires_at__gt=now)

    def showing(self, credential: Credential) -> ShareQuerySet:
        """Links that open this credential: made for it, or for one whose place it took."""
        return self.filter(Q(credential=credential) | Q(successor=credential))


class Share(models.Model):
    """A secret link by which the learner shows one badge (answers.md 16); only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    credential = models.ForeignKey("credentials.Credential", on_delete=models.CASCADE, related_name="shares")
    # The badge was corrected or renewed since: the same link opens what took its place as well.
    successor = models.ForeignKey(
        "credentials.Credential",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="shares_of_earlier",
    )
    digest = models.CharField(max_length=64, unique=True)
    shown_name = models.CharField(max_length=10, choices=ShownName, default=ShownName.INITIALS)
    with_place = models.BooleanField(default=False)
    with_result = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ShareQuerySet.as_manager()

    def __str__(self) -> str:
        return f"share {self.id}"

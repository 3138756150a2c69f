from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone


class AwardBatchQuerySet(models.QuerySet["AwardBatch"]):
    def due_for_signing(self, now: datetime) -> AwardBatchQuerySet:
        """Acts whose time to undo has passed and whose documents are not all signed yet."""
        return self.filter(signed_at=None, cancelled_at=None, undo_until__lte=now)


class AwardBatch(models.Model):
    """One act by one person: a badge for one student or for a whole class. It is what is undone, audited and
    announced as one.

    `undo_until` ends the ten minutes in which nothing is signed and nothing leaves the group; *now* brings it
    forward.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.ForeignKey(
        "credentials.AchievementVersion", on_delete=models.PROTECT, related_name="batches"
    )
    group = models.ForeignKey(
        "people.Group", null=True, on_delete=models.PROTECT, related_name="award_batches"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.TextField(blank=True)
    # A picture of the occasion, for those who got the badge and who lead the group.
    picture = models.ForeignKey(
        "credentials.Upload", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Given by a rule: this other act gave the last part of what the badge requires.
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    # The note and the picture were reported: nobody reads them until somebody has decided.
    words_hidden_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    undo_until = models.DateTimeField()
    # Set once, when the last document of the act has been signed.
    signed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = AwardBatchQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["group", "-created_at"], name="award_batches_of_a_group"),
            models.Index(
                fields=["undo_until"],
                condition=models.Q(signed_at=None, cancelled_at=None),
                name="award_batches_to_sign",
            ),
        ]

    def __str__(self) -> str:
        return f"award {self.id}"

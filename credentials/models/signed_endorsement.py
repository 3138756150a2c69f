from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils import timezone


class SignedEndorsementQuerySet(models.QuerySet["SignedEndorsement"]):
    def standing(self) -> SignedEndorsementQuerySet:
        """What was neither withdrawn nor reported."""
        return self.filter(endorsement__withdrawn_at=None, endorsement__hidden_at=None, revoked=False)


class SignedEndorsement(models.Model):
    """The exact bytes of an EndorsementCredential (Open Badges 3.0 §8.4) of one published version.

    Like a badge it is recorded with key, index and moment, then signed, and never changes: other words are another
    endorsement.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    endorsement = models.OneToOneField(
        "credentials.Endorsement", on_delete=models.CASCADE, related_name="signed"
    )
    version = models.ForeignKey(
        "credentials.AchievementVersion", on_delete=models.PROTECT, related_name="signed_endorsements"
    )
    body = models.BinaryField()
    digest = models.CharField(max_length=64)
    key = models.ForeignKey("credentials.SigningKey", on_delete=models.PROTECT, related_name="+")
    status_list = models.ForeignKey(
        "credentials.StatusList", on_delete=models.PROTECT, related_name="endorsement_entries"
    )
    status_index = models.PositiveIntegerField()
    revoked = models.BooleanField(default=False)
    issued_at = models.DateTimeField(default=timezone.now)

    objects = SignedEndorsementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["status_list", "status_index"], name="an_endorsement_index_is_used_once"
            )
        ]

    def __str__(self) -> str:
        return f"signed endorsement {self.id}"

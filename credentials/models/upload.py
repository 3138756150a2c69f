from uuid import uuid4

from django.conf import settings
from django.db import models

from credentials.enums import EvidenceKind


def upload_path(upload: "Upload", filename: str) -> str:
    """Nothing of the sender's file name is kept."""
    return f"uploads/{upload.id.hex[:2]}/{upload.id.hex}"


class Upload(models.Model):
    """A file somebody sent, checked and stripped of what it said about them (UP-01 … UP-03).

    Until evidence takes it, only its owner may read it, and a sweep removes it after a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="uploads")
    # The sender's Idempotency-Key: a retry after a lost answer finds the same row.
    key = models.UUIDField()
    kind = models.CharField(max_length=8, choices=EvidenceKind)
    content_type = models.CharField(max_length=60)
    file = models.FileField(upload_to=upload_path)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="an_upload_is_stored_once")]

    def __str__(self) -> str:
        return f"upload {self.id}"

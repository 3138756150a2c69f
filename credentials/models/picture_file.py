from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models


def picture_path(picture: PictureFile, filename: str) -> str:
    """Named by what is in it; nothing of the sender's file name is kept."""
    return f"pictures/{picture.digest[:2]}/{picture.digest}.png"


class PictureFile(models.Model):
    """A picture of a badge that was drawn elsewhere: a square PNG of 512 pixels, made new from the pixels of a file.

    `digest` (SHA-256 of the PNG, hex) is what descriptions name it by, so the same file sent twice is one picture. Only
    the issuer's people see it until a version with it is published; one that nothing uses goes after a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    issuer = models.ForeignKey("credentials.Issuer", on_delete=models.CASCADE, related_name="pictures")
    digest = models.CharField(max_length=64)
    file = models.FileField(upload_to=picture_path, max_length=120)
    # Codes of credentials.art.legibility: what may be hard to see in a list.
    hints = models.JSONField(default=list, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "digest"], name="an_issuer_keeps_a_picture_once")
        ]

    def __str__(self) -> str:
        return f"picture {self.digest[:12]}"

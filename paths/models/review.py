from uuid import uuid4

from django.conf import settings
from django.db import models

from paths.enums import Decision


class Review(models.Model):
    """What an assessor said about a piece of work, once. "Not yet" carries one concrete hint."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    submission = models.ForeignKey("paths.Submission", on_delete=models.CASCADE, related_name="reviews")
    decision = models.CharField(max_length=12, choices=Decision)
    hint = models.TextField(blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return f"{self.decision} on {self.submission_id}"

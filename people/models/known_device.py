from uuid import uuid4

from django.conf import settings
from django.db import models


class KnownDevice(models.Model):
    """A browser in which this person has signed in before. It holds a random cookie; we hold its digest.

    A known device has its own counter of wrong tries, so that nobody else's tries can lock its owner out
    (answers.md 23), and a card scanned on it needs no PIN again.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="known_devices")
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="a_device_is_known_once")]

    def __str__(self) -> str:
        return f"device {self.id}"

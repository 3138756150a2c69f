from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models


class Withdrawal(models.Model):
    """An achievement is not awarded from `withdrawn_at` on, with the reason and who decided; until `restored_at`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    achievement = models.ForeignKey(
        "credentials.Achievement", on_delete=models.CASCADE, related_name="withdrawals"
    )
    reason = models.CharField(max_length=300)
    # The language in which the reason was written; nobody translates it.
    written_in = models.CharField(max_length=5, default="pl")
    withdrawn_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    restored_at = models.DateTimeField(null=True, blank=True)
    restored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-withdrawn_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["achievement"],
                condition=models.Q(restored_at=None),
                name="an_achievement_is_withdrawn_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.achievement_id} since {self.withdrawn_at:%Y-%m-%d}"

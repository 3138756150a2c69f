from __future__ import annotations

from uuid import uuid4

from django.db import models


class Lineage(models.Model):
    """From which published version an achievement was made; who made that one is credited on its page."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    achievement = models.OneToOneField(
        "credentials.Achievement", on_delete=models.CASCADE, related_name="lineage"
    )
    source = models.ForeignKey(
        "credentials.AchievementVersion", on_delete=models.PROTECT, related_name="made_from_it"
    )

    def __str__(self) -> str:
        return f"{self.achievement_id} from {self.source_id}"

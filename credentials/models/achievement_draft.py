from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AchievementDraft(models.Model):
    """What is being written about an achievement before it is published: it may be incomplete, and in any language.

    `description` holds fields of AchievementVersion as JSON (decimals as text). Every saving raises `revision`, and
    `touched` says at which one each part was last written ("name.uk": 7), so that two people never overwrite each
    other unseen. Publishing makes an AchievementVersion of it and ends the draft.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    achievement = models.OneToOneField(
        "credentials.Achievement", on_delete=models.CASCADE, related_name="draft"
    )
    description = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    touched = models.JSONField(default=dict)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("draft of a badge")
        verbose_name_plural = _("drafts of badges")

    def __str__(self) -> str:
        return f"{self.achievement_id} revision {self.revision}"

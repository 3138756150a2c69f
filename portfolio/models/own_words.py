from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from portfolio.enums import LanguageLevel


class SpokenLanguage(models.Model):
    """A language that a person says they speak. Nothing else is concluded from it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="spoken_languages"
    )
    # ISO 639, as in `portfolio.languages`.
    code = models.CharField(max_length=8)
    level = models.CharField(max_length=6, choices=LanguageLevel)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "code"], name="a_language_is_named_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.level}"


class OwnSkill(models.Model):
    """What a person says in their own words that they can do; nobody else stands behind it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="own_skills")
    text = models.CharField(max_length=120)
    # A code of `content/skill_areas.json`.
    area = models.CharField(max_length=20)
    created_at = models.DateTimeField(default=timezone.now)
    # Reported: no stranger reads it, whatever page it stands on.
    hidden_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "created_at"], name="own_skills_of_a_person")]

    def __str__(self) -> str:
        return f"own skill {self.id}"

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.translated import TranslatedField
from credentials.enums import Sensitivity
from paths.enums import StepKind, VerifiedBy


class Step(models.Model):
    """One node of the quest map: what to do, why, how good work looks, and what it carries."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.ForeignKey("paths.LearningPath", on_delete=models.CASCADE, related_name="steps")
    section = models.ForeignKey("paths.Section", on_delete=models.PROTECT, related_name="steps")
    key = models.CharField(max_length=20)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=StepKind)
    title = TranslatedField(_("title"))
    description = TranslatedField(_("task"))
    why = TranslatedField(_("why this step exists"))
    example = TranslatedField(_("example of good evidence"))
    required = models.BooleanField(default=True)
    estimated_hours = models.DecimalField(max_digits=5, decimal_places=1, default=0)
    suggested_week = models.PositiveIntegerField(null=True, blank=True)
    verified_by = models.CharField(max_length=8, choices=VerifiedBy, default=VerifiedBy.TEACHER)
    evidence_type = models.CharField(max_length=30, blank=True)
    evidence_kinds = models.JSONField(default=list, blank=True)
    needs_topic = models.BooleanField(default=False)
    team = models.BooleanField(default=False)
    curriculum = models.JSONField(default=list, blank=True)
    # Being at an event of one of these kinds does the step, or is its evidence; codes of `events.enums.EventKind`.
    event_kinds = models.JSONField(default=list, blank=True)
    sensitivity = models.CharField(max_length=30, choices=Sensitivity, default=Sensitivity.NORMAL)
    # A list of questions with options and explanations; empty when the step has no quiz.
    quiz = models.JSONField(default=list, blank=True)
    # The badge that accepting this step awards, when it carries one of its own.
    achievement = models.ForeignKey(
        "credentials.Achievement", null=True, blank=True, on_delete=models.PROTECT, related_name="steps"
    )
    # A choice: how many of which achievements; `distinct_in_path` means one counts once in the whole path.
    choose_count = models.PositiveIntegerField(default=0)
    choices = models.ManyToManyField("credentials.Achievement", related_name="choice_steps", blank=True)
    distinct_in_path = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["path", "key"], name="a_step_key_is_used_once"),
            models.UniqueConstraint(fields=["path", "position"], name="a_step_position_is_used_once"),
        ]

    def __str__(self) -> str:
        return f"{self.path_id} {self.key}"

    @property
    def is_milestone(self) -> bool:
        return self.achievement_id is not None or self.choose_count > 0

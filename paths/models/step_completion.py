from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models


class StepCompletionQuerySet(models.QuerySet["StepCompletion"]):
    def standing(self) -> StepCompletionQuerySet:
        return self.filter(taken_back_at=None)


class StepCompletion(models.Model):
    """A learner has done a step. Taking it back keeps the row as history.

    `credential` is what completing the step awarded, or the badge from elsewhere that completed it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    enrollment = models.ForeignKey("paths.Enrollment", on_delete=models.CASCADE, related_name="completions")
    step = models.ForeignKey("paths.Step", on_delete=models.PROTECT, related_name="completions")
    credential = models.ForeignKey(
        "credentials.Credential", null=True, blank=True, on_delete=models.PROTECT, related_name="completions"
    )
    # Whether completing the step awarded that credential: then taking the step back undoes the award.
    awarded = models.BooleanField(default=False)
    completed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = StepCompletionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment", "step"],
                condition=models.Q(taken_back_at=None),
                name="a_step_is_completed_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.enrollment_id} did {self.step_id}"

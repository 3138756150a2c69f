from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models


class EnrollmentQuerySet(models.QuerySet["Enrollment"]):
    def running(self) -> EnrollmentQuerySet:
        return self.filter(ended_at=None)


class Enrollment(models.Model):
    """One learner on one path. Progress is not stored: it is computed from completions (docs/decisions)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.ForeignKey("paths.LearningPath", on_delete=models.PROTECT, related_name="enrollments")
    student = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrollments"
    )
    assignment = models.ForeignKey(
        "paths.PathAssignment", on_delete=models.PROTECT, related_name="enrollments"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    # The last thing the learner did here; "stuck" counts school days from it.
    active_at = models.DateTimeField(auto_now_add=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EnrollmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["path", "student"],
                condition=models.Q(ended_at=None),
                name="a_learner_is_on_a_path_once",
            )
        ]
        indexes = [models.Index(fields=["assignment", "ended_at"], name="enrollments_of_an_assignment")]

    def __str__(self) -> str:
        return f"{self.student_id} on {self.path_id}"

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models

from paths.enums import WAITING_FOR_REVIEW, SubmissionState


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def to_review(self) -> SubmissionQuerySet:
        return self.filter(state__in=WAITING_FOR_REVIEW)


class Submission(models.Model):
    """What a learner makes for one step: the choice, the topic, the evidence. Handing in again keeps the row;
    what was said about it is in its reviews.

    Team work: `team` shares one set of evidence, and `reflection` is each member's own (answers.md, credentials).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    enrollment = models.ForeignKey("paths.Enrollment", on_delete=models.CASCADE, related_name="submissions")
    step = models.ForeignKey("paths.Step", on_delete=models.PROTECT, related_name="submissions")
    # What was chosen in a choice step.
    achievement = models.ForeignKey(
        "credentials.Achievement", null=True, blank=True, on_delete=models.PROTECT, related_name="submissions"
    )
    state = models.CharField(max_length=16, choices=SubmissionState, default=SubmissionState.CHOSEN)
    topic = models.TextField(blank=True)
    evidence = models.ManyToManyField("credentials.Evidence", related_name="submissions", blank=True)
    team = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="submissions"
    )
    reflection = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    # Since when it waits for the teacher, or for the learner after a "not yet".
    waiting_since = models.DateTimeField(null=True, blank=True)
    # Who acted for a student without a phone (answers.md 20).
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrollment", "step"], name="a_step_has_one_submission_a_learner")
        ]
        indexes = [models.Index(fields=["state", "waiting_since"], name="submissions_waiting")]

    def __str__(self) -> str:
        return f"submission {self.id}"

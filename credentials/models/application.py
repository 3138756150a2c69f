from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from credentials.enums import (
    OPEN_LEARNER_APPLICATIONS,
    LearnerApplicationDecision,
    LearnerApplicationState,
)


class ApplicationDesk(models.Model):
    """Where learners may show that they can do something already: one achievement, one group or its issuer.

    Opened and closed by who awards there; a class's desk is for the class, an issuer's for everybody.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    achievement = models.ForeignKey(
        "credentials.Achievement", on_delete=models.PROTECT, related_name="application_desks"
    )
    # None: the issuer itself assesses, for everybody with an account.
    group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="application_desks"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["achievement", "group"],
                condition=Q(closed_at=None),
                name="a_group_has_one_desk_an_achievement",
            ),
            models.UniqueConstraint(
                fields=["achievement"],
                condition=Q(closed_at=None, group=None),
                name="an_issuer_has_one_desk_an_achievement",
            ),
        ]

    def __str__(self) -> str:
        return f"desk {self.id}"


class LearnerApplicationQuerySet(models.QuerySet["LearnerApplication"]):
    def open(self) -> LearnerApplicationQuerySet:
        return self.filter(state__in=OPEN_LEARNER_APPLICATIONS)


class LearnerApplication(models.Model):
    """ "I can do this already": a learner hands in evidence for an achievement outside any path.

    Handing in again keeps the row; what was said about it is in its reviews.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    desk = models.ForeignKey(ApplicationDesk, on_delete=models.PROTECT, related_name="applications")
    # The desk's achievement again, so that the database can say "one at a time".
    achievement = models.ForeignKey(
        "credentials.Achievement", on_delete=models.PROTECT, related_name="learner_applications"
    )
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="learner_applications"
    )
    state = models.CharField(
        max_length=12, choices=LearnerApplicationState, default=LearnerApplicationState.HANDED_IN
    )
    statement = models.TextField()
    evidence = models.ManyToManyField("credentials.Evidence", related_name="learner_applications", blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    # Since when it waits: for the assessor, or for the learner after a hint.
    waiting_since = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    credential = models.OneToOneField(
        "credentials.Credential",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="learner_application",
    )

    objects = LearnerApplicationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["achievement", "applicant"],
                condition=Q(state__in=OPEN_LEARNER_APPLICATIONS),
                name="a_learner_applies_once_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["desk", "state", "waiting_since"], name="applications_waiting")]

    def __str__(self) -> str:
        return f"application {self.id}"


class LearnerApplicationReview(models.Model):
    """One answer of an assessor, with its hint."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    application = models.ForeignKey(LearnerApplication, on_delete=models.CASCADE, related_name="reviews")
    decision = models.CharField(max_length=12, choices=LearnerApplicationDecision)
    hint = models.TextField(blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return f"review {self.id}"

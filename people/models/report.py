from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.enums import ReportDecision, ReportReason


class Report(models.Model):
    """Somebody points at what somebody wrote or drew. It is hidden at once when they ask for it and a person decides
    later, with a deadline, a record and an appeal. `kind` names what it is about ("clubs.Club"), as registered with
    `people.reporting`; the words as they were reported stay in `snapshot`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=60)
    object_id = models.UUIDField()
    snapshot = models.TextField()
    # Who wrote or drew it: they hear of the decision and may appeal.
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # In whose care it is decided: a school's group; None: the operator's.
    responsible = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.CASCADE, related_name="reports"
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=16, choices=ReportReason)
    details = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    hidden_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(max_length=10, choices=ReportDecision, blank=True)
    decision_reason = models.CharField(max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    appeal = models.CharField(max_length=500, blank=True)
    appealed_at = models.DateTimeField(null=True, blank=True)
    appeal_due_at = models.DateTimeField(null=True, blank=True)
    # By somebody else than who decided first.
    appeal_decision = models.CharField(max_length=10, choices=ReportDecision, blank=True)
    appeal_reason = models.CharField(max_length=500, blank=True)
    appeal_decided_at = models.DateTimeField(null=True, blank=True)
    appeal_decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        indexes = [
            models.Index(fields=["responsible", "decided_at", "due_at"], name="reports_in_the_queue"),
            models.Index(fields=["kind", "object_id"], name="reports_about_one_thing"),
        ]

    def __str__(self) -> str:
        return f"report {self.id}"

    @property
    def is_open(self) -> bool:
        """Somebody still has to decide: the report itself, or the appeal."""
        return self.decided_at is None or (self.appealed_at is not None and self.appeal_decided_at is None)

    @property
    def due(self) -> datetime:
        """Until when the next decision is promised."""
        return self.appeal_due_at or self.due_at

    @property
    def outcome(self) -> str:
        """What holds now: the appeal's decision, else the first, else ""."""
        return self.appeal_decision or self.decision

    @property
    def outcome_reason(self) -> str:
        """Why it holds, in the words of who decided last."""
        return self.appeal_reason if self.appeal_decision else self.decision_reason

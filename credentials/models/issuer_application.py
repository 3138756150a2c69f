from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from credentials.enums import OPEN_ISSUER_APPLICATIONS, IssuerApplicationState


class IssuerApplication(models.Model):
    """An organisation assesses itself against the criteria and asks to be accredited; somebody decides.

    `answers` maps the code of a criterion to {"text", "link"}; `review` maps it to {"met", "note"}.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    issuer = models.ForeignKey("credentials.Issuer", on_delete=models.CASCADE, related_name="applications")
    state = models.CharField(
        max_length=12, choices=IssuerApplicationState, default=IssuerApplicationState.DRAFT
    )
    answers = models.JSONField(default=dict, blank=True)
    review = models.JSONField(default=dict, blank=True)
    # What the decision says to those who applied.
    reason = models.TextField(blank=True)
    # The language of that reason; nobody translates it.
    written_in = models.CharField(max_length=5, default="pl")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer"],
                condition=Q(state__in=("draft", "sent", "more_asked")),
                name="an_issuer_has_one_open_application",
            )
        ]

    def __str__(self) -> str:
        return f"application {self.id}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_ISSUER_APPLICATIONS

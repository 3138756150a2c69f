from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def unseen(self) -> DeliveryQuerySet:
        return self.filter(seen_at=None)


class Delivery(models.Model):
    """A fact that matters to one person; a celebration is still owed while `seen_at` is empty."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    activity = models.ForeignKey("core.Activity", on_delete=models.CASCADE, related_name="deliveries")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.UniqueConstraint(fields=["activity", "recipient"], name="a_fact_reaches_a_person_once")
        ]
        indexes = [
            models.Index(fields=["recipient", "-created_at"], name="delivery_inbox"),
            models.Index(fields=["recipient"], condition=models.Q(seen_at=None), name="delivery_unseen"),
        ]

    def __str__(self) -> str:
        return str(self.activity_id)

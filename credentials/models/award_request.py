from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q


class AwardRequest(models.Model):
    """Who leads a school, class or club asks an issuer whether its badges may be awarded there."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    issuer = models.ForeignKey("credentials.Issuer", on_delete=models.CASCADE, related_name="award_requests")
    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    granted = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "group"], condition=Q(decided_at=None), name="a_group_asks_an_issuer_once"
            )
        ]

    def __str__(self) -> str:
        return f"request {self.id}"

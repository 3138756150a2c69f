from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from clubs.enums import ThanksWord


class Nomination(models.Model):
    """One member proposes another for a badge of the club. Only the leader learns who proposed whom."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="nominations")
    achievement = models.ForeignKey(
        "credentials.Achievement", on_delete=models.CASCADE, related_name="nominations"
    )
    nominee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="nominations"
    )
    nominator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="nominations_made"
    )
    reason = models.CharField(max_length=300)
    created_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    accepted = models.BooleanField(null=True)
    hidden_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["achievement", "nominee", "nominator"],
                condition=models.Q(decided_at=None),
                name="a_member_nominates_another_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(nominee=models.F("nominator")), name="nobody_nominates_themselves"
            ),
        ]
        indexes = [models.Index(fields=["group", "decided_at"], name="nominations_of_a_group")]

    def __str__(self) -> str:
        return f"nomination {self.id}"


class Thanks(models.Model):
    """A thank-you from one member to another, in one of the fixed words."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="thanks")
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="thanks_given")
    receiver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="thanks_received"
    )
    word = models.CharField(max_length=10, choices=ThanksWord)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(giver=models.F("receiver")), name="nobody_thanks_themselves"
            )
        ]
        indexes = [models.Index(fields=["receiver", "-created_at"], name="thanks_of_a_person")]

    def __str__(self) -> str:
        return f"thanks {self.id}"

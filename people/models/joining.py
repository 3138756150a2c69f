from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone


class JoinCode(models.Model):
    """A code with which one joins a group: 50 bits, expires, can be switched off.

    The code is derived from the row and the digest key, so that it can be shown again though only its digest is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="join_codes")
    digest = models.CharField(max_length=64, unique=True)
    # Of the first five letters: wrong tries that begin like this code are counted against its group.
    stem_digest = models.CharField(max_length=64, db_index=True, default="")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group"], condition=models.Q(ended_at=None), name="a_group_has_one_join_code"
            )
        ]

    def __str__(self) -> str:
        return f"join code {self.id}"


class JoinRequest(models.Model):
    """Somebody asks to be let in; those who lead the group answer."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="join_requests")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="join_requests")
    asked_at = models.DateTimeField(default=timezone.now)
    # A code or those who lead have let them in; a guardian's word alone is missing.
    admitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    accepted = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "user"], condition=models.Q(decided_at=None), name="a_person_asks_once"
            )
        ]

    def __str__(self) -> str:
        return f"join request {self.id}"


class GroupBlock(models.Model):
    """Somebody who may not come back into a group, until the block is lifted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="blocks")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    blocked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    blocked_at = models.DateTimeField(default=timezone.now)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "user"], condition=models.Q(lifted_at=None), name="a_person_is_blocked_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} blocked in {self.group_id}"

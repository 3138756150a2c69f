from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from events.enums import CheckInMethod, SignUpState


class SignUp(models.Model):
    """Somebody said they will come, or wait for a place or for a guardian."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="sign_ups")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ups")
    state = models.CharField(max_length=16, choices=SignUpState)
    consent = models.ForeignKey(
        "people.Consent", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The order of the waiting list.
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "user"], name="a_person_signs_up_once")]
        indexes = [
            models.Index(fields=["event", "state", "since"], name="sign_ups_of_an_event"),
            models.Index(fields=["user", "state"], name="sign_ups_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.event_id}: {self.state}"


class Attendance(models.Model):
    """Somebody was there. No position is kept (PR-04); a year after the event the row is gone (answers.md 29)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="attendances")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attendances")
    method = models.CharField(max_length=10, choices=CheckInMethod)
    checked_in_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    code = models.ForeignKey(
        "events.CheckInCode", null=True, blank=True, on_delete=models.SET_NULL, related_name="attendances"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "user"], name="a_person_is_there_once")]
        indexes = [models.Index(fields=["user", "-checked_in_at"], name="attendances_of_a_person")]

    def __str__(self) -> str:
        return f"{self.user_id} was at {self.event_id}"


class CheckInCode(models.Model):
    """A printed code of an event: valid in its window, for at most `cap` people. Only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="check_in_codes")
    digest = models.CharField(max_length=64, unique=True)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    cap = models.PositiveIntegerField()
    used = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(used__lte=models.F("cap")), name="a_code_keeps_its_cap")
        ]

    def __str__(self) -> str:
        return f"check-in code {self.id}"


class PersonalCheckIn(models.Model):
    """What a person's own check-in code is derived from. It signs nobody in (answers.md 24)."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="personal_check_in"
    )
    digest = models.CharField(max_length=64, unique=True)
    secret = models.BinaryField(max_length=32)
    renewed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"check-in code of {self.user_id}"


class LateClaim(models.Model):
    """“I was there too”: asked afterwards, decided by who led it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="late_claims")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="late_claims")
    note = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    accepted = models.BooleanField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "user"], name="a_person_claims_once")]

    def __str__(self) -> str:
        return f"late claim {self.id}"

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from credentials.enums import LIVING_STATES, CredentialState, RevocationKind, Standing


class CredentialQuerySet(models.QuerySet["Credential"]):
    def living(self) -> CredentialQuerySet:
        """What people have: nothing taken back, and of a renewed badge only the newest."""
        return self.filter(state__in=LIVING_STATES, replaced_at=None)

    def valid_at(self, now: datetime) -> CredentialQuerySet:
        """Those whose time is not over."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gt=now))


class Credential(models.Model):
    """One person has one achievement version (Open Badges 3.0 AchievementCredential).

    Revoked, never deleted.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    batch = models.ForeignKey("credentials.AwardBatch", on_delete=models.PROTECT, related_name="credentials")
    version = models.ForeignKey(
        "credentials.AchievementVersion", on_delete=models.PROTECT, related_name="credentials"
    )
    # The version's achievement again, so that the database can say "only once".
    achievement = models.ForeignKey(
        "credentials.Achievement", on_delete=models.PROTECT, related_name="credentials"
    )
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="credentials"
    )
    state = models.CharField(max_length=10, choices=CredentialState, default=CredentialState.AWARDED)
    # Place, dates and activity as they were: {"place", "from", "to", "activity"}
    context = models.JSONField(default=dict, blank=True)
    note = models.TextField(blank=True)
    # A value of the version's scale. For the learner and who leads; outside only as the learner chooses.
    result = models.CharField(max_length=40, blank=True, default="")
    language = models.CharField(max_length=5, default="pl")
    issuer_standing = models.CharField(max_length=12, choices=Standing, blank=True)
    evidence = models.ManyToManyField("credentials.Evidence", related_name="credentials", blank=True)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    # The earlier award whose time was (nearly) over; it stays as it is until its date.
    renews = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="renewals"
    )
    # Since then a corrected or renewed one stands in its place.
    replaced_at = models.DateTimeField(null=True, blank=True)
    awarded_at = models.DateTimeField(default=timezone.now)
    valid_until = models.DateTimeField(null=True, blank=True)
    # A celebration comes from this state, not from an event: a dead spot loses none.
    celebrated_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    # Everybody may know of which kind the reason was; its words are for the learner and who answers for it.
    revocation_kind = models.CharField(max_length=16, choices=RevocationKind, blank=True)
    revocation_reason = models.TextField(blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # How many days before the end the learner was told last: 60, then 14.
    expiry_told = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = CredentialQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["achievement", "recipient"],
                condition=models.Q(state__in=("awarded", "offered", "held"), replaced_at=None),
                name="a_person_holds_an_achievement_once",
            )
        ]
        indexes = [
            models.Index(fields=["recipient", "state", "-awarded_at"], name="credentials_of_a_person"),
            models.Index(fields=["state", "awarded_at"], name="credentials_by_state"),
        ]

    def __str__(self) -> str:
        return f"credential {self.id}"

    def is_expired(self, now: datetime) -> bool:
        return self.valid_until is not None and self.valid_until <= now

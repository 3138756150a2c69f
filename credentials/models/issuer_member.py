from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q


class IssuerMemberQuerySet(models.QuerySet["IssuerMember"]):
    def current(self) -> IssuerMemberQuerySet:
        return self.filter(left_at=None)


class IssuerMember(models.Model):
    """Somebody works for an issuer, and what they may do in its name. Who coordinates the school or organisation
    behind it may do everything without a row here.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    issuer = models.ForeignKey("credentials.Issuer", on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="issuer_memberships"
    )
    # Applies, chooses the people, lets groups award.
    manages = models.BooleanField(default=False)
    may_define = models.BooleanField(default=False)
    may_award = models.BooleanField(default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    joined_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = IssuerMemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "user"], condition=Q(left_at=None), name="a_person_works_for_an_issuer_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} for {self.issuer_id}"


class IssuerInvitationQuerySet(models.QuerySet["IssuerInvitation"]):
    def working(self, now: datetime) -> IssuerInvitationQuerySet:
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=now)


class IssuerInvitation(models.Model):
    """A link that makes one colleague a member, once. Only the keyed digest of its secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    issuer = models.ForeignKey("credentials.Issuer", on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    manages = models.BooleanField(default=False)
    may_define = models.BooleanField(default=False)
    may_award = models.BooleanField(default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = IssuerInvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"invitation {self.id}"

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from credentials.enums import CLAIMABLE_OFFERS, OPEN_OFFERS, OfferState


class OfferRound(models.Model):
    """One act of offering a badge to people outside, told apart from its `AwardBatch` by how it is sent.

    The batch says what, by whom and until when it is undone; what is claimed becomes a credential of that batch.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    batch = models.OneToOneField(
        "credentials.AwardBatch", on_delete=models.PROTECT, related_name="offer_round"
    )
    # In which the e-mails are written and the documents will be frozen.
    language = models.CharField(max_length=5, default="pl")
    # Not before this moment, and not before the time to undo is over.
    send_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    # The links stand on slips that somebody prints; no letters are sent.
    on_paper = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="offer_rounds_by_end")]

    def __str__(self) -> str:
        return f"offer round {self.id}"


class OfferQuerySet(models.QuerySet["Offer"]):
    def open(self) -> OfferQuerySet:
        """Neither answered nor over."""
        return self.filter(state__in=OPEN_OFFERS)

    def claimable_at(self, now: datetime) -> OfferQuerySet:
        return self.filter(
            state__in=CLAIMABLE_OFFERS, round__expires_at__gt=now, round__batch__cancelled_at=None
        )

    def due_for_mail(self, now: datetime) -> OfferQuerySet:
        """A first letter, another try or a reminder is owed."""
        return self.filter(
            state__in=OPEN_OFFERS, mail_due_at__lte=now,
            round__expires_at__gt=now, round__batch__cancelled_at=None,
        )  # fmt: skip


class Offer(models.Model):
    """A badge waits for one person who may have no account (credentials.md §3). Both secrets are kept as digests.

    They are derived from the row, its `generation` and the digest key, so that a reminder carries the same link; a
    corrected address gets a new generation, and the letter that went astray opens nothing. Address and grade are
    emptied as soon as they have served: taken, declined, expired or cancelled.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(OfferRound, on_delete=models.CASCADE, related_name="offers")
    # The place in the list, from 1.
    position = models.PositiveIntegerField()
    email = models.EmailField(blank=True)
    # As the sender typed it, for the sender's list alone.
    name = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)
    evidence_url = models.URLField(max_length=500, blank=True)
    # A value of the scale of the round's version; it moves to the badge, and goes when nobody took that.
    result = models.CharField(max_length=40, blank=True, default="")
    generation = models.PositiveSmallIntegerField(default=0)
    digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=OfferState, default=OfferState.WAITING)
    mail_due_at = models.DateTimeField(null=True, blank=True)
    # Failed ones in a row.
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mailed_at = models.DateTimeField(null=True, blank=True)
    # When the first letter left: from then on it could be taken. `mailed_at` is that of the last one.
    offered_at = models.DateTimeField(null=True, blank=True)
    # The person wants no more letters about it; the link goes on working.
    quiet_at = models.DateTimeField(null=True, blank=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    # Taken, declined, expired or cancelled.
    ended_at = models.DateTimeField(null=True, blank=True)
    credential = models.OneToOneField(
        "credentials.Credential", null=True, blank=True, on_delete=models.PROTECT, related_name="offer"
    )
    created_at = models.DateTimeField(default=timezone.now)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=OPEN_OFFERS) | Q(email=""), name="an_answered_offer_keeps_no_address"
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN_OFFERS) | Q(result=""), name="an_answered_offer_keeps_no_grade"
            ),
            models.UniqueConstraint(
                fields=["round", "email"], condition=~Q(email=""), name="an_address_is_offered_once_a_round"
            ),
        ]
        indexes = [
            models.Index(fields=["round", "position"], name="offers_of_a_round"),
            models.Index(
                fields=["mail_due_at"], condition=Q(mail_due_at__isnull=False), name="offers_to_mail"
            ),
            models.Index(fields=["email"], condition=~Q(email=""), name="offers_by_address"),
        ]

    def __str__(self) -> str:
        return f"offer {self.id}"

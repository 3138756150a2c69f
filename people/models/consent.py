from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.enums import ConsentPurpose


class ConsentQuerySet(models.QuerySet["Consent"]):
    def standing(self, now: datetime) -> ConsentQuerySet:
        """Given, and neither withdrawn nor over."""
        return self.filter(given_at__isnull=False, withdrawn_at=None).filter(
            Q(valid_until=None) | Q(valid_until__gt=now)
        )


class Consent(models.Model):
    """A guardian agreed to one purpose for one minor: the text they were shown, when, and who they said they are.

    Asked for by a secret link whose digest alone is kept; withdrawn by the same link (product.md, part 5).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    subject = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=16, choices=ConsentPurpose)
    # What exactly it is about: an event, a club; None when the purpose says it all.
    about = models.UUIDField(null=True, blank=True)
    # The very words that were shown, and their language.
    text = models.TextField()
    language = models.CharField(max_length=5, default="pl")
    digest = models.CharField(max_length=64, unique=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    # Until then the link can be answered.
    answer_until = models.DateTimeField()
    # As the guardian typed it.
    given_by = models.CharField(_("name of the guardian"), max_length=120, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    valid_until = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.CheckConstraint(
                condition=Q(given_at=None) | ~Q(given_by=""), name="a_consent_names_who_gave_it"
            ),
            models.CheckConstraint(
                condition=Q(given_at=None) | Q(refused_at=None), name="a_consent_is_given_or_refused"
            ),
        ]
        indexes = [models.Index(fields=["subject", "purpose", "about"], name="consents_of_a_person")]

    def __str__(self) -> str:
        return f"consent {self.id}"

    @property
    def is_unanswered(self) -> bool:
        return self.given_at is None and self.refused_at is None

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

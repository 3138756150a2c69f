from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.translated import TranslatedField
from credentials.enums import Standing, StandingCause


class Issuer(models.Model):
    """An organisation that answers for what it awards (Open Badges 3.0 Profile).

    Its `did:web` is built from `slug`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(_("short name in addresses"), unique=True)
    name = TranslatedField(_("name"))
    description = TranslatedField(_("description"), blank=True)
    country = models.CharField(_("country"), max_length=2, default="PL")
    url = models.URLField(_("web page"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    quality_assurance = TranslatedField(_("quality assurance"), blank=True)
    standing = models.CharField(_("standing"), max_length=12, choices=Standing, default=Standing.DRAFT)
    # The latest decision again, so that every page says it without asking for the history.
    standing_since = models.DateField(_("since"), null=True, blank=True)
    agreement_number = models.CharField(_("number of the agreement"), max_length=60, blank=True)
    agreement_from = models.DateField(_("agreement from"), null=True, blank=True)
    agreement_until = models.DateField(_("agreement until"), null=True, blank=True)
    agreement_warned_at = models.DateTimeField(null=True, blank=True, editable=False)
    group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="issuers",
        help_text=_("The school or organisation behind this issuer."),
    )  # fmt: skip
    # Schools, classes and clubs whose leaders may award this issuer's achievements.
    may_award = models.ManyToManyField("people.Group", related_name="issuers_to_award_for", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("issuer")
        verbose_name_plural = _("issuers")

    def __str__(self) -> str:
        return self.slug


class IssuerStanding(models.Model):
    """One dated decision about an issuer, with its reason. The latest is the issuer's present `standing`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    issuer = models.ForeignKey(Issuer, on_delete=models.CASCADE, related_name="standings")
    standing = models.CharField(max_length=12, choices=Standing)
    # What brought it about; empty where nobody wrote it down.
    cause = models.CharField(max_length=24, choices=StandingCause, blank=True)
    since = models.DateField()
    reason = models.TextField(blank=True)
    # The language in which the reason was written; nobody translates it.
    written_in = models.CharField(max_length=5, default="pl")
    agreement_number = models.CharField(max_length=60, blank=True)
    agreement_until = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-since", "-created_at"]

    def __str__(self) -> str:
        return f"{self.issuer_id} {self.standing} since {self.since}"

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from credentials.enums import ShownName
from portfolio.enums import Look, PageState


class PresentationPageQuerySet(models.QuerySet["PresentationPage"]):
    def open(self, now: datetime) -> PresentationPageQuerySet:
        """Those that a stranger with the link can read, as far as the page itself goes."""
        return self.filter(digest__isnull=False, expires_at__gt=now, owner__is_active=True, hidden_at=None)


class PresentationPage(models.Model):
    """What a learner chose to show somebody: badges, work, words, a look and a name, behind a secret link.

    The link's secret is made again from `link` with a key that is not in the database; its digest alone finds the
    page, and a page that was taken down has none.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="presentation_pages"
    )
    # The learner's own name of it ("For a university"); no stranger reads it.
    label = models.CharField(_("name of the page"), max_length=60)
    headline = models.CharField(_("headline"), max_length=120, blank=True)
    about = models.TextField(_("a few words about me"), blank=True)
    # In which language these words are written.
    language = models.CharField(max_length=5, default="pl")
    shown_name = models.CharField(max_length=10, choices=ShownName, default=ShownName.INITIALS)
    look = models.CharField(max_length=10, choices=Look, default=Look.PAPER)
    with_outcomes = models.BooleanField(default=True)
    with_languages = models.BooleanField(default=False)
    # How long a link works from the moment it is made.
    days = models.PositiveSmallIntegerField(default=90)
    evidence = models.ManyToManyField("credentials.Evidence", related_name="+", blank=True)
    skills = models.ManyToManyField("portfolio.OwnSkill", related_name="pages", blank=True)
    # What the secret is made from; another one with every new link.
    link = models.UUIDField(default=uuid4, editable=False)
    digest = models.CharField(max_length=64, unique=True, null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # How often the present link was opened. By whom is kept nowhere.
    views = models.PositiveIntegerField(default=0)
    # Reported: its link opens nothing until somebody has looked at it.
    hidden_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PresentationPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("presentation page")
        verbose_name_plural = _("presentation pages")
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(digest=None) | models.Q(expires_at__isnull=False),
                name="a_link_to_a_presentation_ends",
            )
        ]

    def __str__(self) -> str:
        return f"presentation page {self.id}"

    def state(self, now: datetime) -> PageState:
        if self.hidden_at is not None:
            return PageState.HIDDEN
        if self.digest is None:
            return PageState.WITHDRAWN if self.withdrawn_at else PageState.DRAFT
        return PageState.OPEN if self.expires_at and self.expires_at > now else PageState.EXPIRED


class PresentedBadge(models.Model):
    """A badge on a page, in the learner's order."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    page = models.ForeignKey(PresentationPage, on_delete=models.CASCADE, related_name="presented")
    credential = models.ForeignKey(
        "credentials.Credential", on_delete=models.CASCADE, related_name="presented"
    )
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["page", "credential"], name="a_page_shows_a_badge_once")
        ]

    def __str__(self) -> str:
        return f"presented badge {self.id}"

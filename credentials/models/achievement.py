from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from credentials.enums import AchievementKind


class AchievementQuerySet(models.QuerySet["Achievement"]):
    def published(self) -> AchievementQuerySet:
        return self.filter(current_version__isnull=False, withdrawn_at=None, hidden_at=None)


class Achievement(models.Model):
    """What can be earned (Open Badges 3.0 Achievement). The words live in its versions; this is the thread
    that runs through them: the slug, the kind and who stands behind it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(_("short name in addresses"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=AchievementKind)
    issuer = models.ForeignKey(
        "credentials.Issuer", null=True, blank=True, on_delete=models.PROTECT, related_name="achievements"
    )
    # A club badge needs no issuer; it belongs to the club that made it.
    club = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="achievements"
    )
    current_version = models.ForeignKey(
        "credentials.AchievementVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    # Not awarded any more; who has it keeps it, and its page stays.
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # Reported: nobody but those who lead the club sees it until somebody has decided.
    hidden_at = models.DateTimeField(null=True, blank=True)

    objects = AchievementQuerySet.as_manager()

    class Meta:
        verbose_name = _("achievement")
        verbose_name_plural = _("achievements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="club_badge", issuer=None, club__isnull=False)
                | (~models.Q(kind="club_badge") & models.Q(issuer__isnull=False, club=None)),
                name="a_club_badge_has_a_club_and_all_else_an_issuer",
            )
        ]

    def __str__(self) -> str:
        return self.slug

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.domain_events import DomainEvent, restore


class Activity(models.Model):
    """One fact that was announced; together the audit trail and the source of every feed.

    Never changed, never deleted by an act.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    fact = models.CharField(_("fact"), max_length=80)
    # Ids only; `core.domain_events.about_of` refuses anything else.
    about = models.JSONField(_("about"), default=dict)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    scope = models.UUIDField(_("scope"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        indexes = [
            models.Index(fields=["scope", "-created_at"], name="activity_feed"),
            models.Index(fields=["-created_at"], name="activity_by_day"),
        ]

    def __str__(self) -> str:
        return self.fact

    def restored(self) -> DomainEvent:
        """The fact itself. Raises LookupError if no room announces it any more."""
        return restore(self.fact, self.about)

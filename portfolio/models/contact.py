from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q

# An unanswered wish to keep a contact is forgotten after so long, and a declined one looks the same to who asked.
WAITS = timedelta(days=30)


class ContactQuerySet(models.QuerySet["Contact"]):
    def agreed(self) -> ContactQuerySet:
        return self.filter(agreed_at__isnull=False)

    def waiting(self, now: datetime) -> ContactQuerySet:
        """As who asked sees it: not agreed, not taken back, not too old. Declining changes nothing here."""
        return self.filter(agreed_at=None, withdrawn_at=None, asked_at__gt=now - WAITS)


class Contact(models.Model):
    """Two people who know each other from a class or a club keep each other: one asks, the other agrees.

    Nobody else sees it. A row that was declined stays, so that asking again does not knock again.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contacts_asked"
    )
    asked = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contacts_offered"
    )
    asked_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asker", "asked"], name="a_person_asks_another_once"),
            models.CheckConstraint(condition=~Q(asker=F("asked")), name="nobody_is_their_own_contact"),
            models.CheckConstraint(
                condition=Q(agreed_at=None) | Q(declined_at=None, withdrawn_at=None),
                name="an_agreed_contact_is_not_declined",
            ),
        ]
        indexes = [models.Index(fields=["asked", "agreed_at"], name="contacts_offered")]

    def __str__(self) -> str:
        return f"contact {self.id}"

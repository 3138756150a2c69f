from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Receipt(models.Model):
    """That an act with this key has been done, and what was answered: the same key again gets the same
    answer.

    `fingerprint` is a digest of the operation and its arguments; `response` is {"sealed": what was answered, as
    `core.graphql.idempotency` closed it}. Kept for two weeks (`core.receipts`), longer than a phone keeps what it could
    not send.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    key = models.UUIDField(_("key"))
    operation = models.CharField(_("operation"), max_length=80)
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    response = models.JSONField(_("response"))
    created_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="a_key_is_used_once")]

    def __str__(self) -> str:
        return self.operation

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils import timezone

from credentials.enums import DocumentForm


class IssuedDocumentQuerySet(models.QuerySet["IssuedDocument"]):
    def signed(self) -> IssuedDocumentQuerySet:
        return self.exclude(digest="")


class IssuedDocument(models.Model):
    """The exact bytes of one representation of a credential: signed once and stored, so that a badge never
    changes because somebody edited a name, and a visit never costs a signature.

    The row is written before anything is signed, with the key, the status index and the moment that the
    signature will carry. Ed25519 is deterministic, so signing again after a crash gives the same bytes, and
    no signature exists without a row. `digest` (SHA-256 of `body`, hex) is empty until then.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    credential = models.ForeignKey(
        "credentials.Credential", on_delete=models.PROTECT, related_name="documents"
    )
    form = models.CharField(max_length=10, choices=DocumentForm)
    body = models.BinaryField(default=b"")
    digest = models.CharField(max_length=64, blank=True)
    key = models.ForeignKey("credentials.SigningKey", on_delete=models.PROTECT, related_name="+")
    status_list = models.ForeignKey(
        "credentials.StatusList", on_delete=models.PROTECT, related_name="entries"
    )
    status_index = models.PositiveIntegerField()
    revoked = models.BooleanField(default=False)
    issued_at = models.DateTimeField(default=timezone.now)

    objects = IssuedDocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["credential", "form"], name="a_form_is_signed_once"),
            models.UniqueConstraint(
                fields=["status_list", "status_index"], name="a_status_index_is_used_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} of {self.credential_id}"

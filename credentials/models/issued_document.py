from uuid import uuid4

from django.db import models
from django.utils import timezone

from credentials.enums import DocumentForm


class IssuedDocument(models.Model):
    """The exact bytes of one representation of a credential: signed once and stored, so that a badge never
    changes because somebody edited a name, and a visit never costs a signature.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    credential = models.ForeignKey("credentials.Credential", on_delete=models.PROTECT, related_name="documents")
    form = models.CharField(max_length=10, choices=DocumentForm)
    body = models.BinaryField()
    digest = models.CharField(max_length=64)
    key = models.ForeignKey("credentials.SigningKey", on_delete=models.PROTECT, related_name="+")
    status_list = models.ForeignKey("credentials.StatusList", on_delete=models.PROTECT, related_name="entries")
    status_index = models.PositiveIntegerField()
    revoked = models.BooleanField(default=False)
    issued_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["credential", "form"], name="a_form_is_signed_once"),
            models.UniqueConstraint(fields=["status_list", "status_index"], name="a_status_index_is_used_once"),
        ]

    def __str__(self) -> str:
        return f"{self.form} of {self.credential_id}"

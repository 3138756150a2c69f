from uuid import UUID, uuid4

from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce

# Stands for "no issuer" in the index below, because NULLs never collide with each other.
PORTAL = UUID(int=0)


class SigningKey(models.Model):
    """The public half of a key that signs for an issuer (or for a club: then for the portal).

    The private half lies encrypted in the key folder under `id`. A rotated key stays in the DID document;
    a compromised one stops counting from `compromised_from`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # None: the portal itself, which signs club badges.
    issuer = models.ForeignKey(
        "credentials.Issuer", null=True, blank=True, on_delete=models.PROTECT, related_name="signing_keys"
    )
    public_key_multibase = models.CharField(max_length=80, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    compromised_from = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Coalesce("issuer", Value(PORTAL), output_field=models.UUIDField()),
                condition=models.Q(retired_at=None),
                name="an_issuer_signs_with_one_key",
            )
        ]

    def __str__(self) -> str:
        return f"key {self.id}"

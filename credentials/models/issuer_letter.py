from __future__ import annotations

from datetime import datetime

from django.db import models


class IssuerLetterQuerySet(models.QuerySet["IssuerLetter"]):
    def due(self, now: datetime) -> IssuerLetterQuerySet:
        return self.filter(due_at__lte=now)


class IssuerLetter(models.Model):
    """A letter that is owed about an issuer. The row goes with the letter, or when it is given up.

    It names nobody: the address and the words are read from the issuer when the letter leaves.
    """

    issuer = models.ForeignKey("credentials.Issuer", on_delete=models.CASCADE, related_name="+")
    # An `IssuerLetterKind`.
    kind = models.CharField(max_length=16)
    due_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = IssuerLetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "kind"], name="one_letter_of_a_kind_waits_for_an_issuer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.issuer_id}"

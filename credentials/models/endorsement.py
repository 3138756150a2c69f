from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q


class Endorsement(models.Model):
    """Somebody stands up for a badge (Open Badges 3.0 EndorsementCredential, §B.1.5): a person, a school's or
    organisation's group, or an issuer. It lifts a club badge one rung of the ladder of trust (product.md §6).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    achievement = models.ForeignKey(
        "credentials.Achievement", on_delete=models.CASCADE, related_name="endorsements"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="endorsements"
    )
    # In whose name; both None: the person's own.
    group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.CASCADE, related_name="endorsements"
    )
    issuer = models.ForeignKey(
        "credentials.Issuer", null=True, blank=True, on_delete=models.CASCADE, related_name="endorsements"
    )
    text = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(group=None) | Q(issuer=None), name="an_endorsement_has_one_name"
            ),
            models.UniqueConstraint(
                fields=["achievement", "by"],
                condition=Q(withdrawn_at=None, group=None, issuer=None),
                name="a_person_endorses_once",
            ),
            models.UniqueConstraint(
                fields=["achievement", "group"], condition=Q(withdrawn_at=None), name="a_group_endorses_once"
            ),
            models.UniqueConstraint(
                fields=["achievement", "issuer"],
                condition=Q(withdrawn_at=None),
                name="an_issuer_endorses_once",
            ),
        ]

    def __str__(self) -> str:
        return f"endorsement {self.id}"

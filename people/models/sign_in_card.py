from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models


class SignInCard(models.Model):
    """A printed card that signs one student in (answers.md 21–24).

    Only keyed digests are kept: the token of the QR code, the code that can be typed instead, and the PIN that
    is handed out apart. A card works until it is reissued; then `ended_at` is set and the row stays as history.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_in_cards")
    token_digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64, unique=True)
    pin_digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(ended_at=None), name="a_person_has_one_working_card"
            )
        ]

    def __str__(self) -> str:
        return f"card {self.id}"

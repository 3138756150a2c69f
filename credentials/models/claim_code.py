from uuid import uuid4

from django.conf import settings
from django.db import models


class ClaimCode(models.Model):
    """A printed code for one badge, for somebody who has no account yet. Only its digest is kept; it works once.

    The code is derived from the row and the digest key (`claiming.code_of`), so that the sheet can be printed after it
    was asked for; `printed_at` makes that happen once. Claiming is a POST with a confirming tap (credentials.md §3):
    a link preview claims nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    achievement = models.ForeignKey(
        "credentials.Achievement", on_delete=models.CASCADE, related_name="claim_codes"
    )
    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="claim_codes")
    digest = models.CharField(max_length=64, unique=True)
    # A sheet of codes is made, printed and ended together.
    sheet = models.UUIDField(db_index=True)
    note = models.TextField(blank=True)
    # Place, dates and activity, as in Credential.context.
    context = models.JSONField(default=dict, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    printed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    credential = models.OneToOneField(
        "credentials.Credential", null=True, blank=True, on_delete=models.PROTECT, related_name="claim_code"
    )

    def __str__(self) -> str:
        return f"claim code {self.id}"

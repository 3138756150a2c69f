from uuid import uuid4

from django.db import models


class StatusList(models.Model):
    """A Bitstring Status List 1.0 of revocations: `bits` set, and the signed list as it is served.

    A list has 131,072 entries, never shrinks, and gives its indexes at random, so that an index tells nothing
    about the order of awards.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    issuer = models.ForeignKey(
        "credentials.Issuer", null=True, blank=True, on_delete=models.PROTECT, related_name="status_lists"
    )
    # A club's badges have a list in the club's own name: verifiers want the list's issuer to be the badge's.
    club = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="status_lists"
    )
    # Endorsements and badges never share a list: an index belongs to one of them.
    of_endorsements = models.BooleanField(default=False)
    length = models.PositiveIntegerField(default=131_072)
    taken = models.PositiveIntegerField(default=0)
    document = models.TextField(blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"status list {self.id}"

"""Withdrawing a signing key that others may have: since when, what it costs, and what goes on (case CR-08).

It leaves the DID document, so nobody anywhere accepts what it signed: a date inside a document proves nothing once the
key is stolen. Our own `/verify/` still knows the badges whose very bytes were on record before. It can be run again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from core.security_log import security_event
from credentials.models import IssuedDocument, SigningKey, StatusList
from credentials.services.keys import compromise_key
from credentials.services.status_lists import sign_list


@dataclass(frozen=True)
class Withdrawn:
    """`kept`: badges that still count on our own pages. `lost`: badges to be awarded again. `waiting`: badges that the
    successor will sign. `lists`: lists of revoked badges that it has signed anew.
    """

    key: SigningKey
    successor: SigningKey
    kept: int
    lost: int
    waiting: int
    lists: int


def withdraw(key: SigningKey, *, since: datetime, now: datetime) -> Withdrawn:
    """Trust `key` no more for what was signed from `since` on. Its issuer signs on with another key.

    Raises ValueError for a moment that has not come, or later than the one it was withdrawn from before.
    """
    if since > now:
        raise ValueError("This moment has not come yet.")
    if key.compromised_from is not None and since > key.compromised_from:
        raise ValueError(f"The key was already withdrawn from {key.compromised_from.isoformat()}.")
    with transaction.atomic():
        successor = compromise_key(key, since=since, now=now)
        unsigned = IssuedDocument.objects.filter(key=key, digest="")
        waiting = unsigned.update(key=successor)
        signed = IssuedDocument.objects.filter(key=key).exclude(digest="")
        badges = signed.values("credential").distinct()
        kept, lost = badges.filter(issued_at__lt=since).count(), badges.filter(issued_at__gte=since).count()
    lists = StatusList.objects.filter(issuer=key.issuer).exclude(document="").select_related("issuer")
    for status_list in lists:
        sign_list(status_list, now=now)
    security_event("signing_key.withdrawn", key=key.pk, successor=successor.pk, since=since.isoformat())
    return Withdrawn(key, successor, kept, lost, waiting, len(lists))

"""A badge that is valid for a time only: its learner hears of the end 60 and 14 days before, in time to renew it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from core.emitting import emit
from credentials.domain_events import CredentialExpires
from credentials.enums import CredentialState
from credentials.models import Credential
from people.audiences import for_user

REMINDERS = (14, 60)
MOST_AT_ONCE = 500
# Who got the badge a moment ago knows its end.
SETTLED = timedelta(days=7)


def tell_of_ends(now: datetime) -> int:
    """Tell who has to be told, each once a reminder. Answers how many were told; the rest waits for the next sweep."""
    told = 0
    for days in REMINDERS:
        told += _tell(days, now)
    return told


def _tell(days: int, now: datetime) -> int:
    due = (
        Credential.objects.living()
        .filter(
            Q(expiry_told=None) | Q(expiry_told__gt=days),
            state=CredentialState.HELD,
            valid_until__gt=now,
            valid_until__lte=now + timedelta(days=days),
            awarded_at__lte=now - SETTLED,
        )
        .order_by("valid_until", "id")
    )
    told = 0
    for credential in due[:MOST_AT_ONCE]:
        with transaction.atomic():
            mine = Credential.objects.filter(pk=credential.pk, expiry_told=credential.expiry_told)
            if not mine.update(expiry_told=days):
                continue
            fact = CredentialExpires(credential_id=credential.pk)
            emit(fact, actor=None, audience=for_user(credential.recipient_id, deliver=True))
            told += 1
    return told

"""Agreements end by themselves: two months before, the issuer hears of it; on the day after, it is not accredited."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from core.emitting import emit
from credentials.domain_events import IssuerAgreementEnding
from credentials.enums import IssuerLetterKind, Standing, StandingCause
from credentials.models import Issuer
from credentials.services import issuer_letters
from credentials.services.standings import about_issuer, change_standing

WARNED_BEFORE = timedelta(days=60)
MOST_AT_ONCE = 100


def warn_of_endings(now: datetime) -> int:
    """Tell those whose agreement ends within 60 days, once for each agreement."""
    today = timezone.localtime(now).date()
    ending = Issuer.objects.filter(
        standing__in=(Standing.ACCREDITED, Standing.SUSPENDED), agreement_until__range=(today, today + WARNED_BEFORE),
        agreement_warned_at=None,
    )  # fmt: skip
    warned = 0
    for issuer in ending.order_by("agreement_until")[:MOST_AT_ONCE]:
        with transaction.atomic():
            if Issuer.objects.filter(pk=issuer.pk, agreement_warned_at=None).update(agreement_warned_at=now):
                fact = IssuerAgreementEnding(issuer_id=issuer.pk)
                emit(fact, actor=None, audience=about_issuer(issuer))
                issuer_letters.owe(issuer, IssuerLetterKind.AGREEMENT_ENDING, now)
                warned += 1
    return warned


def end_agreements(now: datetime) -> int:
    """Withdraw the accreditation of those whose agreement is over. What people hold stays valid."""
    today = timezone.localtime(now).date()
    standing = (Standing.ACCREDITED, Standing.SUSPENDED)
    over = Issuer.objects.filter(standing__in=standing, agreement_until__lt=today)
    ended = 0
    for issuer in over.order_by("agreement_until")[:MOST_AT_ONCE]:
        with transaction.atomic():
            locked = Issuer.objects.select_for_update().filter(
                pk=issuer.pk, standing__in=standing, agreement_until__lt=today
            )
            found = locked.first()
            if found is not None:
                change_standing(
                    found,
                    Standing.WITHDRAWN,
                    StandingCause.AGREEMENT_ENDED,
                    expected=standing,
                    actor=None,
                    now=now,
                )
                ended += 1
    return ended

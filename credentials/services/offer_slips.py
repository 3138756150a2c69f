"""Offers on paper: the same as by letter, but each link stands on a slip that somebody prints and hands out.

Whose slip it becomes is nobody's business before it is taken: an offer on paper knows neither name nor address.
"""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.security_log import security_event
from credentials.domain_events import OffersMailed
from credentials.enums import OfferState
from credentials.models import Achievement, Offer, OfferRound
from credentials.outsiders import Outsider
from credentials.selectors.offerable import Place
from credentials.services.offer_audience import for_offers
from credentials.services.offering import offer
from people.models import User


def offer_on_paper(
    achievement: Achievement,
    count: int,
    *,
    place: Place,
    actor: User,
    note: str,
    language: str,
    days: int,
    now: datetime,
    grade: str = "",
) -> OfferRound:
    """`count` offers that nobody can take before their slips are printed; `grade` comes with each of them.

    Raises Refusal CODE_COUNT, and what `offering.offer` refuses.
    """
    most = settings.KOTYLION_LIMITS["claim_codes_a_sheet"]
    if not 1 <= count <= most:
        raise Refusal("CODE_COUNT", _("One sheet holds from 1 to %(most)d codes."), "count", most=most)
    nobody = [Outsider(number, "", grade=grade) for number in range(1, count + 1)]
    return offer(
        achievement, nobody, place=place, actor=actor, key=uuid4(), note=note, language=language, send_at=None,
        days=days, now=now, on_paper=True,
    )  # fmt: skip


def print_slips(wave: OfferRound, *, actor: User, now: datetime) -> list[Offer]:
    """The offers whose slips are printed now, in the order of the sheet; empty when that was done before.

    From now on they can be taken. Only the digests of their links are kept, so a sheet is shown once.
    """
    with transaction.atomic():
        waiting = Offer.objects.select_for_update().filter(round=wave, state=OfferState.WAITING)
        rows = list(waiting.filter(round__on_paper=True).order_by("position"))
        if rows:
            printed = Offer.objects.filter(pk__in=[row.pk for row in rows])
            printed.update(state=OfferState.OFFERED, offered_at=now)
            emit(OffersMailed(batch_id=wave.batch_id), actor=actor, audience=for_offers(wave.batch))
    security_event("offers.printed", user=actor, round=wave.pk, offers=len(rows))
    return rows

"""An act of offering at each point of its life."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from credentials.models import Achievement, Offer, OfferRound
from credentials.outsiders import Outsider
from credentials.selectors.offerable import Place
from credentials.services.offer_letters import mail_due
from credentials.services.offer_secrets import code_of, secret_of
from credentials.services.offering import offer
from people.models import User


def people(count: int) -> list[Outsider]:
    return [Outsider(n, f"person{n}@example.org", f"Osoba {n}") for n in range(1, count + 1)]


def make_round(
    achievement: Achievement, place: Place, actor: User, count: int = 2, **said: object
) -> OfferRound:
    now = said.pop("now", timezone.now())
    usual = {"key": uuid4(), "note": "Dziękujemy!", "language": "pl", "send_at": None, "days": 30, "now": now}
    return offer(achievement, people(count), place=place, actor=actor, **{**usual, **said})  # type: ignore[arg-type]


def after_undo(wave: OfferRound) -> datetime:
    return wave.batch.undo_until + timedelta(seconds=1)


def mailed(wave: OfferRound) -> list[Offer]:
    """The letters have left."""
    mail_due(after_undo(wave))
    return rows_of(wave)


def rows_of(wave: OfferRound) -> list[Offer]:
    return list(Offer.objects.filter(round=wave).order_by("position"))


def link(one: Offer) -> str:
    return secret_of(one)


def code(one: Offer) -> str:
    return code_of(one)

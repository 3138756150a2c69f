"""The teacher of 2B has offered a badge to somebody outside; the letter has left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credentials.models import Achievement, Offer, OfferRound
from credentials.selectors.offerable import Place
from people.models import Group, User
from tests.credentials.offering import mailed, make_round


@dataclass
class OfferWorld:
    round: OfferRound
    offer: Offer

    def variables(self) -> dict[str, Any]:
        return {"roundId": self.round.pk, "offerId": self.offer.pk, "email": "inna@example.org"}


def make_offer_world(achievement: Achievement, group: Group, teacher: User) -> OfferWorld:
    wave = make_round(achievement, Place(group, None), teacher, count=1)
    return OfferWorld(wave, mailed(wave)[0])

"""Who may offer badges to people outside. Names are those of `credentials.rules`."""

from __future__ import annotations

import rules

from credentials.models import Offer, OfferRound
from credentials.selectors.issuer_people import works_for
from credentials.selectors.offerable import groups_offering
from people.models import Group, User
from people.rules import is_oneself

SEE_OFFERS = "credentials.see_offers"
OFFER_IN_GROUP = "credentials.offer_in_group"
VIEW_OFFER_ROUND = "credentials.view_offerround"
MANAGE_OFFERS = "credentials.manage_offers"
VIEW_OFFER = "credentials.view_offer"
MANAGE_OFFER = "credentials.manage_offer"


@rules.predicate
def offers_in(user: User, group: Group | None) -> bool:
    if group is None or user.is_anonymous or not user.is_active:
        return False
    return groups_offering(user).filter(pk=group.pk).exists()


@rules.predicate
def offers_there(user: User, wave: OfferRound | None) -> bool:
    """Whoever leads the group; for a round in an issuer's name, whoever awards for the issuer."""
    if wave is None:
        return False
    batch = wave.batch
    if batch.group is not None:
        return bool(offers_in(user, batch.group))
    return works_for(user, batch.version.achievement.issuer, "may_award")


@rules.predicate
def offered_it(user: User, one: Offer | None) -> bool:
    return one is not None and bool(offers_there(user, one.round))


rules.add_perm(SEE_OFFERS, is_oneself)
rules.add_perm(OFFER_IN_GROUP, offers_in)
rules.add_perm(VIEW_OFFER_ROUND, offers_there)
rules.add_perm(MANAGE_OFFERS, offers_there)
rules.add_perm(VIEW_OFFER, offered_it)
rules.add_perm(MANAGE_OFFER, offered_it)

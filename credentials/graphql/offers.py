"""Offers to people outside. Reading a list of addresses and sending it is `POST /offers/`: a file does not fit here."""

from __future__ import annotations

from typing import Any

import graphene
from django.utils import timezone
from django.utils.translation import get_language

from core.access import access
from core.graphql import SELF, Mutation, bounded, few, mutations, query_field
from credentials import offer_rules as rules
from credentials.graphql.offer_types import OfferPlace, OfferRoundView, OfferView
from credentials.models import Achievement, Offer, OfferRound
from credentials.rules import VIEW_ACHIEVEMENT
from credentials.selectors.offerable import MOST_PLACES, Place, place_named, places_of
from credentials.selectors.offers import (
    MOST_OFFERS,
    MOST_ROUNDS,
    RoundView,
    offers_visible_to,
    round_view,
    round_views,
    rounds_visible_to,
)
from credentials.services import offering
from credentials.services.offer_slips import offer_on_paper


class OfferQueries:
    @query_field(
        few(OfferPlace, most=MOST_PLACES),
        permission=rules.SEE_OFFERS,
        target=SELF,
        description="In whose name one may offer badges to people outside, and which.",
    )
    def offer_places(info: Any, target: Any) -> list[Place]:
        return places_of(target)

    @query_field(
        few(OfferRoundView, most=MOST_ROUNDS),
        permission=rules.SEE_OFFERS,
        target=SELF,
        description="The newest acts of offering that one answers for.",
    )
    def offer_rounds(info: Any, target: Any) -> tuple[RoundView, ...]:
        newest = rounds_visible_to(target).order_by("-batch__created_at", "id")[:MOST_ROUNDS]
        return round_views(newest, timezone.now())

    @query_field(
        OfferRoundView, permission=rules.VIEW_OFFER_ROUND, target=OfferRound, target_argument="round_id"
    )
    def offer_round(info: Any, target: OfferRound) -> RoundView:
        return round_view(target, timezone.now())

    @query_field(
        bounded(OfferView, default=50, most=MOST_OFFERS),
        permission=rules.VIEW_OFFER_ROUND,
        target=OfferRound,
        target_argument="round_id",
        state=graphene.String(),
        description="The people of one list, in its order; with `state` those alone.",
    )
    def offers(info: Any, target: OfferRound, state: str | None = None) -> Any:
        rows = offers_visible_to(info.context.user).filter(round=target).order_by("position")
        return rows.filter(state=state) if state else rows


def shown(wave):
    return {"round": round_view(OfferRound.objects.get(pk=wave.pk), timezone.now())}


class UndoOffers(Mutation):
    """As if nothing had been offered, while no letter has left."""

    class Meta:
        permission = rules.MANAGE_OFFERS
        target = OfferRound
        target_argument = "round_id"

    round = graphene.Field(OfferRoundView)

    @classmethod
    def act(cls, actor, target):
        offering.undo(target, actor=actor, now=timezone.now())
        return shown(target)


class SendOffersNow(Mutation):
    """Let the first letters leave at once."""

    class Meta:
        permission = rules.MANAGE_OFFERS
        target = OfferRound
        target_argument = "round_id"

    round = graphene.Field(OfferRoundView)

    @classmethod
    def act(cls, actor, target):
        offering.send_now(target, actor=actor, now=timezone.now())
        return shown(target)


class CancelOffers(Mutation):
    """End every open offer of the list; badges that were taken stay."""

    class Meta:
        permission = rules.MANAGE_OFFERS
        target = OfferRound
        target_argument = "round_id"

    round = graphene.Field(OfferRoundView)
    ended = graphene.Int()

    @classmethod
    def act(cls, actor, target):
        ended = offering.cancel(target, actor=actor, now=timezone.now())
        return {**shown(target), "ended": ended}


class OfferOnPaper(Mutation):
    """Offers whose links are printed on slips, from a place of `offerPlaces`. The page to print is answered once."""

    class Meta:
        permission = rules.SEE_OFFERS
        target = SELF

    class Input:
        place_id = graphene.ID(required=True)
        achievement_id = graphene.ID(required=True)
        count = graphene.Int(required=True)
        days = graphene.Int(required=True)
        note = graphene.String()
        result = graphene.String(description="A grade on the scale of the badge, the same for every slip.")

    round = graphene.Field(OfferRoundView)

    @classmethod
    def act(cls, actor, target, *, place_id, achievement_id, count, days, note="", result=""):
        achievement = access(actor, VIEW_ACHIEVEMENT, Achievement, achievement_id)
        place = place_named(actor, place_id)
        wave = offer_on_paper(
            achievement, count, place=place, actor=actor, note=note or "", language=get_language(), days=days,
            grade=result or "", now=timezone.now(),
        )  # fmt: skip
        return shown(wave)


def row(one):
    return {"offer": Offer.objects.get(pk=one.pk)}


class CancelOffer(Mutation):
    """End one person's offer."""

    class Meta:
        permission = rules.MANAGE_OFFER
        target = Offer

    offer = graphene.Field(OfferView)

    @classmethod
    def act(cls, actor, target):
        offering.cancel_one(target, actor=actor, now=timezone.now())
        return row(target)


class SendOfferAgain(Mutation):
    """Another letter with the same link."""

    class Meta:
        permission = rules.MANAGE_OFFER
        target = Offer

    offer = graphene.Field(OfferView)

    @classmethod
    def act(cls, actor, target):
        offering.send_again(target, actor=actor, now=timezone.now())
        return row(target)


class CorrectOffer(Mutation):
    """Another address, with a link of its own; the old link works no more."""

    class Meta:
        permission = rules.MANAGE_OFFER
        target = Offer

    class Input:
        email = graphene.String(required=True)

    offer = graphene.Field(OfferView)

    @classmethod
    def act(cls, actor, target, *, email):
        offering.correct(target, email, actor=actor, now=timezone.now())
        return row(target)


class ShowOfferLink(Mutation):
    """The link of one offer, to hand it over without e-mail. It is noted who looked."""

    class Meta:
        permission = rules.MANAGE_OFFER
        target = Offer

    url = graphene.String()

    @classmethod
    def act(cls, actor, target):
        return {"url": offering.link_for_hand(target, actor=actor)}


OfferMutations = mutations(
    OfferOnPaper,
    UndoOffers,
    SendOffersNow,
    CancelOffers,
    CancelOffer,
    SendOfferAgain,
    CorrectOffer,
    ShowOfferLink,
)

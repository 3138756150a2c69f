"""Reading offers: rounds with their counts, one round's list, figures in which nobody can be made out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet

from core.access import visible
from core.translated import in_language
from credentials.enums import OPEN_OFFERS, OfferState
from credentials.models import Offer, OfferRound
from credentials.selectors.badges import ArtView, art_view, issuer_name
from credentials.selectors.issuer_people import issuers_worked_for
from credentials.selectors.offerable import Place, groups_offering
from people.models import User

FEWEST = 5
MOST_ROUNDS, MOST_OFFERS = 30, 100


@visible(OfferRound)
def rounds_visible_to(user: User | AnonymousUser) -> QuerySet[OfferRound]:
    """Those of groups one leads, and those made in the name of an issuer for which one awards."""
    if user.is_anonymous or not user.is_active:
        return OfferRound.objects.none()
    mine = Q(batch__group__in=groups_offering(user)) | Q(
        batch__group=None, batch__version__achievement__issuer__in=issuers_worked_for(user, "may_award")
    )
    return OfferRound.objects.filter(mine).select_related(
        "batch__version__achievement__issuer", "batch__version__achievement__club", "batch__group"
    )


@visible(Offer)
def offers_visible_to(user: User | AnonymousUser) -> QuerySet[Offer]:
    """The rows of the rounds that one may see."""
    if user.is_anonymous or not user.is_active:
        return Offer.objects.none()
    found = Offer.objects.filter(round__in=rounds_visible_to(user))
    return found.select_related("round__batch__version__achievement__issuer", "round__batch__group")


@dataclass(frozen=True)
class Counts:
    """How many offers stand where. `claim_rate` is in whole per cent of those that reached somebody."""

    total: int
    waiting: int
    sent: int
    opened: int
    failed: int
    held: int
    declined: int
    expired: int
    cancelled: int

    @property
    def claim_rate(self) -> int | None:
        reached = self.sent + self.opened + self.held + self.declined + self.expired
        return round(100 * self.held / reached) if reached else None


@dataclass(frozen=True)
class RoundView:
    """One act of offering as its list shows it.

    `stage` is undoable, planned, to_print, sending, open, over or undone.
    """

    id: UUID
    badge_name: str
    art: ArtView
    place_name: str
    note: str
    language: str
    made_at: datetime
    send_at: datetime
    undo_until: datetime
    expires_at: datetime
    on_paper: bool
    stage: str
    counts: Counts
    # Half of those who took it did so within this many hours of their first letter; None below five.
    median_hours: float | None = None


@dataclass(frozen=True)
class PlaceFigures:
    """All rounds of one place together; None where fewer than five were offered."""

    offered: int | None
    held: int | None
    declined: int | None
    expired: int | None
    claim_rate: int | None


def round_views(rounds: Iterable[OfferRound], now: datetime) -> tuple[RoundView, ...]:
    """Rounds from `rounds_visible_to`, with their counts: one query more at any number."""
    found = list(rounds)
    counted = _counts([one.pk for one in found])
    return tuple(_view(one, counted.get(one.pk, Counter()), now) for one in found)


def round_view(wave: OfferRound, now: datetime) -> RoundView:
    """One round with the time to claim: three queries."""
    (shown,) = round_views(OfferRound.objects.filter(pk=wave.pk).select_related(
        "batch__version__achievement__issuer", "batch__version__achievement__club", "batch__group"
    ), now)  # fmt: skip
    taken = [
        (ended - (offered or wave.send_at)).total_seconds() / 3600
        for offered, ended in wave.offers.filter(state=OfferState.HELD).values_list("offered_at", "ended_at")
        if ended is not None
    ]
    if len(taken) < FEWEST:
        return shown
    return RoundView(**{**shown.__dict__, "median_hours": round(max(0.0, median(taken)), 1)})


def place_figures(place: Place) -> PlaceFigures:
    """Figures of everything that was offered from one place. One query."""
    batches = (
        Q(round__batch__group=place.group)
        if place.group is not None
        else Q(round__batch__group=None, round__batch__version__achievement__issuer=place.issuer)
    )
    rows = Offer.objects.filter(batches).order_by().values_list("state").annotate(number=Count("pk"))
    counts = _named(Counter(dict(rows)))
    reached = counts.total - counts.waiting - counts.cancelled
    if reached < FEWEST:
        return PlaceFigures(None, None, None, None, None)
    return PlaceFigures(reached, counts.held, counts.declined, counts.expired, counts.claim_rate)


def _counts(rounds: list[UUID]) -> dict[UUID, Counter[str]]:
    rows = Offer.objects.filter(round__in=rounds).order_by().values_list("round", "state")
    found: dict[UUID, Counter[str]] = {}
    for wave, state, number in rows.annotate(number=Count("pk")):
        found.setdefault(wave, Counter())[state] = number
    return found


def _named(by_state: Counter[str]) -> Counts:
    state = OfferState
    return Counts(
        total=sum(by_state.values()), waiting=by_state[state.WAITING], sent=by_state[state.OFFERED],
        opened=by_state[state.OPENED], failed=by_state[state.FAILED], held=by_state[state.HELD],
        declined=by_state[state.DECLINED], expired=by_state[state.EXPIRED], cancelled=by_state[state.CANCELLED],
    )  # fmt: skip


def _view(wave: OfferRound, by_state: Counter[str], now: datetime) -> RoundView:
    batch, counts = wave.batch, _named(by_state)
    achievement = batch.version.achievement
    return RoundView(
        id=wave.pk,
        badge_name=in_language(batch.version.name),
        art=art_view(achievement.kind, batch.version),
        place_name=batch.group.name if batch.group else issuer_name(achievement),
        note=batch.note,
        language=wave.language,
        made_at=batch.created_at,
        send_at=wave.send_at,
        undo_until=batch.undo_until,
        expires_at=wave.expires_at,
        on_paper=wave.on_paper,
        stage=_stage(wave, counts, now),
        counts=counts,
    )


def _stage(wave: OfferRound, counts: Counts, now: datetime) -> str:
    batch = wave.batch
    if batch.cancelled_at is not None:
        return "undone"
    if not any((counts.waiting, counts.sent, counts.opened, counts.failed)):
        return "over"
    if batch.undo_until > now:
        return "undoable"
    if wave.send_at > now + timedelta(minutes=1):
        return "planned"
    if not counts.waiting:
        return "open"
    return "to_print" if wave.on_paper else "sending"


def open_addresses(place: Place, achievement_id: UUID, addresses: Iterable[str]) -> frozenset[str]:
    """Which of these already have an open offer of the badge from this place."""
    batches = (
        Q(round__batch__group=place.group)
        if place.group is not None
        else Q(round__batch__group=None, round__batch__version__achievement__issuer=place.issuer)
    )
    found = Offer.objects.filter(
        batches, state__in=OPEN_OFFERS, round__batch__version__achievement=achievement_id,
        email__in=list(addresses),
    )  # fmt: skip
    return frozenset(found.values_list("email", flat=True))

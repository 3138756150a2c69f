"""Offering a badge to people outside, as one act: undone, sent, cancelled, put right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.security_log import security_event
from core.text import clean_text
from core.throttling import Throttle
from credentials.domain_events import OfferChanged, OffersEnded, OffersMade
from credentials.enums import OPEN_OFFERS, OfferState
from credentials.models import Achievement, AwardBatch, Offer, OfferRound
from credentials.models.offer import OfferQuerySet
from credentials.outsiders import Outsider, clean_address
from credentials.scales import Scale
from credentials.selectors.offerable import Place
from credentials.services import awarding
from credentials.services.grading import as_kept
from credentials.services.offer_audience import for_offers
from credentials.services.offer_secrets import address_of, set_digests
from people.models import User

_limits = settings.KOTYLION_LIMITS
# What was written about somebody is with their badge from now on, and has a time there after which it is forgotten.
SOMEBODY_TOOK_IT = {"email": "", "note": "", "evidence_url": "", "result": "", "mail_due_at": None}
# Or it goes with the address, when the badge does not become theirs.
NOBODY_TOOK_IT = {**SOMEBODY_TOOK_IT, "name": ""}
DAYS = (14, 30, 90)
LONGEST_AHEAD = timedelta(days=180)
# How often one letter is sent again, or its address put right, in a day.
letters_again = Throttle("offer-letters-again", limit=5, seconds=86_400)


def offer(
    achievement: Achievement,
    people: Sequence[Outsider],
    *,
    place: Place,
    actor: User,
    key: UUID,
    note: str,
    language: str,
    send_at: datetime | None,
    days: int,
    now: datetime,
    on_paper: bool = False,
) -> OfferRound:
    """Offer `achievement` to all `people` without a problem. The first letters leave when the time to undo is over, or
    at `send_at`; links end `days` after that. The same `key` again answers the same round. `on_paper` nothing leaves:
    `offer_slips` prints the links.

    Raises Refusal ACHIEVEMENT_NOT_AWARDABLE, NOBODY_ON_THE_LIST, TOO_MANY_PEOPLE, TOO_MANY_LETTERS, SEND_AT, DAYS,
    LANGUAGE, RESULT_… as `grading.graded`, or TEXT_… about the note.
    """
    known = OfferRound.objects.select_related("batch").filter(pk=key, batch__actor=actor).first()
    if known is not None:
        return known
    _check(people, language, send_at, days, now)
    found = place.offerable.filter(pk=achievement.pk).first()
    if found is None or found.current_version is None:
        raise Refusal("ACHIEVEMENT_NOT_AWARDABLE", _("This badge cannot be offered here."))
    scale = Scale.from_json(found.current_version.result_scale)
    undo_until = now + timedelta(seconds=0 if on_paper else _limits["undo_seconds"])
    begins = max(undo_until, send_at or undo_until)
    # Nothing is to be signed until somebody takes it.
    batch = AwardBatch(
        version=found.current_version, group=place.group, actor=actor, created_at=now, undo_until=undo_until,
        note=clean_text(note, limit=500, field="note"), signed_at=now,
    )  # fmt: skip
    wave = OfferRound(
        pk=key, batch=batch, language=language, send_at=begins, expires_at=begins + timedelta(days=days),
        on_paper=on_paper,
    )  # fmt: skip
    rows = [
        Offer(
            round=wave, position=at, email=one.email, name=one.name, note=one.note, evidence_url=one.link,
            result=as_kept(scale, one.grade), mail_due_at=None if on_paper else begins, created_at=now,
        )
        for at, one in enumerate(people, start=1)
    ]  # fmt: skip
    for row in rows:
        set_digests(row)
    with transaction.atomic():
        _check_letters(place, len(rows), now)
        batch.save(force_insert=True)
        wave.save(force_insert=True)
        Offer.objects.bulk_create(rows)
        fact = OffersMade(batch_id=batch.pk, achievement_id=found.pk)
        emit(fact, actor=actor, audience=for_offers(batch))
    security_event("offers.made", user=actor, round=wave.pk, offers=len(rows))
    return wave


def undo(wave: OfferRound, *, actor: User, now: datetime) -> None:
    """As if it had not been, while nothing has left. Raises Refusal UNDO_TOO_LATE."""
    with transaction.atomic():
        awarding.undo(wave.batch, actor=actor, now=now)
        _end(Offer.objects.filter(round=wave), OfferState.CANCELLED, now)


def send_now(wave: OfferRound, *, actor: User, now: datetime) -> None:
    """End the wait: the first letters are due at once, also those that were planned for a later day."""
    with transaction.atomic():
        awarding.release(wave.batch, actor=actor, now=now)
        if OfferRound.objects.filter(pk=wave.pk, send_at__gt=now).update(
            send_at=now, expires_at=now + (wave.expires_at - wave.send_at)
        ):
            wave.offers.filter(state=OfferState.WAITING).update(mail_due_at=now)


def cancel(wave: OfferRound, *, actor: User, now: datetime) -> int:
    """No open offer of the round can be taken any more; badges that were taken stay. Answers how many ended."""
    with transaction.atomic():
        ended = _end(Offer.objects.filter(round=wave), OfferState.CANCELLED, now)
        if ended:
            emit(OffersEnded(batch_id=wave.batch_id), actor=actor, audience=for_offers(wave.batch))
    return ended


def cancel_one(one: Offer, *, actor: User, now: datetime) -> None:
    """The same for one person. Raises Refusal OFFER_OVER."""
    with transaction.atomic():
        if not _end(Offer.objects.filter(pk=one.pk), OfferState.CANCELLED, now):
            raise over()
        _tell(one, actor)


def send_again(one: Offer, *, actor: User, now: datetime) -> None:
    """Another letter with the same link. Raises Refusal OFFER_OVER, WANTS_NO_LETTERS, or Throttled."""
    letters_again.take(str(one.pk))
    with transaction.atomic():
        mine = Offer.objects.open().filter(pk=one.pk)
        if not mine.filter(mailed_at__isnull=False, quiet_at=None).update(
            mail_due_at=now, mail_tries=0, mailed_at=None
        ) and not mine.filter(state=OfferState.FAILED).update(
            state=OfferState.WAITING, mail_due_at=now, mail_tries=0
        ):
            if mine.exclude(quiet_at=None).exists():
                raise Refusal(
                    "WANTS_NO_LETTERS",
                    _("This person wants no more letters about it. Hand the link over in another way."),
                )
            raise over()
        _tell(one, actor)


def correct(one: Offer, email: str, *, actor: User, now: datetime) -> None:
    """Another address, with a link of its own: the letter that went astray opens nothing.

    Raises Refusal NOT_AN_ADDRESS, ADDRESS_TWICE, OFFER_OVER, or Throttled.
    """
    address = clean_address(email)
    if not address:
        raise Refusal("NOT_AN_ADDRESS", _("This is no e-mail address."), "email")
    letters_again.take(str(one.pk))
    with transaction.atomic():
        by_letter = Offer.objects.open().filter(pk=one.pk, round__on_paper=False)
        mine = by_letter.select_for_update(of=("self",)).first()
        if mine is None:
            raise over()
        if Offer.objects.filter(round=mine.round_id, email=address).exclude(pk=mine.pk).exists():
            raise Refusal("ADDRESS_TWICE", _("This address stands in the list already."), "email")
        mine.generation += 1
        set_digests(mine)
        mine.email, mine.state, mine.opened_at = address, OfferState.WAITING, None
        mine.mailed_at, mine.mail_tries, mine.reminded = None, 0, 0
        mine.offered_at = mine.quiet_at = None
        mine.mail_due_at = max(now, mine.round.send_at)
        mine.save()
        _tell(one, actor)


def link_for_hand(one: Offer, *, actor: User) -> str:
    """The link, for whoever hands it over without e-mail. Raises Refusal OFFER_OVER when it cannot be taken."""
    fresh = Offer.objects.open().exclude(state=OfferState.WAITING).filter(pk=one.pk).first()
    if fresh is None:
        raise over()
    security_event("offer.link_shown", user=actor, offer=one.pk)
    return address_of(fresh)


def expire_due(now: datetime, limit: int = 200) -> int:
    """End what nobody answered in its time, at most `limit` rounds. Answers how many offers."""
    late = OfferRound.objects.filter(expires_at__lte=now, offers__state__in=OPEN_OFFERS).distinct()
    ended = 0
    for wave in late.select_related("batch")[:limit]:
        with transaction.atomic():
            done = _end(Offer.objects.filter(round=wave), OfferState.EXPIRED, now)
            if done:
                emit(OffersEnded(batch_id=wave.batch_id), actor=None, audience=for_offers(wave.batch))
            ended += done
    return ended


def end_undone(batch_id: UUID, now: datetime) -> int:
    """The act was undone through another door: its offers are over too."""
    return _end(Offer.objects.filter(round__batch=batch_id), OfferState.CANCELLED, now)


def over() -> Refusal:
    return Refusal(
        "OFFER_OVER", _("This offer is over: it was taken, declined, cancelled, or its time has passed.")
    )


def _end(offers: OfferQuerySet, state: OfferState, now: datetime) -> int:
    return offers.open().update(state=state, ended_at=now, **NOBODY_TOOK_IT)


def _tell(one: Offer, actor: User | None) -> None:
    batch = one.round.batch
    emit(OfferChanged(offer_id=one.pk, batch_id=batch.pk), actor=actor, audience=for_offers(batch))


def _check(
    people: Sequence[Outsider], language: str, send_at: datetime | None, days: int, now: datetime
) -> None:
    if not people:
        raise Refusal("NOBODY_ON_THE_LIST", _("There is nobody on the list to whom it can be sent."))
    most = _limits["offers_a_round"]
    if len(people) > most:
        raise Refusal("TOO_MANY_PEOPLE", _("At most %(most)d people fit into one list."), most=most)
    if language not in dict(settings.LANGUAGES):
        raise Refusal("LANGUAGE", _("Choose Polish, English or Ukrainian."), "language")
    if send_at is not None and not now - timedelta(hours=1) <= send_at <= now + LONGEST_AHEAD:
        raise Refusal("SEND_AT", _("Choose a moment within the next half year."), "send_at")
    if days not in DAYS:
        raise Refusal("DAYS", _("Choose how long the links work."), "days")


def _check_letters(place: Place, count: int, now: datetime) -> None:
    """So that nobody's sign-in can fill strangers' letter boxes."""
    most = _limits["offers_a_day" if place.issuer is not None else "offers_a_day_group"]
    recent = Offer.objects.filter(created_at__gt=now - timedelta(days=1))
    mine = (
        recent.filter(round__batch__group=place.group)
        if place.group is not None
        else recent.filter(round__batch__group=None, round__batch__version__achievement__issuer=place.issuer)
    )
    if mine.count() + count > most:
        raise Refusal(
            "TOO_MANY_LETTERS", _("At most %(most)d people a day. Send the rest tomorrow."), most=most
        )

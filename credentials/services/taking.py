"""What the person to whom a badge is offered does: opens the link, takes the badge, or declines (credentials.md §3).

Each step is a compare-and-set: of a hundred at once one gives the badge, the others hear the same answer (CR-04).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from core.emitting import Audience, emit
from credentials.domain_events import CredentialsAwarded, OfferDeclined, OfferTaken
from credentials.enums import CLAIMABLE_OFFERS, EvidenceKind, OfferState
from credentials.models import AwardBatch, Credential, Evidence, Offer
from credentials.selectors.offerable import offerable_by, offerable_in
from credentials.services.handing_over import attach, drafts_for
from credentials.services.offer_audience import for_offers
from credentials.services.offer_secrets import digests_of
from credentials.services.offering import over
from people.audiences import user_topic
from people.models import User


@dataclass(frozen=True)
class Taken:
    """What taking gave; `new` is False for who had the badge already."""

    credential: Credential
    new: bool


def working_offer(typed: str, *, now: datetime) -> Offer | None:
    """The offer behind a link or a typed code, if it can be taken: over, unsent and made up look the same."""
    wanted = digests_of(typed)
    if not wanted:
        return None
    found = (
        Offer.objects.claimable_at(now)
        .filter(**wanted)
        .select_related(
            "round__batch__version__achievement__issuer",
            "round__batch__version__achievement__club__parent",
            "round__batch__version__achievement__current_version",
            "round__batch__group",
        )
        .first()
    )
    return found if found is not None and _still_stands(found.round.batch) else None


def open_offer(one: Offer, *, now: datetime) -> None:
    """Somebody has looked. It says no more than that: programs that check mail look too."""
    Offer.objects.filter(pk=one.pk, state__in=(OfferState.OFFERED, OfferState.FAILED)).update(
        state=OfferState.OPENED, opened_at=now
    )


def take(typed: str, *, user: User, now: datetime) -> Taken:
    """The badge is the person's, whoever they are: the link is the key. Signed at once.

    Raises Refusal OFFER_OVER for every link that does not work (any more).
    """
    one = working_offer(typed, now=now)
    if one is None:
        raise over()
    batch = one.round.batch
    with transaction.atomic():
        if not Offer.objects.filter(pk=one.pk, state__in=CLAIMABLE_OFFERS).update(
            state=OfferState.HELD, ended_at=now, email="", mail_due_at=None
        ):
            raise over()
        credential = _give(one, batch, user, now)
        if credential is None:
            held = Credential.objects.living().get(achievement=batch.version.achievement, recipient=user)
            return Taken(held, new=False)
        Offer.objects.filter(pk=one.pk).update(credential=credential)
        topics = (user_topic(user.pk), *for_offers(batch).topics)
        given = CredentialsAwarded(batch_id=batch.pk, achievement_id=credential.achievement_id)
        emit(given, actor=batch.actor, audience=Audience(topics=topics, deliver_to=(user.pk,)))
        emit(
            OfferTaken(offer_id=one.pk, credential_id=credential.pk),
            actor=user,
            audience=Audience(topics=topics),
        )
    return Taken(credential, new=True)


def quieten(one: Offer, *, now: datetime) -> None:
    """No more letters about it; the link goes on working. A second time changes nothing."""
    Offer.objects.open().filter(pk=one.pk, quiet_at=None).update(quiet_at=now, mail_due_at=None)


def decline(typed: str, *, now: datetime) -> None:
    """No, thank you: no more letters, and nothing of the address is kept. Raises Refusal OFFER_OVER."""
    one = working_offer(typed, now=now)
    with transaction.atomic():
        if one is None or not Offer.objects.filter(pk=one.pk, state__in=CLAIMABLE_OFFERS).update(
            state=OfferState.DECLINED, ended_at=now, email="", name="", mail_due_at=None
        ):
            raise over()
        emit(OfferDeclined(offer_id=one.pk), actor=None, audience=for_offers(one.round.batch))


def taken_by(typed: str, user: User) -> Credential | None:
    """The badge that this person took with this link; for who opens it again."""
    wanted = digests_of(typed)
    if not wanted:
        return None
    found = Credential.objects.living().filter(
        recipient=user, **{f"offer__{name}": value for name, value in wanted.items()}
    )
    return found.first()


def _give(one: Offer, batch: AwardBatch, user: User, now: datetime) -> Credential | None:
    """The credential in the act's batch, which from now on has something to sign; None for who has it already."""
    (draft,) = drafts_for(batch, batch.version.achievement, [user], None, user.language, now)
    draft.note = one.note or batch.note
    Credential.objects.bulk_create([draft], ignore_conflicts=True)
    if not Credential.objects.filter(pk=draft.pk).exists():
        return None
    if one.evidence_url:
        proof = Evidence.objects.create(owner=user, kind=EvidenceKind.LINK, url=one.evidence_url)
        attach([draft], {user.pk: [proof]})
    AwardBatch.objects.filter(pk=batch.pk).update(signed_at=None)
    return draft


def _still_stands(batch: AwardBatch) -> bool:
    """Whether it may still be given: the badge is not withdrawn, its issuer not suspended."""
    achievement = batch.version.achievement
    if batch.group is not None:
        return offerable_in(batch.group).filter(pk=achievement.pk).exists()
    return (
        achievement.issuer is not None and offerable_by(achievement.issuer).filter(pk=achievement.pk).exists()
    )

"""What the person to whom a badge is offered does: opens the link, takes the badge, or declines (credentials.md §3).

Each step is a compare-and-set: of a hundred at once one gives the badge, the others hear the same answer (CR-04).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from core.emitting import Audience, emit
from credentials.domain_events import CredentialsAwarded, CredentialsRenewed, OfferDeclined, OfferTaken
from credentials.enums import CLAIMABLE_OFFERS, EvidenceKind, OfferState
from credentials.models import AwardBatch, Credential, Evidence, Offer
from credentials.selectors.answered_views import can_be_renewed
from credentials.selectors.offerable import offerable_by, offerable_in
from credentials.services.handing_over import attach, drafts_for
from credentials.services.larger import award_larger
from credentials.services.offer_audience import for_offers
from credentials.services.offer_secrets import digests_of
from credentials.services.offering import NOBODY_TOOK_IT, SOMEBODY_TOOK_IT, over
from credentials.services.reissuing import renew_by_offer
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
    """The badge is the person's, whoever they are: the link is the key. Signed at once. Who has it already, and whose
    time is over or nearly so, gets it renewed: no address was kept, so people outside are reached by offering again.

    Raises Refusal OFFER_OVER for every link that does not work (any more).
    """
    one = working_offer(typed, now=now)
    if one is None:
        raise over()
    batch = one.round.batch
    with transaction.atomic():
        if not Offer.objects.filter(pk=one.pk, state__in=CLAIMABLE_OFFERS).update(
            state=OfferState.HELD, ended_at=now, **SOMEBODY_TOOK_IT
        ):
            raise over()
        credential = _give(one, batch, user, now)
        if credential is None:
            held = _living(batch, user).get()
            credential = renew_by_offer(held, batch, note=one.note or batch.note, result=one.result, now=now)
            if credential is None:
                return Taken(held, new=False)
        _follow(one, credential)
        topics = (user_topic(user.pk), *for_offers(batch).topics)
        quietly, told = Audience(topics=topics), Audience(topics=topics, deliver_to=(user.pk,))
        about = {"batch_id": batch.pk, "achievement_id": credential.achievement_id}
        if credential.renews_id is not None:
            emit(CredentialsRenewed(**about), actor=batch.actor, audience=told)
            emit(CredentialsAwarded(**about), actor=batch.actor, audience=quietly)
        else:
            emit(CredentialsAwarded(**about), actor=batch.actor, audience=told)
        emit(
            OfferTaken(offer_id=one.pk, credential_id=credential.pk),
            actor=user,
            audience=quietly,
        )
        # Who made the offer may not know who took it.
        part, language = credential.achievement, credential.language
        award_larger(part, batch, [user], language=language, now=now, in_no_group=True)
    return Taken(credential, new=True)


def quieten(one: Offer, *, now: datetime) -> None:
    """No more letters about it; the link goes on working. A second time changes nothing."""
    Offer.objects.open().filter(pk=one.pk, quiet_at=None).update(quiet_at=now, mail_due_at=None)


def decline(typed: str, *, now: datetime) -> None:
    """No, thank you: no more letters, and nothing of the address is kept. Raises Refusal OFFER_OVER."""
    one = working_offer(typed, now=now)
    with transaction.atomic():
        if one is None or not Offer.objects.filter(pk=one.pk, state__in=CLAIMABLE_OFFERS).update(
            state=OfferState.DECLINED, ended_at=now, **NOBODY_TOOK_IT
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


def renews(one: Offer, user: User, *, now: datetime) -> Credential | None:
    """The person's badge that would be renewed by taking the offer."""
    held = _living(one.round.batch, user).first()
    return held if held is not None and can_be_renewed(held, now) else None


def _living(batch: AwardBatch, user: User) -> QuerySet[Credential]:
    return Credential.objects.living().filter(achievement=batch.version.achievement, recipient=user)


def _give(one: Offer, batch: AwardBatch, user: User, now: datetime) -> Credential | None:
    """The credential in the act's batch; None for who has it already."""
    grades = {user.pk: one.result}
    (draft,) = drafts_for(batch, batch.version.achievement, [user], None, user.language, now, grades)
    draft.note = one.note or batch.note
    Credential.objects.bulk_create([draft], ignore_conflicts=True)
    return draft if Credential.objects.filter(pk=draft.pk).exists() else None


def _follow(one: Offer, credential: Credential) -> None:
    """The work that came with the offer; from now on the act has something to sign."""
    Offer.objects.filter(pk=one.pk).update(credential=credential)
    if one.evidence_url:
        owner = credential.recipient
        proof = Evidence.objects.create(owner=owner, kind=EvidenceKind.LINK, url=one.evidence_url)
        attach([credential], {owner.pk: [proof]})
    AwardBatch.objects.filter(pk=credential.batch_id).update(signed_at=None)


def _still_stands(batch: AwardBatch) -> bool:
    """Whether it may still be given: the badge is not withdrawn, its issuer not suspended."""
    achievement = batch.version.achievement
    if batch.group is not None:
        return offerable_in(batch.group).filter(pk=achievement.pk).exists()
    return (
        achievement.issuer is not None and offerable_by(achievement.issuer).filter(pk=achievement.pk).exists()
    )

"""Reactions to facts: drawing and signing are work for later, so they are enqueued."""

from __future__ import annotations

from django.utils import timezone

from core.emitting import on
from credentials.domain_events import (
    AchievementPublished,
    AwardReleased,
    AwardUndone,
    CredentialsAwarded,
    OffersMade,
)
from credentials.models import AchievementVersion, AwardBatch, OfferRound
from credentials.selectors.catalogue_pages import forget_catalogue
from credentials.selectors.known_art import remember
from credentials.selectors.sharing_age import old_enough_to_share
from credentials.services.applications import wait_again
from credentials.services.offering import end_undone
from credentials.services.sharing import withdraw_all_shares
from credentials.tasks import draw_pictures, mail_offers, sign_batch
from people.domain_events import ConsentWithdrawn
from people.enums import ConsentPurpose
from people.models import Consent


@on(AchievementPublished)
def draw(fact: AchievementPublished) -> None:
    forget_catalogue()
    remember(AchievementVersion.objects.select_related("achievement").get(pk=fact.version_id))
    draw_pictures.enqueue(str(fact.version_id))


@on(CredentialsAwarded)
def sign_when_the_time_to_undo_is_over(fact: CredentialsAwarded) -> None:
    if not sign_batch.get_backend().supports_defer:
        return  # immediate tasks cannot wait; the sweep signs what is due
    undo_until = AwardBatch.objects.values_list("undo_until", flat=True).get(pk=fact.batch_id)
    sign_batch.using(run_after=undo_until).enqueue(str(fact.batch_id))


@on(OffersMade)
def mail_when_the_time_to_undo_is_over(fact: OffersMade) -> None:
    if not mail_offers.get_backend().supports_defer:
        return  # immediate tasks cannot wait; the sweep sends what is due
    wave = OfferRound.objects.get(batch=fact.batch_id)
    mail_offers.using(run_after=wave.send_at).enqueue(str(wave.pk))


@on(AwardReleased)
def mail_now(fact: AwardReleased) -> None:
    wave = OfferRound.objects.filter(batch=fact.batch_id).first()
    if wave is not None:
        mail_offers.enqueue(str(wave.pk))


@on(AwardUndone)
def put_back_what_depended_on_it(fact: AwardUndone) -> None:
    now = timezone.now()
    end_undone(fact.batch_id, now)
    wait_again(fact.batch_id, now)


@on(AwardReleased)
def sign_now(fact: AwardReleased) -> None:
    sign_batch.enqueue(str(fact.batch_id))


@on(ConsentWithdrawn)
def close_what_a_guardian_had_opened(fact: ConsentWithdrawn) -> None:
    consent = Consent.objects.filter(pk=fact.consent_id, purpose=ConsentPurpose.SHARING).first()
    now = timezone.now()
    if consent is not None and not old_enough_to_share(consent.subject, now):
        withdraw_all_shares(consent.subject, now=now)

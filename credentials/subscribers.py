"""Reactions to facts: drawing and signing are work for later, so they are enqueued."""

from __future__ import annotations

from core.emitting import on
from credentials.domain_events import AchievementPublished, AwardReleased, CredentialsAwarded
from credentials.models import AwardBatch
from credentials.selectors.catalogue_pages import forget_catalogue
from credentials.tasks import draw_pictures, sign_batch


@on(AchievementPublished)
def draw(fact: AchievementPublished) -> None:
    forget_catalogue()
    draw_pictures.enqueue(str(fact.version_id))


@on(CredentialsAwarded)
def sign_when_the_time_to_undo_is_over(fact: CredentialsAwarded) -> None:
    if not sign_batch.get_backend().supports_defer:
        return  # immediate tasks cannot wait; the sweep signs what is due
    undo_until = AwardBatch.objects.values_list("undo_until", flat=True).get(pk=fact.batch_id)
    sign_batch.using(run_after=undo_until).enqueue(str(fact.batch_id))


@on(AwardReleased)
def sign_now(fact: AwardReleased) -> None:
    sign_batch.enqueue(str(fact.batch_id))

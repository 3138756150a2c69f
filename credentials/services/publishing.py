"""From a draft to the next version, for good; and out of use with a reason, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal, Refusals
from core.text import clean_text
from core.translated import active_language
from credentials.descriptions.checklist import checklist
from credentials.descriptions.versions import version_of
from credentials.domain_events import AchievementRestored, AchievementWithdrawn
from credentials.models import Achievement, AchievementDraft, AchievementVersion, Withdrawal
from credentials.selectors.catalogue_pages import forget_catalogue
from credentials.selectors.drafts import issuer_of
from credentials.services.audiences import people_of
from credentials.services.defining import digest_of, publish
from credentials.services.drafting import locked_draft, named, slug_for
from credentials.slugs import plain_slug
from people.models import User

REASON_LETTERS = 300


def publish_draft(
    draft: AchievementDraft, *, revision: int, actor: User, now: datetime
) -> AchievementVersion:
    """Make the draft the version that is awarded from now on. `revision` is the one the person has looked through.

    Raises Refusal DRAFT_MOVED when somebody wrote since, NOTHING_CHANGED when it says what stands already,
    Refusals MISSING_… for each required line of the checklist, and what `defining.publish` refuses.
    """
    with transaction.atomic():
        draft = locked_draft(draft)
        if draft.revision != revision:
            raise Refusal(
                "DRAFT_MOVED",
                _("Somebody has changed something since you looked. Look through it once more."),
            )
        achievement = draft.achievement
        version = version_of(achievement, draft.description)
        gaps = list(_gaps(version))
        if gaps:
            raise Refusals(gaps)
        current = achievement.current_version
        if current is not None and current.digest == digest_of(version):
            raise Refusal("NOTHING_CHANGED", _("It says the same as the version that stands."))
        if current is None:
            _settle_address(achievement, version)
        version.full_clean(exclude=["achievement"])
        version.save(force_insert=True)
        published = publish(version, actor=actor, now=now)
        draft.delete()
    return published


def withdraw(achievement: Achievement, reason: str, *, actor: User, now: datetime) -> Withdrawal:
    """It is not awarded any more; who has it keeps it, and its page says since when and why. Again answers what stands.

    Raises Refusal TEXT_… about the reason.
    """
    why = clean_text(reason, limit=REASON_LETTERS, field="reason", required=True)
    with transaction.atomic():
        locked = Achievement.objects.select_for_update().get(pk=achievement.pk)
        if locked.withdrawn_at is not None:
            standing = Withdrawal.objects.filter(achievement=locked, restored_at=None).first()
            if standing is not None:
                return standing
        withdrawal = Withdrawal.objects.create(
            achievement=locked, reason=why, written_in=active_language(), withdrawn_at=now, withdrawn_by=actor
        )
        _set_withdrawn(locked, now)
        emit(AchievementWithdrawn(achievement_id=locked.pk), actor=actor, audience=people_of(locked.issuer))
    achievement.withdrawn_at = now
    return withdrawal


def restore(achievement: Achievement, *, actor: User, now: datetime) -> None:
    """It may be awarded again. Again changes nothing."""
    with transaction.atomic():
        locked = Achievement.objects.select_for_update().get(pk=achievement.pk)
        if locked.withdrawn_at is not None:
            open_ones = Withdrawal.objects.filter(achievement=locked, restored_at=None)
            open_ones.update(restored_at=now, restored_by=actor)
            _set_withdrawn(locked, None)
            audience = people_of(locked.issuer)
            emit(AchievementRestored(achievement_id=locked.pk), actor=actor, audience=audience)
    achievement.withdrawn_at = None


def _gaps(version: AchievementVersion) -> Iterator[Refusal]:
    issuer = issuer_of(version.achievement)
    for line in checklist(version, issuer):
        if line.required and not line.done:
            yield Refusal(f"MISSING_{line.code}", f"{line.title}. {line.why}", line.code.lower())


def _settle_address(achievement: Achievement, version: AchievementVersion) -> None:
    """The address follows the name until the first version is published, and never changes after that."""
    if not achievement.slug.startswith(plain_slug(named(version.name))):
        achievement.slug = slug_for(version.name, issuer_of(achievement))
        achievement.save(update_fields=["slug"])


def _set_withdrawn(achievement: Achievement, moment: datetime | None) -> None:
    achievement.withdrawn_at = moment
    achievement.save(update_fields=["withdrawn_at"])
    transaction.on_commit(forget_catalogue)

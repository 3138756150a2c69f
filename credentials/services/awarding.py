"""Awarding an achievement to one person or a whole class, as one act that can be undone for ten minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.domain_events import AwardReleased, AwardUndone, CredentialsAwarded
from credentials.enums import CredentialState, EvidenceKind
from credentials.issuer_standing import OVER, refusal_of
from credentials.models import Achievement, AwardBatch, Credential, Evidence, Upload
from credentials.selectors.achievements import awardable_in
from credentials.selectors.composites import naming
from credentials.services.award_pictures import remove_picture
from credentials.services.grading import graded
from credentials.services.handing_over import attach, audience_of, drafts_for, write
from credentials.services.larger import award_larger, take_back_larger
from people.audiences import for_staff
from people.models import Group, User


@dataclass(frozen=True)
class Awarded:
    """What an act of awarding did. `batch` is None when everybody had the achievement already."""

    batch: AwardBatch | None
    credentials: list[Credential] = field(default_factory=list)
    already: list[UUID] = field(default_factory=list)


def award(
    achievement: Achievement,
    recipients: Sequence[User],
    *,
    actor: User | None,
    group: Group,
    note: str = "",
    context: Mapping[str, Any] | None = None,
    evidence_of: Mapping[UUID, Sequence[Evidence]] | None = None,
    language: str = "pl",
    picture: Upload | None = None,
    awarded_at: datetime | None = None,
    results: Mapping[UUID, str] | None = None,
) -> Awarded:
    """Give `achievement` to all `recipients` who do not have it yet, in as many statements for 1 as for 100.

    `note` is a sentence of feedback; `context` is {"place", "from", "to", "activity"}; `evidence_of` maps a
    recipient's id to what they handed in; `language` is the one the signed documents will be frozen in; `picture` is a
    photo that `actor` uploaded, for those who get the badge and who lead the group; `awarded_at` is when it was
    handed over, if that is told later; `results` maps a recipient's id to a grade on the badge's scale.
    Raises Refusal ISSUER_SUSPENDED or ISSUER_WITHDRAWN, ACHIEVEMENT_NOT_AWARDABLE when the group may not award it;
    PICTURE_MISSING for a file that is no photo of the actor's or is used already; RESULT_… as `grading.graded`.
    """
    note = clean_text(note, field="note")
    _check_picture(picture, actor)
    # Whether any larger badge names it comes along: mostly none does, and then nobody has to look which stand.
    larger = Exists(naming(OuterRef("slug"), Achievement.objects.all()))
    found = awardable_in(group).filter(pk=achievement.pk).annotate(is_part=larger).first()
    if found is None or found.current_version is None:
        raise _not_awardable(achievement)
    people = {person.pk: person for person in recipients}
    now = timezone.now()
    batch = AwardBatch(
        version=found.current_version, group=group, actor=actor, note=note, picture=picture, created_at=now,
        undo_until=now + timedelta(seconds=settings.KOTYLION_LIMITS["undo_seconds"]),
    )  # fmt: skip
    # Who has it already is left out by the constraint itself: nobody has to look first.
    grades = graded(found.current_version, list(people), results)
    drafts = drafts_for(batch, found, list(people.values()), context, language, awarded_at or now, grades)
    # No savepoint: this is one act inside the caller's, and nothing in it is caught.
    with transaction.atomic(savepoint=False):
        new = write(batch, drafts)
        given = [credential.recipient_id for credential in new]
        if new:
            batch.save(force_insert=True)
            attach(new, evidence_of or {})
            fact = CredentialsAwarded(batch_id=batch.pk, achievement_id=found.pk)
            emit(fact, actor=actor, audience=audience_of(group, given))
            if found.is_part:
                award_larger(found, batch, [people[key] for key in given], language=language, now=now)
    already = [key for key in people if key not in set(given)]
    return Awarded(batch if new else None, new, already)


def undo(batch: AwardBatch, *, actor: User | None, now: datetime) -> None:
    """Take an act of awarding back as if it had not been. Undoing it again changes nothing.

    Raises Refusal UNDO_TOO_LATE once its ten minutes are over, or were ended by `release`.
    """
    with transaction.atomic():
        undone = AwardBatch.objects.filter(pk=batch.pk, cancelled_at=None, undo_until__gt=now).update(
            cancelled_at=now, cancelled_by=actor
        )
        if undone:
            given = Credential.objects.living().filter(batch=batch)
            recipients = list(given.values_list("recipient_id", flat=True))
            given.update(state=CredentialState.CANCELLED)
            remove_picture(batch)
            fact = AwardUndone(batch_id=batch.pk, achievement_id=batch.version.achievement_id)
            emit(fact, actor=actor, audience=audience_of(batch.group, recipients))
            _restore_renewed(batch, recipients)
            take_back_larger(batch.version.achievement, recipients, actor=actor, now=now)
    batch.refresh_from_db(fields=["cancelled_at", "undo_until"])
    if batch.cancelled_at is None:
        raise Refusal(
            "UNDO_TOO_LATE",
            _("The ten minutes for undoing are over. The badge can still be revoked, with a reason."),
        )


def undo_for(batch: AwardBatch, recipient: User, *, actor: User | None, now: datetime) -> bool:
    """Take an act of awarding back for one of its people, within its ten minutes. False when nothing was undone."""
    with transaction.atomic():
        undone = (
            Credential.objects.living()
            .filter(batch=batch, recipient=recipient, batch__undo_until__gt=now, batch__cancelled_at=None)
            .update(state=CredentialState.CANCELLED)
        )
        if undone:
            fact = AwardUndone(batch_id=batch.pk, achievement_id=batch.version.achievement_id)
            emit(fact, actor=actor, audience=audience_of(batch.group, [recipient.pk]))
            _restore_renewed(batch, [recipient.pk])
            take_back_larger(batch.version.achievement, [recipient.pk], actor=actor, now=now)
    return bool(undone)


def release(batch: AwardBatch, *, actor: User | None, now: datetime) -> None:
    """End the time to undo: the documents are signed now. Releasing again changes nothing.

    Raises Refusal AWARD_UNDONE when the act has been taken back.
    """
    with transaction.atomic():
        waiting = AwardBatch.objects.filter(pk=batch.pk, cancelled_at=None, undo_until__gt=now)
        released = waiting.update(undo_until=now)
        if released:
            audience = for_staff(batch.group_id) if batch.group_id else Audience()
            emit(AwardReleased(batch_id=batch.pk), actor=actor, audience=audience)
    batch.refresh_from_db(fields=["cancelled_at", "undo_until"])
    if batch.cancelled_at is not None:
        raise Refusal("AWARD_UNDONE", _("This award has been undone, so there is nothing to sign."))


def _restore_renewed(batch: AwardBatch, recipients: Sequence[UUID]) -> None:
    """An undone renewal leaves the earlier badge as it was."""
    renewed = Credential.objects.filter(renewals__batch=batch, recipient_id__in=recipients)
    renewed.update(replaced_at=None)


def _check_picture(picture: Upload | None, actor: User | None) -> None:
    if picture is None:
        return
    used = AwardBatch.objects.filter(picture=picture).exists() or hasattr(picture, "evidence")
    if picture.kind != EvidenceKind.PHOTO or actor is None or picture.owner_id != actor.pk or used:
        raise Refusal("PICTURE_MISSING", _("The picture did not arrive. Add it again."), "picture")


def _not_awardable(achievement: Achievement) -> Refusal:
    issuer = achievement.issuer
    over = refusal_of(issuer, achievement.kind) if issuer and issuer.standing in OVER else None
    return over or Refusal(
        "ACHIEVEMENT_NOT_AWARDABLE",
        _("This badge cannot be awarded here: it is not published, or its issuer does not allow it here."),
    )

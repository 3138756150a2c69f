"""Awarding an achievement to one person or a whole class, as one act that can be undone for ten minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.domain_events import AwardReleased, AwardUndone, CredentialsAwarded
from credentials.enums import CredentialState, EvidenceKind
from credentials.models import Achievement, AwardBatch, Credential, Evidence, Upload
from credentials.selectors.achievements import awardable_in
from credentials.services.award_pictures import remove_picture
from credentials.validity import months_later
from people.audiences import for_group, for_staff, for_student_in
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
) -> Awarded:
    """Give `achievement` to all `recipients` who do not have it yet, in as many statements for 1 as for 100.

    `note` is a sentence of feedback; `context` is {"place", "from", "to", "activity"}; `evidence_of` maps a
    recipient's id to what they handed in; `language` is the one the signed documents will be frozen in; `picture` is a
    photo that `actor` uploaded, for those who get the badge and who lead the group; `awarded_at` is when it was
    handed over, if that is told later.
    Raises Refusal ACHIEVEMENT_NOT_AWARDABLE when the group may not award it, or its issuer no longer stands;
    PICTURE_MISSING for a file that is no photo of the actor's or is used already.
    """
    note = clean_text(note, field="note")
    _check_picture(picture, actor)
    found = awardable_in(group).filter(pk=achievement.pk).first()
    if found is None or found.current_version is None:
        raise _not_awardable()
    people = {person.pk: person for person in recipients}
    now = timezone.now()
    batch = AwardBatch(
        version=found.current_version, group=group, actor=actor, note=note, picture=picture, created_at=now,
        undo_until=now + timedelta(seconds=settings.KOTYLION_LIMITS["undo_seconds"]),
    )  # fmt: skip
    # Who has it already is left out by the constraint itself: nobody has to look first.
    drafts = _drafts(batch, found, list(people.values()), context, language, awarded_at or now)
    # No savepoint: this is one act inside the caller's, and nothing in it is caught.
    with transaction.atomic(savepoint=False):
        new = _write(batch, drafts)
        given = [credential.recipient_id for credential in new]
        if new:
            batch.save(force_insert=True)
            _attach(new, evidence_of or {})
            fact = CredentialsAwarded(batch_id=batch.pk, achievement_id=found.pk)
            emit(fact, actor=actor, audience=_audience(group, given))
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
            emit(fact, actor=actor, audience=_audience(batch.group, recipients))
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
            emit(fact, actor=actor, audience=_audience(batch.group, [recipient.pk]))
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


def _check_picture(picture: Upload | None, actor: User | None) -> None:
    if picture is None:
        return
    used = AwardBatch.objects.filter(picture=picture).exists() or hasattr(picture, "evidence")
    if picture.kind != EvidenceKind.PHOTO or actor is None or picture.owner_id != actor.pk or used:
        raise Refusal("PICTURE_MISSING", _("The picture did not arrive. Add it again."), "picture")


def _drafts(
    batch: AwardBatch,
    achievement: Achievement,
    people: Sequence[User],
    context: Mapping[str, Any] | None,
    language: str,
    awarded_at: datetime,
) -> list[Credential]:
    version = batch.version
    valid_until = months_later(awarded_at, version.validity_months) if version.validity_months else None
    return [
        Credential(
            batch=batch, version=version, achievement=achievement, recipient=person,
            context=dict(context or {}), note=batch.note, language=language, awarded_at=awarded_at,
            valid_until=valid_until,
            issuer_standing=achievement.issuer.standing if achievement.issuer else "",
        )
        for person in people
    ]  # fmt: skip


def _write(batch: AwardBatch, drafts: Sequence[Credential]) -> list[Credential]:
    """Insert the drafts and answer those that are really there.

    Somebody else's act may give the same at the same moment; then the constraint "only once" drops ours
    silently. Foreign keys are checked at commit, so the act itself can be written after what it gave.
    """
    if not drafts:
        return []
    Credential.objects.bulk_create(drafts, ignore_conflicts=True)
    written = set(Credential.objects.filter(batch_id=batch.pk).values_list("pk", flat=True))
    return [credential for credential in drafts if credential.pk in written]


def _attach(credentials: Sequence[Credential], evidence_of: Mapping[UUID, Sequence[Evidence]]) -> None:
    through = Credential.evidence.through
    links = [
        through(credential_id=credential.pk, evidence_id=piece.pk)
        for credential in credentials
        for piece in evidence_of.get(credential.recipient_id, ())
    ]
    if links:
        through.objects.bulk_create(links)


def _audience(group: Group | None, recipients: Sequence[UUID]) -> Audience:
    """A fact about one student is for them and the staff; an act for several is the class's."""
    if group is None:
        return Audience(deliver_to=tuple(recipients))
    if len(recipients) == 1:
        return for_student_in(recipients[0], group.pk, deliver=True)
    return for_group(group.pk, deliver_to=recipients)


def _not_awardable() -> Refusal:
    return Refusal(
        "ACHIEVEMENT_NOT_AWARDABLE",
        _("This badge cannot be awarded here: it is not published, or its issuer does not allow it here."),
    )

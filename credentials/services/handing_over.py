"""The rows of an act of awarding: shared by awarding, renewing, correcting and what a rule gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from core.emitting import Audience
from credentials.models import Achievement, AwardBatch, Credential, Evidence
from credentials.validity import months_later
from people.audiences import for_group, for_student_in
from people.models import Group, User


def drafts_for(
    batch: AwardBatch,
    achievement: Achievement,
    people: Sequence[User],
    context: Mapping[str, Any] | None,
    language: str,
    awarded_at: datetime,
    results: Mapping[UUID, str] | None = None,
) -> list[Credential]:
    version = batch.version
    valid_until = months_later(awarded_at, version.validity_months) if version.validity_months else None
    return [
        Credential(
            batch=batch, version=version, achievement=achievement, recipient=person,
            context=dict(context or {}), note=batch.note, language=language, awarded_at=awarded_at,
            valid_until=valid_until,
            issuer_standing=achievement.issuer.standing if achievement.issuer else "",
            result=(results or {}).get(person.pk, ""),
        )
        for person in people
    ]  # fmt: skip


def write(batch: AwardBatch, drafts: Sequence[Credential]) -> list[Credential]:
    """Insert the drafts and answer those that are really there.

    Somebody else's act may give the same at the same moment; then the constraint "only once" drops ours
    silently. Foreign keys are checked at commit, so the act itself can be written after what it gave.
    """
    if not drafts:
        return []
    Credential.objects.bulk_create(drafts, ignore_conflicts=True)
    written = set(Credential.objects.filter(batch_id=batch.pk).values_list("pk", flat=True))
    return [credential for credential in drafts if credential.pk in written]


def attach(credentials: Sequence[Credential], evidence_of: Mapping[UUID, Sequence[Evidence]]) -> None:
    through = Credential.evidence.through
    links = [
        through(credential_id=credential.pk, evidence_id=piece.pk)
        for credential in credentials
        for piece in evidence_of.get(credential.recipient_id, ())
    ]
    if links:
        through.objects.bulk_create(links)


def audience_of(group: Group | None, recipients: Sequence[UUID]) -> Audience:
    """A fact about one student is for them and the staff; an act for several is the class's."""
    if group is None:
        return Audience(deliver_to=tuple(recipients))
    if len(recipients) == 1:
        return for_student_in(recipients[0], group.pk, deliver=True)
    return for_group(group.pk, deliver_to=recipients)

"""Awarding in an issuer's own name, with no group of the portal behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.domain_events import CredentialsAwarded
from credentials.models import Achievement, AwardBatch, Credential, Evidence
from credentials.selectors.offerable import offerable_by
from credentials.services.grading import graded
from credentials.services.handing_over import attach, audience_of, drafts_for, write
from credentials.services.larger import award_larger
from people.models import User


def award_by_issuer(
    achievement: Achievement,
    person: User,
    *,
    actor: User,
    note: str,
    evidence: Sequence[Evidence],
    grade: str,
    now: datetime,
) -> Credential | None:
    """Give the badge to one person; None for who has it already. It can be undone as every award.

    Raises Refusal ACHIEVEMENT_NOT_AWARDABLE when the issuer's standing does not allow it, RESULT_… as
    `grading.graded`, or TEXT_… about the note.
    """
    issuer = achievement.issuer
    found = offerable_by(issuer).filter(pk=achievement.pk).first() if issuer else None
    if found is None or found.current_version is None:
        raise Refusal("ACHIEVEMENT_NOT_AWARDABLE", _("This badge cannot be awarded now."))
    batch = AwardBatch(
        version=found.current_version, group=None, actor=actor, note=clean_text(note, field="note"),
        created_at=now, undo_until=now + timedelta(seconds=settings.KOTYLION_LIMITS["undo_seconds"]),
    )  # fmt: skip
    grades = graded(found.current_version, [person.pk], {person.pk: grade})
    with transaction.atomic():
        new = write(batch, drafts_for(batch, found, [person], None, person.language, now, grades))
        if not new:
            return None
        batch.save(force_insert=True)
        attach(new, {person.pk: evidence})
        fact = CredentialsAwarded(batch_id=batch.pk, achievement_id=found.pk)
        emit(fact, actor=actor, audience=audience_of(None, [person.pk]))
        award_larger(found, batch, [person], language=person.language, now=now)
    return new[0]

"""From an award to signed documents: record what will be signed, sign, store (credentials.md §3).

Each step may be cut off and run again, also twice at once: the record decides key, index and moment, the same
record gives the same bytes, and they are stored once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import islice

import structlog
from django.db import transaction

from core.emitting import Audience, emit
from credentials.domain_events import CredentialsSigned
from credentials.enums import CredentialState, DocumentForm
from credentials.models import AwardBatch, Credential, IssuedDocument
from credentials.services.composing import compose
from credentials.services.keys import signing_key_of
from credentials.services.signing import refuse_passing_address, sign
from credentials.services.status_lists import open_list, record_intents
from people.audiences import staff_topic, user_topic

log = structlog.get_logger("credentials.issuing")

FORM = DocumentForm.OB3_DATA_INTEGRITY
STORED_TOGETHER = 30


def issue_due(now: datetime, limit: int = 200) -> int:
    """Sign what is due in at most `limit` acts, the longest waiting first. Answers the number of documents.

    An act that cannot be signed is logged and stops no other.
    """
    refuse_passing_address()
    issued = 0
    for batch in AwardBatch.objects.due_for_signing(now).order_by("undo_until")[:limit]:
        try:
            issued += issue_batch(batch, now=now)
        except Exception:
            log.exception("batch.not_signed", batch=str(batch.pk))
    return issued


def issue_batch(batch: AwardBatch, *, now: datetime) -> int:
    """Sign the documents of one act whose time to undo is over; 0 when there is nothing to do."""
    refuse_passing_address()
    _record(batch, now)
    stored = 0
    for documents in _in_portions(_unsigned(batch), STORED_TOGETHER):
        signed = [(document, _signed(document)) for document in documents]
        stored += _store(batch, signed, now)
    _finish(batch, now)
    return stored


def _record(batch: AwardBatch, now: datetime) -> None:
    """Write down what is going to be signed, before anything is."""
    achievement = batch.version.achievement
    key = signing_key_of(achievement.issuer)
    status_list = open_list(achievement.issuer, club=achievement.club, now=now)
    with transaction.atomic():
        if not _lock(batch, now):
            return
        waiting = Credential.objects.filter(batch=batch, state=CredentialState.AWARDED)
        missing = waiting.exclude(documents__form=FORM).values_list("pk", flat=True)
        record_intents(list(missing), form=FORM, key=key, status_list=status_list, now=now)
        # Recorded just as their key was withdrawn: it signs no more (withdrawing_keys).
        withdrawn = IssuedDocument.objects.filter(credential__batch=batch, digest="").exclude(
            key__compromised_from=None
        )
        withdrawn.exclude(key=key).update(key=key)


def _unsigned(batch: AwardBatch) -> list[IssuedDocument]:
    return list(
        IssuedDocument.objects.filter(
            credential__batch=batch, credential__state=CredentialState.AWARDED, form=FORM, digest=""
        )
        .select_related(
            "credential__version__achievement__issuer",
            "credential__achievement__issuer",
            "credential__achievement__club",
            "credential__recipient",
            "key__issuer",
            "status_list",
        )
        .order_by("id")
    )


def _signed(document: IssuedDocument) -> bytes:
    return sign(compose(document), document.key, document.issued_at)


def _store(batch: AwardBatch, signed: Sequence[tuple[IssuedDocument, bytes]], now: datetime) -> int:
    """Keep the bytes and let the people hold their badges. What somebody else stored meanwhile stays."""
    with transaction.atomic():
        if not _lock(batch, now):
            return 0
        # The key as well: it may have been withdrawn while we signed.
        still_open = set(
            IssuedDocument.objects.filter(
                pk__in=[document.pk for document, _ in signed],
                digest="",
                key__compromised_from=None,
                credential__state=CredentialState.AWARDED,
            ).values_list("pk", "key_id")
        )
        fresh = []
        for document, body in signed:
            if (document.pk, document.key_id) in still_open:
                document.body, document.digest = body, sha256(body).hexdigest()
                fresh.append(document)
        IssuedDocument.objects.bulk_update(fresh, ["body", "digest"])
        held = Credential.objects.filter(pk__in=[document.credential_id for document in fresh])
        held.update(state=CredentialState.HELD)
        return len(fresh)


def _finish(batch: AwardBatch, now: datetime) -> None:
    """When the last document is there, say so once."""
    with transaction.atomic():
        if not _lock(batch, now):
            return
        credentials = Credential.objects.filter(batch=batch)
        if credentials.filter(state=CredentialState.AWARDED).exists():
            return
        AwardBatch.objects.filter(pk=batch.pk).update(signed_at=now)
        people = credentials.filter(state=CredentialState.HELD).values_list("recipient_id", flat=True)
        topics = [user_topic(person) for person in people]
        if batch.group_id:
            topics.append(staff_topic(batch.group_id))
        emit(CredentialsSigned(batch_id=batch.pk), actor=None, audience=Audience(topics=tuple(topics)))


def _lock(batch: AwardBatch, now: datetime) -> bool:
    """Hold the act's row to the end of the transaction. False when nothing of it may be signed (any more)."""
    return AwardBatch.objects.due_for_signing(now).select_for_update().filter(pk=batch.pk).first() is not None


def _in_portions(documents: Sequence[IssuedDocument], size: int) -> Iterator[list[IssuedDocument]]:
    waiting = iter(documents)
    while portion := list(islice(waiting, size)):
        yield portion

"""A document that few ever ask for: made when somebody first does, then always the same bytes.

The row is written before anything is signed and Ed25519 is deterministic, so a crash or a second asker ends with the
one document (credentials.md §3).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from credentials.enums import CredentialState, DocumentForm
from credentials.models import Credential, IssuedDocument
from credentials.services.keys import signing_key_of
from credentials.services.signing import refuse_passing_address
from credentials.services.status_lists import open_list, record_intents


class MadeWhenAsked(Protocol):
    """One form of a credential; None for one that nobody holds and that never had it. Raises as `signing.sign`."""

    def __call__(self, credential_id: UUID, *, now: datetime) -> bytes | None: ...


def made_when_asked(
    credential_id: UUID, form: DocumentForm, signed: Callable[[IssuedDocument], bytes], *, now: datetime
) -> bytes | None:
    """The bytes of one form. None for a credential that nobody holds and that never had it.

    Raises as `signing.sign`.
    """
    kept = _body(credential_id, form)
    if kept is not None:
        return kept
    refuse_passing_address()
    held = Credential.objects.filter(pk=credential_id, state=CredentialState.HELD)
    credential = held.select_related("achievement__issuer", "achievement__club").first()
    if credential is None:
        return None
    issuer, club = credential.achievement.issuer, credential.achievement.club
    record_intents(
        [credential.pk], form=form, key=signing_key_of(issuer), status_list=open_list(issuer, club=club, now=now),
        now=now,
    )  # fmt: skip
    document = IssuedDocument.objects.select_related(
        "credential__version__achievement__issuer",
        "credential__achievement__issuer",
        "credential__achievement__club",
        "credential__recipient",
        "credential__batch",
        "key__issuer",
        "status_list",
    ).get(credential=credential, form=form)
    body = signed(document)
    unsigned = IssuedDocument.objects.filter(
        pk=document.pk,
        digest="",
        key=document.key_id,
        key__compromised_from=None,
        credential__state=CredentialState.HELD,
    )
    unsigned.update(body=body, digest=sha256(body).hexdigest())
    return _body(credential_id, form)


def _body(credential_id: UUID, form: DocumentForm) -> bytes | None:
    kept = IssuedDocument.objects.signed().filter(credential=credential_id, form=form)
    body = kept.values_list("body", flat=True).first()
    return bytes(body) if body is not None else None

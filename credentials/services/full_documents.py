"""The full badge for its owner: with name, grade, place and the words that came with it (credentials.md §4.8)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from credentials.enums import DocumentForm
from credentials.services.composing import compose
from credentials.services.made_when_asked import made_when_asked
from credentials.services.signing import sign, sign_token


def full_document(credential_id: UUID, *, now: datetime) -> bytes | None:
    """The signed JSON-LD. None for a credential that nobody holds and that never had it. The door has asked whether the
    reader is the owner.

    Raises as `signing.sign`.
    """
    return made_when_asked(
        credential_id,
        DocumentForm.OB3_FULL,
        lambda document: sign(compose(document), document.key, document.issued_at),
        now=now,
    )


def full_token(credential_id: UUID, *, now: datetime) -> bytes | None:
    """The same as VC-JWT (Open Badges 3.0 §8.2), with an index of its own in the list of what was revoked."""
    return made_when_asked(
        credential_id,
        DocumentForm.FULL_JWT,
        lambda document: sign_token(compose(document), document.key),
        now=now,
    )

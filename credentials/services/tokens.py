"""The VC-JWT of a credential, for readers of JOSE."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from credentials.enums import DocumentForm
from credentials.services.composing import compose
from credentials.services.made_when_asked import made_when_asked
from credentials.services.signing import sign_token


def token_of(credential_id: UUID, *, now: datetime) -> bytes | None:
    """The token. None for a credential that nobody holds and that never had one.

    Raises as `signing.sign`.
    """
    return made_when_asked(
        credential_id,
        DocumentForm.OB3_JWT,
        lambda document: sign_token(compose(document), document.key),
        now=now,
    )

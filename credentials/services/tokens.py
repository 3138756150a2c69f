"""The VC-JWT of a credential, for readers of JOSE: made when somebody first asks, then always the same bytes.

Few ever ask, so it is not made for everybody at the award. The row is written before anything is signed and Ed25519
is deterministic, so a crash or a second asker ends with the one token (credentials.md §3).
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from credentials.enums import CredentialState, DocumentForm
from credentials.models import Credential, IssuedDocument
from credentials.services.composing import compose
from credentials.services.keys import signing_key_of
from credentials.services.signing import refuse_passing_address, sign_token
from credentials.services.status_lists import open_list, record_intents

FORM = DocumentForm.OB3_JWT


def token_of(credential_id: UUID, *, now: datetime) -> bytes | None:
    """The token. None for a credential that nobody holds and that never had one.

    Raises as `signing.sign`.
    """
    kept = _body(credential_id)
    if kept is not None:
        return kept
    refuse_passing_address()
    held = Credential.objects.filter(pk=credential_id, state=CredentialState.HELD)
    credential = held.select_related("achievement__issuer", "achievement__club").first()
    if credential is None:
        return None
    issuer, club = credential.achievement.issuer, credential.achievement.club
    record_intents(
        [credential.pk], form=FORM, key=signing_key_of(issuer), status_list=open_list(issuer, club=club, now=now),
        now=now,
    )  # fmt: skip
    document = IssuedDocument.objects.select_related(
        "credential__version__achievement__issuer",
        "credential__achievement__issuer",
        "credential__achievement__club",
        "credential__recipient",
        "key__issuer",
        "status_list",
    ).get(credential=credential, form=FORM)
    token = sign_token(compose(document), document.key)
    unsigned = IssuedDocument.objects.filter(
        pk=document.pk,
        digest="",
        key=document.key_id,
        key__compromised_from=None,
        credential__state=CredentialState.HELD,
    )
    unsigned.update(body=token, digest=sha256(token).hexdigest())
    return _body(credential_id)


def _body(credential_id: UUID) -> bytes | None:
    kept = IssuedDocument.objects.signed().filter(credential=credential_id, form=FORM)
    body = kept.values_list("body", flat=True).first()
    return bytes(body) if body is not None else None

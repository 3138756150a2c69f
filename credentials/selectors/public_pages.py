"""Reading what a page about one credential may show, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from credentials.enums import CredentialState, DocumentForm, ShownName
from credentials.models import Credential, IssuedDocument, Share
from people.models import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

FORM = DocumentForm.OB3_DATA_INTEGRITY
# Undone and declined awards have no page, not even for their owner.
WITHOUT_PAGE = (CredentialState.CANCELLED, CredentialState.DECLINED)


@dataclass(frozen=True)
class CredentialPage:
    """What one asker may see. `document` is None while nothing is signed; `share` when no link was used."""

    credential: Credential
    document: IssuedDocument | None
    share: Share | None
    shown_name: str
    place: str


def _with_everything() -> QuerySet[Credential]:
    return Credential.objects.exclude(state__in=WITHOUT_PAGE).select_related(
        "version__achievement", "achievement__issuer", "achievement__club", "recipient", "batch__group"
    )


def page_by_share(credential_id: UUID, digest: str, *, now: datetime) -> CredentialPage | None:
    """What the holder of a working link sees. Two queries."""
    share = Share.objects.working(now).filter(credential_id=credential_id, digest=digest).first()
    if share is None:
        return None
    document = _document(credential_id)
    if document is None:
        return None
    credential = document.credential
    place = str(credential.context.get("place", "")) if share.with_place else ""
    return CredentialPage(credential, document, share, _shown(credential.recipient, share.shown_name), place)


def page_within(credential_id: UUID) -> CredentialPage | None:
    """What its owner, and who leads the class, see without a link. The door has asked whether they may."""
    credential = _with_everything().filter(pk=credential_id).first()
    if credential is None:
        return None
    name, place = credential.recipient.get_full_name(), str(credential.context.get("place", ""))
    return CredentialPage(credential, _document(credential_id), None, name, place)


def body_by_share(credential_id: UUID, digest: str, *, now: datetime) -> bytes | None:
    """The signed bytes for the holder of a working link. One query."""
    return _body(
        IssuedDocument.objects.filter(
            credential__shares__digest=digest,
            credential__shares__withdrawn_at=None,
            credential__shares__expires_at__gt=now,
        ),
        credential_id,
    )


def body_for_owner(user: User | AnonymousUser, credential_id: UUID) -> bytes | None:
    """The signed bytes for their owner."""
    if user.is_anonymous or not user.is_active:
        return None
    return _body(IssuedDocument.objects.filter(credential__recipient_id=user.pk), credential_id)


def _body(documents: QuerySet[IssuedDocument], credential_id: UUID) -> bytes | None:
    found = documents.filter(credential_id=credential_id, form=FORM).exclude(digest="")
    body = found.values_list("body", flat=True).first()
    return bytes(body) if body is not None else None


def _document(credential_id: UUID) -> IssuedDocument | None:
    documents = IssuedDocument.objects.signed().filter(credential_id=credential_id, form=FORM)
    return documents.select_related(
        "credential__version__achievement",
        "credential__achievement__issuer",
        "credential__achievement__club",
        "credential__recipient",
        "credential__batch__group",
        "status_list",
        "key",
    ).first()


def _shown(person: User, choice: str) -> str:
    match choice:
        case ShownName.FULL:
            return person.get_full_name()
        case ShownName.NICKNAME:
            return person.nickname or person.initials
    return person.initials

"""Taking in pieces of evidence: a text, a link, or a file that was uploaded before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.text import clean_text
from credentials.enums import UPLOADED_KINDS, EvidenceKind, Sensitivity
from credentials.models import Evidence, Upload
from credentials.services.uploading import remove_upload
from people.models import User

_is_web_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class Piece:
    """One piece as the learner sends it: exactly what its `kind` needs of text, url and upload."""

    kind: str
    text: str = ""
    url: str = ""
    upload_id: UUID | None = None


def collect(
    pieces: Sequence[Piece],
    *,
    owner: User,
    actor: User,
    allowed: Collection[str],
    sensitivity: str = Sensitivity.NORMAL,
) -> list[Evidence]:
    """Store the pieces as evidence of `owner`. Uploads must be the actor's own, and each is used once.

    Refuses a kind the step does not take, an empty piece, an address that is not http(s), and a foreign
    upload.
    """
    uploads = {
        upload.pk: upload
        for upload in Upload.objects.filter(
            pk__in=[piece.upload_id for piece in pieces if piece.upload_id], owner=actor, evidence=None
        )
    }
    rows = [_row(piece, uploads, owner, allowed, sensitivity) for piece in pieces]
    return Evidence.objects.bulk_create(rows)


def _row(
    piece: Piece, uploads: dict[UUID, Upload], owner: User, allowed: Collection[str], sensitivity: str
) -> Evidence:
    if piece.kind not in EvidenceKind.values or (allowed and piece.kind not in allowed):
        raise Refusal("EVIDENCE_KIND", _("This step does not take that kind of work."), "evidence")
    row = Evidence(owner=owner, kind=piece.kind, sensitivity=sensitivity)
    row.text = clean_text(piece.text, field="evidence", required=piece.kind == EvidenceKind.TEXT)
    if piece.kind == EvidenceKind.LINK:
        row.url = _web_address(piece.url)
    if piece.kind in UPLOADED_KINDS:
        upload = uploads.pop(piece.upload_id, None) if piece.upload_id else None
        if upload is None or upload.kind != piece.kind:
            raise Refusal("UPLOAD_MISSING", _("The file did not arrive. Add it again."), "evidence")
        row.upload = upload
    return row


def _web_address(typed: str) -> str:
    address = clean_text(typed, limit=500, multiline=False, field="evidence", required=True)
    address = address if "://" in address else f"https://{address}"
    try:
        _is_web_address(address)
    except ValidationError as refused:
        raise Refusal(
            "NOT_A_LINK", _("This is not a web address. It begins with https://"), "evidence"
        ) from refused
    return address


def withdraw(evidence: Evidence) -> None:
    """Take a piece back: its words and its file are deleted, the row stays as a trace without content."""
    upload, evidence.upload = evidence.upload, None
    evidence.text = evidence.url = ""
    evidence.withdrawn_at = timezone.now()
    evidence.save(update_fields=["text", "url", "upload", "withdrawn_at"])
    if upload is not None:
        remove_upload(upload)

"""A piece of evidence as a screen shows it to those who may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from credentials.models import Evidence


@dataclass(frozen=True)
class EvidenceView:
    """Exactly what its `kind` has of text, url and file; `purged` when its time is over and it was emptied."""

    id: UUID
    kind: str
    text: str
    url: str
    media_url: str
    size: int
    created_at: datetime
    purged: bool


def evidence_view(evidence: Evidence) -> EvidenceView:
    """One piece, its upload at hand (`select_related`)."""
    upload = evidence.upload
    return EvidenceView(
        id=evidence.pk,
        kind=evidence.kind,
        text=evidence.text,
        url=evidence.url,
        media_url=f"/media/{upload.pk}" if upload else "",
        size=upload.size if upload else 0,
        created_at=evidence.created_at,
        purged=evidence.purged_at is not None,
    )

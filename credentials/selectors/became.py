"""What became of a credential, as far as everybody may know: never the words of a reason, only of which kind it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from core.access import as_uuid
from credentials.addresses import public
from credentials.enums import RevocationKind
from credentials.models import Credential
from credentials.open_badges.findings import YES
from credentials.open_badges.verification import Overall, Verdict

COLUMNS = ("id", "revoked_at", "revocation_kind", "replaced_at", "corrects_id", "renews_id")


@dataclass(frozen=True)
class Became:
    """`kind` is a RevocationKind. `newer` opens with the same link; `replaced` only says that there is a newer one;
    `follows` is "corrects" or "renews" for one that took another's place.
    """

    revoked_at: datetime | None = None
    kind: str = ""
    replaced: bool = False
    newer: UUID | None = None
    follows: str = ""

    @property
    def why(self) -> str:
        return str(RevocationKind(self.kind).label) if self.kind else ""


STANDS = Became()


def became_of(row: Mapping[str, Any]) -> Became:
    """From a row with `COLUMNS`, and `successor_id` where a link was used."""
    newer = row.get("successor_id")
    return Became(
        row["revoked_at"],
        row["revocation_kind"],
        row["replaced_at"] is not None,
        newer if newer != row["id"] else None,
        "corrects" if row["corrects_id"] else "renews" if row["renews_id"] else "",
    )


def what_became_of(verdict: Verdict) -> Became:
    """Of an unchanged badge of ours that does not stand any more: one query; none for any other."""
    if verdict.overall not in (Overall.REVOKED, Overall.EXPIRED) or verdict.issued_by_known.answer != YES:
        return STANDS
    named, prefix = verdict.document.get("id"), public("/credentials/")
    key = as_uuid(named.removeprefix(prefix)) if isinstance(named, str) and named.startswith(prefix) else None
    row = Credential.objects.filter(pk=key).values(*COLUMNS).first() if key else None
    return became_of(row) if row is not None else STANDS

"""What stands on an owner's full print of a badge and nowhere outside: who awarded it, the words that came with it,
place and time, and the work it was awarded for. Three queries.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from credentials.enums import EvidenceKind
from credentials.models import AchievementVersion, Credential, Evidence

MOST_WORK = 20
MOST_LETTERS = 1500


@dataclass(frozen=True)
class PrintedWork:
    """One piece of the owner's own work: its kind in words, and the text or the address where it is one."""

    kind: str
    text: str


@dataclass(frozen=True)
class PrintedDetails:
    version: AchievementVersion
    awarded_by: str
    group: str
    note: str
    place: str
    activity: str
    when: tuple[str, str]
    work: tuple[PrintedWork, ...]


def printed_details(credential_id: UUID) -> PrintedDetails:
    """Expects that the door has asked whether the reader is the owner."""
    credential = Credential.objects.select_related(
        "version__achievement", "batch__actor", "batch__group"
    ).get(pk=credential_id)
    batch, context = credential.batch, credential.context
    return PrintedDetails(
        version=credential.version,
        awarded_by=batch.actor.get_full_name() if batch.actor else "",
        group=batch.group.name if batch.group else "",
        note=credential.note if batch.words_hidden_at is None else "",
        place=str(context.get("place", "")),
        activity=str(context.get("activity", "")),
        when=(str(context.get("from", "")), str(context.get("to", ""))),
        work=_work(credential),
    )


def _work(credential: Credential) -> tuple[PrintedWork, ...]:
    pieces = Evidence.objects.kept().filter(credentials=credential, owner=credential.recipient_id)
    return tuple(
        PrintedWork(str(EvidenceKind(piece.kind).label), (piece.text or piece.url)[:MOST_LETTERS])
        for piece in pieces[:MOST_WORK]
    )

"""The history of one badge of one person: given, corrected, renewed, revoked, over. One query."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from credentials.enums import CredentialState, RevocationKind
from credentials.models import Credential
from credentials.selectors.afterwards_lines import day_of
from credentials.selectors.stacking_progress import StackProgress, counts_for
from people.models import User

MOST_EVENTS = 40
# Neither what was undone nor what was never taken belongs to the history.
TOLD = (CredentialState.AWARDED, CredentialState.HELD, CredentialState.REVOKED)


@dataclass(frozen=True)
class HistoryLine:
    """`kind` is awarded, corrected, renewed, revoked or expired; `words` are those of who did it."""

    kind: str
    line: str
    words: str
    at: datetime


@dataclass(frozen=True)
class BadgeStory:
    """What became of one's badge. `revocation` is of which kind the reason was; empty while it stands."""

    history: tuple[HistoryLine, ...]
    revocation: str
    counts_for: tuple[StackProgress, ...]


def story_of(credential: Credential, owner: User) -> BadgeStory:
    """For its owner: four queries, two when nothing larger asks for it."""
    kind = credential.revocation_kind
    return BadgeStory(
        history_of(credential),
        str(RevocationKind(kind).label) if kind else "",
        () if kind else counts_for(credential.achievement, owner),
    )


def history_of(credential: Credential) -> tuple[HistoryLine, ...]:
    """Every award of the badge to its person, the oldest first. Whoever asks has been let in by the door."""
    rows = (
        Credential.objects.filter(
            achievement=credential.achievement_id, recipient=credential.recipient_id, state__in=TOLD
        )
        .select_related("batch__actor")
        .order_by("batch__created_at", "id")
    )
    lines = [line for row in rows[: MOST_EVENTS // 2] for line in _lines(row)]
    return tuple(sorted(lines, key=lambda line: line.at))


def _lines(row: Credential) -> Iterator[HistoryLine]:
    given = row.batch.created_at
    by = row.batch.actor.get_full_name() if row.batch.actor else ""
    if row.corrects_id:
        yield HistoryLine(
            "corrected", _("Corrected by %(name)s") % {"name": by} if by else _("Corrected"), "", given
        )
    elif row.renews_id:
        yield HistoryLine("renewed", _renewed(row), "", given)
    else:
        yield HistoryLine("awarded", _("Given by %(name)s") % {"name": by} if by else _("Given"), "", given)
    if row.state == CredentialState.REVOKED and row.revoked_at:
        why = str(RevocationKind(row.revocation_kind).label) if row.revocation_kind else ""
        yield HistoryLine(
            "revoked", " ".join(filter(None, (_("Revoked."), why))), row.revocation_reason, row.revoked_at
        )
    elif row.replaced_at is None and row.is_expired(timezone.now()) and row.valid_until:
        yield HistoryLine("expired", _("Its time is over."), "", row.valid_until)


def _renewed(row: Credential) -> str:
    if row.valid_until is None:
        return _("Renewed")
    return _("Renewed, valid until %(until)s") % {"until": day_of(row.valid_until)}

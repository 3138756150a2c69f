"""Sheets of printed codes of a club that still work, for those who lead it: never the codes themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Min, Q

from core.translated import in_language
from credentials.models import Achievement, ClaimCode
from people.models import Group

MOST_SHEETS = 20


@dataclass(frozen=True)
class ClaimSheet:
    """`open`: codes nobody has used yet. Until it is `printed` the page to print opens, once."""

    id: UUID
    badge_name: str
    made_at: datetime
    open: int
    printed: bool


def claim_sheets(group: Group, now: datetime) -> tuple[ClaimSheet, ...]:
    """The latest first. Two statements."""
    rows = (
        ClaimCode.objects.filter(group=group, ended_at=None, expires_at__gt=now)
        .values("sheet", "achievement")
        .annotate(
            made_at=Min("created_at"), printed=Max("printed_at"), open=Count("pk", filter=Q(claimed_at=None))
        )
        .filter(open__gt=0)
        .order_by("-made_at", "sheet")[:MOST_SHEETS]
    )
    found = list(rows)
    achievements = Achievement.objects.select_related("current_version").in_bulk(
        [row["achievement"] for row in found]
    )
    return tuple(
        ClaimSheet(
            id=row["sheet"],
            badge_name=_name(achievements[row["achievement"]]),
            made_at=row["made_at"],
            open=row["open"],
            printed=row["printed"] is not None,
        )
        for row in found
    )


def _name(achievement: Achievement) -> str:
    version = achievement.current_version
    return in_language(version.name) if version else ""

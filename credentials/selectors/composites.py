"""Larger badges: what asks for a badge, and what a badge asks for (credentials.md §2, stacking)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from credentials.enums import AchievementKind, Standing
from credentials.models import Achievement, AchievementVersion
from credentials.selectors.achievements import STANDING_FOR_BADGES
from credentials.stacking import Requirement

MOST_ASKING = 50
# A chain of larger and larger badges longer than this is refused as if it were a circle.
DEEPEST = 12


def standing_achievements() -> QuerySet[Achievement]:
    """Published achievements whose issuer stands: a rule of theirs may give them today."""
    return Achievement.objects.published().filter(
        Q(kind=AchievementKind.CLUB_BADGE, club__archived_at=None)
        | Q(kind=AchievementKind.DIGITAL_BADGE, issuer__standing__in=STANDING_FOR_BADGES)
        | Q(kind=AchievementKind.MICROCREDENTIAL, issuer__standing=Standing.ACCREDITED)
    )


def naming(slug: str | OuterRef, among: QuerySet[Achievement] | None = None) -> QuerySet[Achievement]:
    """What names a badge in its requirement, so that perhaps it asks for it: enough to know whether to look closer.
    Of a badge that another query is about, `slug` is a reference to its column.
    """
    # Slugs are plain ASCII, so a quoted one stands in the stored JSON as it is.
    quoted = f'"{slug}"' if isinstance(slug, str) else Concat(Value('"'), slug, Value('"'))
    return (
        (standing_achievements() if among is None else among)
        .annotate(asked=Cast("current_version__requires", TextField()))
        .filter(current_version__requires__isnull=False, asked__contains=quoted)
        .exclude(slug=slug)
    )


def asking_for(
    slug: str, among: QuerySet[Achievement] | None = None
) -> list[tuple[Achievement, Requirement]]:
    """The larger badges for which this one counts, with what they require: one query."""
    rows = naming(slug, among).select_related("current_version", "issuer", "club")
    found = [(row, requirement_of(row.current_version)) for row in rows.order_by("slug")[:MOST_ASKING]]
    return [(row, asked) for row, asked in found if asked is not None and slug in asked.slugs]


def requirement_of(version: AchievementVersion | None) -> Requirement | None:
    """What a version requires; None for nothing, and for what cannot be read."""
    if version is None:
        return None
    try:
        return Requirement.from_json(version.requires)
    except ValueError:
        return None


def leads_back_to(slug: str, required: Iterable[str]) -> bool:
    """Whether what is required requires, however far down, the badge `slug` itself. One query a level."""
    seen: set[str] = set()
    level = set(required)
    for _ in range(DEEPEST):
        if slug in level:
            return True
        seen |= level
        rows = Achievement.objects.filter(slug__in=level, current_version__requires__isnull=False)
        below = [requirement_of(row.current_version) for row in rows.select_related("current_version")]
        level = {part for asked in below if asked is not None for part in asked.slugs} - seen
        if not level:
            return False
    return True

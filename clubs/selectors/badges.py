"""Badges of clubs on a screen: what they say, where they stand, who may change them; and the pool."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from clubs.models import Club, ClubBadge
from clubs.selectors.limits import badges_left
from core.access import as_uuid
from core.translated import in_language
from credentials.models import Achievement, AchievementVersion, Credential
from credentials.selectors.designs import DesignerChoices, designer_choices
from credentials.selectors.trust import EndorsementLine, Ladder, endorsements_of, ladders
from events.towns import folded
from people.models import User

MOST_BADGES, MOST_SHOWN, MOST_IN_POOL = 50, 60, 1000


@dataclass(frozen=True)
class ClubBadgeView:
    """`endorsements` are read for one badge alone; a list leaves them to the ladder's line."""

    achievement: Achievement
    group_id: UUID
    club_name: str
    description: str
    criterion: str
    shape: str
    palette: str
    symbol: str
    ribbon: str
    nominations_needed: int | None
    pooled: bool
    archived: bool
    adapted_from: str
    held: int
    trust: Ladder
    endorsements: tuple[EndorsementLine, ...]
    may_change: bool
    may_endorse: bool


@dataclass(frozen=True)
class Designer:
    """`left`: how many badges the club may still make this week; None without a limit."""

    choices: DesignerChoices
    left: int | None


@dataclass(frozen=True)
class PoolBadge:
    id: UUID
    achievement: Achievement
    criterion: str
    club_name: str
    taken: bool


@dataclass(frozen=True)
class PoolPage:
    items: tuple[PoolBadge, ...]
    next: UUID | None


def badges_of_club(club: Club, *, leads: bool) -> tuple[ClubBadgeView, ...]:
    """Those that are awarded, by name; who leads also sees what was put away or reported. Four statements."""
    rows = Achievement.objects.filter(club=club.group, current_version__isnull=False)
    if not leads:
        rows = rows.filter(withdrawn_at=None, hidden_at=None)
    found = list(rows.select_related("current_version", "club__parent", "issuer")[:MOST_BADGES])
    views = _views(found, leads=leads)
    return tuple(
        sorted(views, key=lambda one: (one.archived, in_language(_version(one.achievement).name).casefold()))
    )


def club_badge(achievement: Achievement, viewer: User, *, leads: bool, may_endorse: bool) -> ClubBadgeView:
    """One badge with everybody who stands up for it."""
    row = Achievement.objects.select_related("current_version", "club__parent", "issuer").get(
        pk=achievement.pk
    )
    endorsed = endorsements_of(row, viewer)
    return _views([row], leads=leads, endorsements=endorsed, may_endorse=may_endorse)[0]


def designer(club: Club, now: datetime) -> Designer:
    return Designer(designer_choices(), badges_left(club, now))


def in_the_pool() -> QuerySet[ClubBadge]:
    """Badges that other clubs may take, the newest first."""
    return (
        ClubBadge.objects.filter(
            pooled_at__isnull=False,
            achievement__withdrawn_at=None,
            achievement__hidden_at=None,
            achievement__current_version__isnull=False,
            achievement__club__parent__isnull=False,
        )
        .select_related("achievement__current_version", "achievement__club", "achievement__issuer")
        .order_by("-pooled_at", "pk")
    )


def pooled(achievement_id: object) -> Achievement | None:
    """One badge of the pool by its id."""
    key = as_uuid(achievement_id)
    found = in_the_pool().filter(pk=key).first() if key else None
    return found.achievement if found else None


def badge_pool(club: Club, *, search: str = "", limit: int = 30, after: object = None) -> PoolPage:
    """Other clubs' badges; `search` looks in name and criterion, without capitals and marks over letters."""
    wanted = folded(search[:80])
    rows = [row for row in in_the_pool()[:MOST_IN_POOL] if row.achievement.club_id != club.pk]
    if wanted:
        rows = [row for row in rows if wanted in folded(_said(row.achievement))]
    key = as_uuid(after)
    start = next((at + 1 for at, row in enumerate(rows) if row.pk == key), 0 if after is None else len(rows))
    limit = max(1, min(limit, MOST_SHOWN))
    shown = rows[start : start + limit]
    taken = set(
        ClubBadge.objects.filter(
            achievement__club=club.group, adapted_from__in=[row.pk for row in shown]
        ).values_list("adapted_from", flat=True)
    )
    items = tuple(
        PoolBadge(
            row.pk,
            row.achievement,
            criterion_of(row.achievement),
            _club_name(row.achievement),
            row.pk in taken,
        )
        for row in shown
    )
    return PoolPage(items, shown[-1].pk if shown and start + limit < len(rows) else None)


def criterion_of(achievement: Achievement) -> str:
    """The sentence that says what it is given for; empty when nobody wrote one."""
    outcomes = _version(achievement).learning_outcomes
    criteria = [one for outcome in outcomes for one in outcome["criteria"]]
    return in_language(criteria[0]) if criteria else ""


def _views(
    rows: Sequence[Achievement],
    *,
    leads: bool,
    endorsements: tuple[EndorsementLine, ...] = (),
    may_endorse: bool = False,
) -> list[ClubBadgeView]:
    ids = [row.pk for row in rows]
    special = {
        one.pk: one
        for one in ClubBadge.objects.filter(pk__in=ids).select_related(
            "adapted_from__club", "adapted_from__current_version"
        )
    }
    held = Counter(
        dict(
            Credential.objects.living()
            .filter(achievement__in=ids)
            .order_by()
            .values_list("achievement")
            .annotate(people=Count("pk"))
        )
    )
    trust = ladders(rows)
    return [
        _view(row, special.get(row.pk), held[row.pk], trust[row.pk], leads, endorsements, may_endorse)
        for row in rows
    ]


def _view(
    row: Achievement,
    special: ClubBadge | None,
    held: int,
    trust: Ladder,
    leads: bool,
    endorsements: tuple[EndorsementLine, ...],
    may_endorse: bool,
) -> ClubBadgeView:
    version = _version(row)
    source = special.adapted_from if special else None
    return ClubBadgeView(
        achievement=row,
        group_id=row.club_id,  # type: ignore[arg-type]  # a club badge has a club, says the database
        club_name=_club_name(row),
        description=in_language(version.description),
        criterion=criterion_of(row),
        shape=version.art["shape"],
        palette=version.art["palette"],
        symbol=version.art["symbol"],
        ribbon=version.art.get("ribbon", "none"),
        nominations_needed=special.nominations_needed if special else None,
        pooled=bool(special and special.pooled_at),
        archived=row.withdrawn_at is not None,
        adapted_from=_club_name(source) if source else "",
        held=held,
        trust=trust,
        endorsements=endorsements,
        may_change=leads,
        may_endorse=may_endorse,
    )


def _version(achievement: Achievement) -> AchievementVersion:
    version = achievement.current_version
    if version is None:
        raise ValueError("a badge on a screen is published")
    return version


def _club_name(achievement: Achievement) -> str:
    return achievement.club.name if achievement.club else ""


def _said(achievement: Achievement) -> str:
    name = _version(achievement).name
    return " ".join([*name.values(), criterion_of(achievement)])

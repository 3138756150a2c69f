"""Who describes what an issuer awards, and what they have described so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from core.access import visible
from core.paging import page
from core.translated import in_language
from credentials.descriptions.checklist import checklist
from credentials.descriptions.versions import version_of
from credentials.enums import AchievementKind, Standing
from credentials.issuer_standing import refusal_of
from credentials.models import Achievement, AchievementDraft, Issuer
from credentials.pictures import drawing_path, svg_path
from credentials.selectors.issuer_people import issuers_worked_for
from people.models import User

Person = User | AnonymousUser
MOST_ISSUERS, MOST_ROWS = 20, 50


def issuers_defined_by(user: Person) -> QuerySet[Issuer]:
    """Issuers for which the person describes badges."""
    return issuers_worked_for(user, "may_define")


def describes_anything(user: Person) -> bool:
    """Whether the person designs badges here, for an issuer or for all of them."""
    return bool(user.is_active and user.is_superuser) or issuers_defined_by(user).exists()


@visible(AchievementDraft)
def drafts_visible_to(user: Person) -> QuerySet[AchievementDraft]:
    """Drafts of the issuers for which the person describes badges; every draft for who runs the portal."""
    rows = AchievementDraft.objects.select_related(
        "achievement__issuer", "achievement__current_version", "edited_by"
    )
    if user.is_anonymous or not user.is_active:
        return rows.none()
    return rows if user.is_superuser else rows.filter(achievement__issuer__in=issuers_defined_by(user))


@dataclass(frozen=True)
class DefiningIssuer:
    """An issuer in whose name the person describes badges. `closed` says why nothing can be published, "" if it can."""

    id: UUID
    name: str
    slug: str
    standing: str
    standing_label: str
    may_publish_microcredentials: bool
    closed: str


@dataclass(frozen=True)
class BadgeRow:
    """One badge of an issuer. `state`: draft | published | changed (published, and a draft of the next) | withdrawn."""

    achievement_id: UUID
    draft_id: UUID | None
    name: str
    kind: str
    kind_label: str
    state: str
    state_label: str
    number: int
    # Of the required lines of the checklist; of the draft, 0 without one.
    lacking: int
    picture: str
    path: str
    edited_at: datetime | None

    @property
    def id(self) -> UUID:
        return self.achievement_id


@dataclass(frozen=True)
class BadgeRows:
    items: tuple[BadgeRow, ...]
    next: UUID | None


def defining_issuers(user: User) -> tuple[DefiningIssuer, ...]:
    return tuple(
        defining_issuer(issuer) for issuer in issuers_defined_by(user).order_by("slug")[:MOST_ISSUERS]
    )


def defining_issuer(issuer: Issuer) -> DefiningIssuer:
    return DefiningIssuer(
        id=issuer.pk,
        name=in_language(issuer.name),
        slug=issuer.slug,
        standing=issuer.standing,
        standing_label=str(Standing(issuer.standing).label),
        may_publish_microcredentials=issuer.standing == Standing.ACCREDITED,
        closed=str(refusal_of(issuer, AchievementKind.DIGITAL_BADGE) or ""),
    )


def badge_rows(
    issuer: Issuer, *, words: str = "", state: str = "", limit: int = 30, after: object = None
) -> BadgeRows:
    """The issuer's badges by their short name, published or not; one statement, two behind the first page."""
    limit = max(1, min(limit, MOST_ROWS))
    rows = page(_badges_of(issuer, words, state), limit=limit + 1, after=after)
    shown = rows[:limit]
    return BadgeRows(tuple(_rows(shown, issuer)), shown[-1].pk if len(rows) > limit else None)


def _badges_of(issuer: Issuer, words: str, state: str) -> QuerySet[Achievement]:
    found = (
        Achievement.objects.filter(issuer=issuer).select_related("current_version", "draft").order_by("slug")
    )
    if words:
        found = found.filter(named_like(words))
    return found.filter(in_state(state)) if state else found


def named_like(words: str) -> Q:
    """Achievements whose name in some language, draft or published, or whose short name holds these words."""
    named = Q(slug__icontains=words)
    for language in ("pl", "en", "uk"):
        named |= Q(**{f"current_version__name__{language}__icontains": words})
        named |= Q(**{f"draft__description__name__{language}__icontains": words})
    return named


def in_state(state: str) -> Q:
    """Achievements in one state of `BadgeRow`; none for another word."""
    published = Q(current_version__isnull=False, withdrawn_at=None)
    return {
        "draft": Q(current_version=None),
        "published": published & Q(draft=None),
        "changed": published & Q(draft__isnull=False),
        "withdrawn": Q(withdrawn_at__isnull=False),
    }.get(state, Q(pk=None))


def state_of(achievement: Achievement) -> tuple[str, str]:
    """The state and its words; expects the draft selected."""
    if achievement.withdrawn_at is not None:
        return "withdrawn", _("Not awarded any more")
    if achievement.current_version_id is None:
        return "draft", _("Being written")
    if getattr(achievement, "draft", None) is not None:
        return "changed", _("Published, changes wait")
    return "published", _("Published")


def _rows(achievements: Iterable[Achievement], issuer: Issuer) -> Iterable[BadgeRow]:
    for one in achievements:
        current, draft = one.current_version, getattr(one, "draft", None)
        version = version_of(one, draft.description) if draft else current
        if version is None:
            continue
        state, label = state_of(one)
        draw = drawing_path if draft else svg_path
        yield BadgeRow(
            achievement_id=one.pk,
            draft_id=draft.pk if draft else None,
            name=name_of(version.name),
            kind=one.kind,
            kind_label=str(AchievementKind(one.kind).label),
            state=state,
            state_label=label,
            number=current.number or 0 if current else 0,
            lacking=sum(line.required and not line.done for line in checklist(version, issuer))
            if draft
            else 0,
            picture=draw(one.kind, version.art),
            path=f"/achievements/{one.slug}/" if current else "",
            edited_at=draft.edited_at if draft else version.published_at,
        )


def name_of(words: dict[str, str]) -> str:
    """The name in the reader's language, or in whichever it has been written."""
    return in_language(words) or next((one for one in words.values() if one), _("Badge without a name"))

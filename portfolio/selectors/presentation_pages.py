"""What a stranger with the link reads, and the owner in the preview: one selector for both, so they cannot differ.

Four queries at any number of badges, one more for languages, one for the ladder of trust when club badges are among
them, one below 16 for a guardian's word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Value, When

from core.translated import in_language
from credentials.enums import AchievementKind, EvidenceKind
from credentials.models import Credential, Evidence, Upload
from credentials.openness import public_club
from credentials.selectors.achievement_pages import AchievementCard, card
from credentials.selectors.badges import OutcomeText, outcomes_of
from credentials.selectors.public_pages import CredentialPage, page_within
from credentials.selectors.trust import Ladder, ladders
from portfolio.models import OwnSkill, PresentationPage, PresentedBadge
from portfolio.presentation_links import digest_of
from portfolio.selectors.presentations import may_be_shown, name_as, said_on, showable, showable_evidence
from portfolio.selectors.profile import LanguageView, languages_of
from portfolio.selectors.skills import area_catalogue, area_marks
from portfolio.skill_areas import area_of

# A secret is 32 letters; nothing longer is ever looked up.
MOST_LETTERS = 64


@dataclass(frozen=True)
class Work:
    """One piece of the learner's own work. `file` is under the page's address; empty for a text and a link."""

    id: UUID
    kind: str
    kind_label: str
    text: str
    url: str
    has_file: bool


@dataclass(frozen=True)
class Shown:
    """One badge on the page. `path` leads to its description where anybody may read that, and is empty elsewhere."""

    id: UUID
    card: AchievementCard
    path: str
    awarded_at: datetime
    valid_until: datetime | None
    expired: bool
    outcomes: tuple[OutcomeText, ...]
    work: tuple[Work, ...]


@dataclass(frozen=True)
class Area:
    """How many outcomes the badges on the page confirm in one area; `share` of the widest area, in percent."""

    name: str
    count: int
    share: int


@dataclass(frozen=True)
class Presentation:
    """A page in the reader's language; headline and words are in the `language` in which they were written."""

    id: UUID
    name: str
    headline: str
    about: str
    language: str
    look: str
    badges: tuple[Shown, ...]
    areas: tuple[Area, ...]
    with_outcomes: bool
    open_until: datetime | None
    languages: tuple[LanguageView, ...] = ()
    # In the learner's own words; nobody else stands behind them.
    skills: tuple[OwnSkill, ...] = ()


def opened_by(secret: str, now: datetime) -> PresentationPage | None:
    """The page that a link opens now. Made up, taken down, over, and not agreed to by a guardian look the same."""
    if not 0 < len(secret) <= MOST_LETTERS:
        return None
    page = PresentationPage.objects.open(now).select_related("owner").filter(digest=digest_of(secret)).first()
    return page if page is not None and may_be_shown(page, now) else None


def is_open_to_strangers(page: PresentationPage, now: datetime) -> bool:
    """The same for a page at hand."""
    return PresentationPage.objects.open(now).filter(pk=page.pk).exists() and may_be_shown(page, now)


def presentation_of(page: PresentationPage, now: datetime) -> Presentation:
    """Expects the owner selected."""
    badges = _badges(page)
    trust = ladders([one.achievement for one in badges])
    work = _work(page, badges)
    return Presentation(
        id=page.pk,
        name=name_as(page.owner, page.shown_name),
        headline=page.headline,
        about=page.about,
        language=page.language,
        look=page.look,
        badges=tuple(_shown(one, trust[one.achievement_id], work[one.pk], now) for one in badges),
        areas=_areas(badges, now) if page.with_outcomes else (),
        with_outcomes=page.with_outcomes,
        open_until=page.expires_at if page.digest else None,
        languages=languages_of(page.owner) if page.with_languages else (),
        skills=tuple(said_on(page)),
    )


def badge_on(page: PresentationPage, credential_id: UUID) -> CredentialPage | None:
    """One badge of the page with everything that proves it, its owner named as the page names them."""
    shown = showable(page.owner).filter(presented__page=page, pk=credential_id).exists()
    return page_within(credential_id, shown_name=page.shown_name, with_place=False) if shown else None


def file_on(page: PresentationPage, evidence_id: UUID) -> Upload | None:
    """The file of one piece of work on the page."""
    badges = showable(page.owner).filter(presented__page=page).values_list("pk", flat=True)
    piece = (
        showable_evidence(page.owner, badges)
        .filter(pk=evidence_id, pk__in=page.evidence.values("pk"))
        .select_related("upload")
        .first()
    )
    return piece.upload if piece is not None else None


def _badges(page: PresentationPage) -> list[Credential]:
    chosen = PresentedBadge.objects.filter(page=page, credential=OuterRef("pk"))
    found = (
        showable(page.owner)
        .filter(Exists(chosen))
        .annotate(
            place_on_page=chosen.values("position")[:1],
            open_club=Case(When(public_club("achievement__club"), then=Value(True)), default=Value(False)),
        )
        .select_related("version", "achievement__issuer", "achievement__club__parent")
        .order_by("place_on_page", "id")
    )
    return list(found)


def _areas(badges: Sequence[Credential], now: datetime) -> tuple[Area, ...]:
    """Outcomes that are confirmed now, by area, the widest first. A club confirms no skills (product.md, part 6)."""
    found: Counter[str] = Counter()
    for one in badges:
        version = one.version
        if one.achievement.kind != AchievementKind.CLUB_BADGE and not one.is_expired(now):
            found[area_of(version.tags, version.curriculum, area_marks())] += len(version.learning_outcomes)
    counted = [(code, count) for code, count in found.most_common() if count and code in area_catalogue()]
    return tuple(
        Area(in_language(area_catalogue()[code]["name"]), count, 100 * count // counted[0][1])
        for code, count in counted
    )


def _work(page: PresentationPage, badges: Sequence[Credential]) -> dict[UUID, list[Work]]:
    """Pieces by the badge they earned; a piece behind two badges stands with the first."""
    found: dict[UUID, list[Work]] = defaultdict(list)
    order = {one.pk: at for at, one in enumerate(badges)}
    pieces = showable_evidence(page.owner, order).filter(pk__in=page.evidence.values("pk"))
    for piece in pieces.prefetch_related("credentials"):
        behind = [one.pk for one in piece.credentials.all() if one.pk in order]
        found[min(behind, key=order.__getitem__)].append(_piece(piece))
    return found


def _piece(piece: Evidence) -> Work:
    return Work(
        id=piece.pk,
        kind=piece.kind,
        kind_label=str(EvidenceKind(piece.kind).label),
        text=piece.text,
        url=piece.url,
        has_file=piece.upload_id is not None,
    )


def _shown(credential: Credential, trust: Ladder, work: Sequence[Work], now: datetime) -> Shown:
    achievement = credential.achievement
    face = card(achievement, credential.version, trust)
    is_open = achievement.club_id is None or bool(credential.open_club)  # type: ignore[attr-defined]
    return Shown(
        id=credential.pk,
        card=face,
        path=face.path if is_open else "",
        awarded_at=credential.awarded_at,
        valid_until=credential.valid_until,
        expired=credential.is_expired(now),
        outcomes=outcomes_of(credential.version),
        work=tuple(work),
    )

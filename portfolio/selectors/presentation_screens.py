"""What the learner's own screens show: the list of pages, and one page with everything that could stand on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from core.qr_codes import qr_svg
from core.translated import in_language
from credentials.enums import EvidenceKind, ShownName
from credentials.models import Credential
from credentials.selectors.badges import ArtView, art_view, issuer_name
from credentials.selectors.sharing_age import decides_alone
from people.models import User
from portfolio.enums import Look, PageState
from portfolio.models import PresentationPage
from portfolio.presentation_links import address_of
from portfolio.selectors.presentations import (
    MOST_CHOICES,
    may_be_shown,
    name_as,
    presentations_visible_to,
    showable,
    showable_evidence,
)
from portfolio.selectors.profile import languages_of, own_skills_visible_to

# Letters of a work that a row of choices shows.
GLIMPSE = 120


@dataclass(frozen=True)
class PresentationCard:
    """`open_until` is None unless strangers can read it now."""

    id: UUID
    label: str
    state: str
    state_label: str
    open_until: datetime | None
    views: int
    badges: int


@dataclass(frozen=True)
class WorkChoice:
    id: UUID
    kind_label: str
    glimpse: str
    chosen: bool


@dataclass(frozen=True)
class BadgeChoice:
    id: UUID
    name: str
    art: ArtView
    issuer_name: str
    awarded_at: datetime
    chosen: bool
    work: tuple[WorkChoice, ...]


@dataclass(frozen=True)
class NameChoice:
    """`name` is how it would read; `possible` is False for a nickname that is not chosen, and a full name below 16."""

    code: str
    label: str
    name: str
    possible: bool


@dataclass(frozen=True)
class LookChoice:
    code: str
    label: str


@dataclass(frozen=True)
class SkillChoice:
    id: UUID
    text: str
    chosen: bool


@dataclass(frozen=True)
class PresentationScreen:
    """`url` and `qr_svg` are empty unless the page is open; `approved` is True when no guardian is needed."""

    card: PresentationCard
    headline: str
    about: str
    shown_name: str
    look: str
    with_outcomes: bool
    with_languages: bool
    days: int
    url: str
    qr_svg: str
    preview_url: str
    needs_guardian: bool
    approved: bool
    names: tuple[NameChoice, ...]
    looks: tuple[LookChoice, ...]
    choices: tuple[BadgeChoice, ...]
    # What would stand there, as strangers read it.
    languages: tuple[str, ...]
    skills: tuple[SkillChoice, ...]


def my_presentations(owner: User, now: datetime) -> tuple[PresentationCard, ...]:
    """All pages of a person, the oldest first. One query."""
    pages = presentations_visible_to(owner).annotate(how_many=Count("presented"))
    return tuple(_card(page, page.how_many, now) for page in pages)


def presentation_screen(page: PresentationPage, now: datetime) -> PresentationScreen:
    """Eight queries at any number of badges, one more below 16. Expects the owner selected."""
    is_open = page.state(now) == PageState.OPEN
    url = address_of(page.pk, page.link) if is_open else ""
    choices = _choices(page)
    alone = decides_alone(page.owner, now)
    return PresentationScreen(
        card=_card(page, sum(one.chosen for one in choices), now),
        headline=page.headline,
        about=page.about,
        shown_name=page.shown_name,
        look=page.look,
        with_outcomes=page.with_outcomes,
        with_languages=page.with_languages,
        days=page.days,
        url=url,
        qr_svg=qr_svg(url) if url else "",
        preview_url=f"/p/preview/{page.pk}",
        needs_guardian=not alone,
        approved=may_be_shown(page, now),
        names=_names(page.owner, alone),
        looks=tuple(LookChoice(value, str(label)) for value, label in Look.choices),
        choices=choices,
        languages=tuple(f"{one.name}: {one.level_label}" for one in languages_of(page.owner)),
        skills=_skills(page),
    )


def _skills(page: PresentationPage) -> tuple[SkillChoice, ...]:
    chosen = set(page.skills.values_list("pk", flat=True))
    possible = own_skills_visible_to(page.owner).filter(hidden_at=None).order_by("created_at", "id")
    return tuple(SkillChoice(one.pk, one.text, one.pk in chosen) for one in possible)


def _card(page: PresentationPage, badges: int, now: datetime) -> PresentationCard:
    state = page.state(now)
    return PresentationCard(
        id=page.pk,
        label=page.label,
        state=state.value,
        state_label=str(state.label),
        open_until=page.expires_at if state == PageState.OPEN else None,
        views=page.views,
        badges=badges,
    )


def _names(owner: User, alone: bool) -> tuple[NameChoice, ...]:
    possible = {ShownName.NICKNAME: bool(owner.nickname), ShownName.FULL: alone}
    return tuple(
        NameChoice(
            code=value,
            label=str(label),
            name=name_as(owner, value) if value != ShownName.NICKNAME else owner.nickname,
            possible=possible.get(ShownName(value), True),
        )
        for value, label in ShownName.choices
    )


def _choices(page: PresentationPage) -> tuple[BadgeChoice, ...]:
    """What is on the page in its order, then what could be, the newest first."""
    places = dict(page.presented.values_list("credential_id", "position"))
    found = list(
        showable(page.owner).select_related("version", "achievement__issuer", "achievement__club")[
            :MOST_CHOICES
        ]
    )
    work = _work(page, found)
    found.sort(key=lambda one: places.get(one.pk, MOST_CHOICES))
    return tuple(
        BadgeChoice(
            id=one.pk,
            name=in_language(one.version.name),
            art=art_view(one.achievement.kind, one.version),
            issuer_name=issuer_name(one.achievement),
            awarded_at=one.awarded_at,
            chosen=one.pk in places,
            work=tuple(work[one.pk]),
        )
        for one in found
    )


def _work(page: PresentationPage, badges: Sequence[Credential]) -> dict[UUID, list[WorkChoice]]:
    """The learner's pieces by the badge they earned."""
    known = {one.pk for one in badges}
    chosen = set(page.evidence.values_list("pk", flat=True))
    found: dict[UUID, list[WorkChoice]] = defaultdict(list)
    for piece in showable_evidence(page.owner, known).prefetch_related("credentials"):
        choice = WorkChoice(
            id=piece.pk,
            kind_label=str(EvidenceKind(piece.kind).label),
            glimpse=(piece.text or piece.url)[:GLIMPSE],
            chosen=piece.pk in chosen,
        )
        for credential in piece.credentials.all():
            if credential.pk in known:
                found[credential.pk].append(choice)
    return found

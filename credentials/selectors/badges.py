"""Badges as screens show them: frozen values in the reader's language, two queries at any number, one more for the
ladder of trust when club badges are among them, and for a screen that asks for them one for links and one for consent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from core.paging import page
from core.translated import in_language
from credentials.enums import LIVING_STATES, CredentialState
from credentials.grade_words import result_in_words
from credentials.models import Achievement, AchievementVersion, Credential, Share
from credentials.pictures import svg_path
from credentials.selectors.credentials import as_badges, shelf_of
from credentials.selectors.sharing_age import old_enough_to_share
from credentials.selectors.trust import Ladder, ladders
from people.models import User

EXPIRED = "expired"
MOST_BADGES = 60


@dataclass(frozen=True)
class ArtView:
    svg_url: str
    alt: str
    outline_url: str


@dataclass(frozen=True)
class OutcomeText:
    text: str
    criteria: tuple[str, ...]


class Outward:
    """How an owner's badges go outside; read when a screen asks, and once for all of them. Few screens do."""

    def __init__(self, owner: User, credential_ids: Iterable[UUID]) -> None:
        self._owner, self._ids = owner, tuple(credential_ids)

    @cached_property
    def may_share(self) -> bool:
        return old_enough_to_share(self._owner, timezone.now())

    @cached_property
    def shares(self) -> dict[UUID, tuple[Share, ...]]:
        """The links that work, by credential, the newest first."""
        shown = Q(credential__in=self._ids) | Q(successor__in=self._ids)
        working = Share.objects.working(timezone.now()).filter(shown)
        found: dict[UUID, tuple[Share, ...]] = {}
        for share in working.order_by("-created_at", "id"):
            # A link of an earlier one that was corrected or renewed shows what took its place.
            key = share.successor_id or share.credential_id
            found[key] = (*found.get(key, ()), share)
        return found


@dataclass(frozen=True)
class BadgeView:
    """One badge of one person. `signed_from` is when it was or will be signed; `outward` is for its owner alone."""

    id: UUID
    achievement_id: UUID
    name: str
    description: str
    kind: str
    art: ArtView
    issuer_name: str
    state: str
    awarded_at: datetime
    awarded_by: str
    group_name: str
    note: str
    result: str
    picture_url: str
    criteria: tuple[OutcomeText, ...]
    trust: Ladder
    workload_hours: float | None
    celebrated: bool
    signed: bool
    signed_from: datetime
    valid_until: datetime | None
    outward: Outward | None
    png_url: str
    json_url: str

    @property
    def may_share_publicly(self) -> bool:
        return (
            self.outward is not None
            and self.state in (CredentialState.HELD, EXPIRED)
            and self.outward.may_share
        )

    @property
    def shares(self) -> tuple[Share, ...]:
        return self.outward.shares.get(self.id, ()) if self.outward is not None else ()


@dataclass(frozen=True)
class BadgePage:
    items: tuple[BadgeView, ...]
    next: UUID | None


def art_view(kind: str, version: AchievementVersion) -> ArtView:
    return ArtView(
        svg_path(kind, version.art), in_language(version.art_alt), svg_path(kind, version.art, outlined=True)
    )


def outcomes_of(version: AchievementVersion) -> tuple[OutcomeText, ...]:
    return tuple(
        OutcomeText(in_language(outcome["text"]), tuple(in_language(one) for one in outcome["criteria"]))
        for outcome in version.learning_outcomes
    )


def issuer_name(achievement: Achievement) -> str:
    """Who stands behind it: the issuer, or the club that made it."""
    if achievement.issuer is not None:
        return in_language(achievement.issuer.name)
    return achievement.club.name if achievement.club else ""


def badge_views(credentials: Iterable[Credential], viewer: User) -> tuple[BadgeView, ...]:
    """The badges for `viewer`'s screen. Credentials come from `as_badges` (or `shelf_of`, `celebrations_of`).

    Only the owner finds links and documents; who leads the class sees the badge alone.
    """
    now = timezone.now()
    found = list(credentials)
    standing = ladders({one.achievement_id: one.achievement for one in found}.values())
    mine = Outward(viewer, (one.pk for one in found if one.recipient_id == viewer.pk))
    return tuple(
        _view(credential, viewer, now, standing[credential.achievement_id], mine) for credential in found
    )


def badge_view(credential: Credential, viewer: User) -> BadgeView:
    """One badge, read afresh."""
    return badge_views(as_badges(Credential.objects.filter(pk=credential.pk)), viewer)[0]


def shelf_page(owner: User, *, limit: int, after: object = None) -> BadgePage:
    """The owner's badges, the newest first; `after` is the id of the last one seen."""
    limit = max(1, min(limit, MOST_BADGES))
    rows: list[Credential] = page(shelf_of(owner), limit=limit + 1, after=after)
    shown = rows[:limit]
    return BadgePage(badge_views(shown, owner), shown[-1].pk if len(rows) > limit else None)


def badges_in(credentials: QuerySet[Credential], viewer: User, *, limit: int) -> tuple[BadgeView, ...]:
    """The first `limit` of any selection of credentials, as badges."""
    return badge_views(as_badges(credentials)[:limit], viewer)


def _view(credential: Credential, viewer: User, now: datetime, trust: Ladder, outward: Outward) -> BadgeView:
    loaded: Any = credential
    version, achievement, batch = credential.version, credential.achievement, credential.batch
    mine = credential.recipient_id == viewer.pk
    documents = loaded.signed_documents
    expired = credential.state == CredentialState.HELD and credential.is_expired(now)
    path = f"/credentials/{credential.pk}"
    return BadgeView(
        id=credential.pk,
        achievement_id=credential.achievement_id,
        name=in_language(version.name),
        description=in_language(version.description),
        kind=achievement.kind,
        art=art_view(achievement.kind, version),
        issuer_name=issuer_name(achievement),
        state=EXPIRED if expired else credential.state,
        awarded_at=credential.awarded_at,
        awarded_by=batch.actor.get_full_name() if batch.actor else "",
        group_name=batch.group.name if batch.group else "",
        note=credential.note if batch.words_hidden_at is None else "",
        result=result_in_words(version.result_scale, credential.result),
        picture_url=_picture_url(credential),
        criteria=outcomes_of(version),
        trust=trust,
        workload_hours=float(version.workload_hours) if version.workload_hours is not None else None,
        celebrated=credential.celebrated_at is not None,
        signed=bool(documents),
        signed_from=documents[0].issued_at if documents else batch.undo_until,
        valid_until=credential.valid_until,
        outward=outward if mine else None,
        png_url=f"{path}.png" if mine and documents else "",
        json_url=f"{path}.json" if mine and documents else "",
    )


def _picture_url(credential: Credential) -> str:
    """The picture of the occasion, for those who may see this badge at all while it is theirs."""
    batch = credential.batch
    shown = (
        batch.picture_id is not None and batch.words_hidden_at is None and credential.state in LIVING_STATES
    )
    return f"/media/{batch.picture_id}" if shown else ""

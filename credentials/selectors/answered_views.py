"""Badges on the screens of those who answer for them: a list to find one in, one with its history, what to renew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from core.paging import page
from core.translated import in_language
from credentials.enums import CredentialState, RevocationKind
from credentials.grade_words import result_in_words
from credentials.models import Achievement, Credential, StackReview
from credentials.scales import Scale
from credentials.selectors.achievements import awardable_in
from credentials.selectors.answering import answered_credentials, may_correct, may_revoke, reviews_visible_to
from credentials.selectors.badges import EXPIRED, ArtView, art_view, issuer_name
from credentials.selectors.histories import HistoryLine, history_of
from people.models import Group, User
from people.selectors.groups import belongs_to, students_of

MOST_LISTED, MOST_BADGES, MOST_TO_RENEW, MOST_REVIEWS = 50, 10, 100, 50
RENEWED_FROM = timedelta(days=60)


@dataclass(frozen=True)
class AnsweredLine:
    """`state` is awarded, held, expired, revoked or replaced."""

    id: UUID
    learner: str
    badge_name: str
    art: ArtView
    group_name: str
    state: str
    awarded_at: datetime


@dataclass(frozen=True)
class AnsweredPage:
    items: tuple[AnsweredLine, ...]
    next: UUID | None


@dataclass(frozen=True)
class AnsweredView:
    """One badge for who answers for it. Words and picture of the occasion are only its class's."""

    id: UUID
    learner: str
    badge_name: str
    art: ArtView
    issuer_name: str
    group_name: str
    state: str
    awarded_at: datetime
    awarded_by: str
    valid_until: datetime | None
    place: str
    # The grade as it is kept, and the scale on which another one may be said.
    result: str
    result_in_words: str
    result_scale: Scale | None
    activity: str
    revocation: str
    newer_description: bool
    may_revoke: bool
    may_correct: bool
    may_renew: bool
    # Took it by a link and is in no group of those who gave it: they see the person nowhere else.
    is_outside: bool
    history: tuple[HistoryLine, ...]


@dataclass(frozen=True)
class Renewable:
    """A badge that some people of a group have to renew: over, or ending within 60 days."""

    achievement_id: UUID
    badge_name: str
    art: ArtView
    people: tuple[RenewablePerson, ...]


@dataclass(frozen=True)
class RenewablePerson:
    user_id: UUID
    name: str
    valid_until: datetime
    over: bool


@dataclass(frozen=True)
class ReviewLine:
    """A larger badge (`credential_id`) one part of which was taken back."""

    id: UUID
    credential_id: UUID
    learner: str
    badge_name: str
    part_name: str
    opened_at: datetime


def answered_page(user: User, *, search: str = "", limit: int = 30, after: object = None) -> AnsweredPage:
    """What one answers for, the newest first, by the learner's name or the badge's. One query and one for a page on."""
    limit = max(1, min(limit, MOST_LISTED))
    rows = (
        _found(answered_credentials(user), search).select_related("recipient").order_by("-awarded_at", "id")
    )
    found: list[Credential] = page(rows, limit=limit + 1, after=after)
    shown = found[:limit]
    return AnsweredPage(tuple(_line(row) for row in shown), shown[-1].pk if len(found) > limit else None)


def answered_view(credential: Credential, viewer: User) -> AnsweredView:
    """One of them, read afresh."""
    row = Credential.objects.select_related(
        "version",
        "achievement__issuer",
        "achievement__club",
        "batch__group__parent",
        "batch__actor",
        "recipient",
    ).get(pk=credential.pk)
    line = _line(row)
    living = line.state in (CredentialState.AWARDED, CredentialState.HELD, EXPIRED)
    return AnsweredView(
        id=row.pk,
        learner=line.learner,
        badge_name=line.badge_name,
        art=line.art,
        issuer_name=issuer_name(row.achievement),
        group_name=line.group_name,
        state=line.state,
        awarded_at=row.awarded_at,
        awarded_by=row.batch.actor.get_full_name() if row.batch.actor else "",
        valid_until=row.valid_until,
        place=str(row.context.get("place", "")),
        result=row.result,
        result_in_words=result_in_words(row.version.result_scale, row.result),
        result_scale=Scale.from_json(row.version.result_scale),
        activity=str(row.context.get("activity", "")),
        revocation=str(RevocationKind(row.revocation_kind).label) if row.revocation_kind else "",
        newer_description=row.achievement.current_version_id != row.version_id,
        may_revoke=living and may_revoke(viewer, row),
        may_correct=living and may_correct(viewer, row),
        may_renew=can_be_renewed(row, timezone.now()) and may_correct(viewer, row),
        is_outside=_is_outside(row),
        history=history_of(row),
    )


def can_be_renewed(credential: Credential, now: datetime) -> bool:
    """Held, for a time that is over or ends within 60 days."""
    ends = credential.valid_until
    held = credential.state == CredentialState.HELD and credential.replaced_at is None
    return held and ends is not None and ends <= now + RENEWED_FROM


def _is_outside(row: Credential) -> bool:
    group = row.batch.group
    return group is None or not belongs_to(row.recipient, group)


def renewable_in(group: Group) -> tuple[Renewable, ...]:
    """What people of the group have to renew and those who lead it may award: two queries."""
    now = timezone.now()
    rows = (
        Credential.objects.living()
        .filter(
            recipient__in=students_of(group).values("pk"),
            state=CredentialState.HELD,
            valid_until__lte=now + RENEWED_FROM,
            achievement__in=awardable_in(group).values("pk"),
        )
        .select_related("achievement__current_version", "version", "recipient")
        .order_by("valid_until", "id")[: MOST_BADGES * MOST_TO_RENEW]
    )
    by_badge: dict[Achievement, list[RenewablePerson]] = {}
    for row in rows:
        if row.valid_until is not None:
            person = RenewablePerson(
                row.recipient_id, row.recipient.get_full_name(), row.valid_until, row.is_expired(now)
            )
            by_badge.setdefault(row.achievement, []).append(person)
    found = list(by_badge.items())[:MOST_BADGES]
    return tuple(_renewable(badge, people[:MOST_TO_RENEW]) for badge, people in found)


def reviews_waiting(user: User) -> tuple[ReviewLine, ...]:
    """Larger badges about which the person has to decide, the longest waiting first. One query."""
    rows = reviews_visible_to(user).filter(decided_at=None).order_by("opened_at", "id")[:MOST_REVIEWS]
    return tuple(_review(row) for row in rows)


def _found(rows: QuerySet[Credential], search: str) -> QuerySet[Credential]:
    for word in search.split()[:4]:
        rows = rows.filter(
            Q(recipient__family_name__icontains=word)
            | Q(recipient__given_name__icontains=word)
            | Q(recipient__nickname__icontains=word)
            | Q(version__name__pl__icontains=word)
            | Q(version__name__en__icontains=word)
            | Q(version__name__uk__icontains=word)
        )
    return rows


def _line(row: Credential) -> AnsweredLine:
    state = str(row.state)
    if row.replaced_at is not None and state != CredentialState.REVOKED:
        state = "replaced"
    elif state == CredentialState.HELD and row.is_expired(timezone.now()):
        state = EXPIRED
    return AnsweredLine(
        row.pk,
        row.recipient.get_full_name() or row.recipient.public_name,
        in_language(row.version.name),
        art_view(row.achievement.kind, row.version),
        row.batch.group.name if row.batch.group else "",
        state,
        row.awarded_at,
    )


def _renewable(badge: Achievement, people: list[RenewablePerson]) -> Renewable:
    version = badge.current_version
    assert version is not None
    return Renewable(badge.pk, in_language(version.name), art_view(badge.kind, version), tuple(people))


def _review(row: StackReview) -> ReviewLine:
    return ReviewLine(
        row.pk,
        row.credential_id,
        row.credential.recipient.get_full_name() or row.credential.recipient.public_name,
        in_language(row.credential.version.name),
        in_language(row.part.version.name),
        row.opened_at,
    )

"""The ladder of trust (product.md §6): where a badge stands, and who stands behind it, in words.

club badge → endorsed by people or organisations → digital badge of an issuer → microcredential
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.access import visible
from core.translated import in_language
from credentials.addresses import endorsement_path
from credentials.enums import AchievementKind
from credentials.models import Achievement, Endorsement
from credentials.selectors.achievements import achievements_visible_to
from credentials.selectors.endorsers import (
    ADULT,
    STAFF_ROLES,
    groups_spoken_for,
    issuers_spoken_for,
)
from people.models import Membership, User

MOST_ENDORSEMENTS = 20
MOST_NAMED = 2
# More endorsements of one badge than this are never read at once.
MOST_READ = 200


class Rung(StrEnum):
    CLUB_BADGE = "club_badge"
    ENDORSED = "endorsed"
    DIGITAL_BADGE = "digital_badge"
    MICROCREDENTIAL = "microcredential"


LABELS: dict[Rung, Promise] = {
    Rung.CLUB_BADGE: _("Club badge"),
    Rung.ENDORSED: _("Endorsed club badge"),
    Rung.DIGITAL_BADGE: _("Digital badge"),
    Rung.MICROCREDENTIAL: _("Microcredential"),
}


@dataclass(frozen=True)
class Step:
    """One rung, for showing: `code` is a Rung."""

    code: str
    label: str


@dataclass(frozen=True)
class Ladder:
    """`line` says in one sentence who stands behind it; `rungs` are all four from below."""

    rung: str
    label: str
    line: str
    rungs: tuple[Step, ...]


@dataclass(frozen=True)
class EndorsementLine:
    """`by` is a name that may be shown: nobody under 18 is named."""

    id: UUID
    by: str
    text: str
    at: datetime
    mine: bool
    # Of an organisation about a formal badge: the signed words, as a document that anybody may check.
    signed_path: str = ""


@visible(Endorsement)
def endorsements_visible_to(user: User | AnonymousUser) -> QuerySet[Endorsement]:
    """Those of badges one may see, and what one gave in one's own name or that of whom one speaks for."""
    if user.is_anonymous or not user.is_active:
        return Endorsement.objects.none()
    mine = Q(by=user) | Q(group__in=groups_spoken_for(user)) | Q(issuer__in=issuers_spoken_for(user))
    seen = Q(hidden_at=None, achievement__in=achievements_visible_to(user))
    return Endorsement.objects.filter(seen | mine, withdrawn_at=None).select_related(
        "achievement__club", "achievement__current_version", "group", "issuer"
    )


def ladder(achievement: Achievement, language: str | None = None) -> Ladder:
    """Where one badge stands. Expects issuer, club and the club's parent selected; one query for a club badge."""
    return ladders([achievement], language)[achievement.pk]


def ladders(achievements: Iterable[Achievement], language: str | None = None) -> dict[UUID, Ladder]:
    """The same for many, by id: one query when club badges are among them, none otherwise."""
    badges = {one.pk: one for one in achievements}
    standing: dict[UUID, list[Endorsement]] = {key: [] for key in badges}
    of_clubs = [key for key, one in badges.items() if one.kind == AchievementKind.CLUB_BADGE]
    if of_clubs:
        for one in _standing().filter(achievement__in=of_clubs)[: MOST_READ * len(of_clubs)]:
            standing[one.achievement_id].append(one)
    with translation.override(language or translation.get_language()):
        rungs = tuple(Step(rung.value, str(label)) for rung, label in LABELS.items())
        return {key: _ladder(one, standing[key], rungs) for key, one in badges.items()}


def endorsements_of(achievement: Achievement, viewer: User | AnonymousUser) -> tuple[EndorsementLine, ...]:
    """Who stands up for a badge, organisations first, then the newest: at most twenty. One query.

    A formal badge is endorsed by organisations alone (`services.formal_endorsing`).
    """
    found = list(_standing().filter(achievement=achievement)[:MOST_READ])
    found.sort(key=lambda one: (one.group_id is None and one.issuer_id is None, -one.created_at.timestamp()))
    return tuple(
        EndorsementLine(
            one.pk, _shown(one), one.text, one.created_at, one.by_id is not None and one.by_id == viewer.pk,
            _signed_path(one),
        )
        for one in found[:MOST_ENDORSEMENTS]
    )  # fmt: skip


def _signed_path(endorsement: Endorsement) -> str:
    version = endorsement.signed.version if hasattr(endorsement, "signed") else None
    return endorsement_path(version, endorsement.pk) if version is not None else ""


def words_of_endorsers(achievement: Achievement) -> list[Endorsement]:
    """Those of `endorsements_of` that say something. One query."""
    return [one for one in _standing().filter(achievement=achievement)[:MOST_ENDORSEMENTS] if one.text]


def _standing() -> QuerySet[Endorsement]:
    """Endorsements that count and may be shown, with what their names depend on."""
    of_person = Membership.objects.current().filter(user=OuterRef("by"))
    return (
        Endorsement.objects.filter(withdrawn_at=None, hidden_at=None)
        .filter(Q(by__is_active=True) | Q(group__isnull=False) | Q(issuer__isnull=False))
        .select_related("by", "group", "issuer", "signed__version__achievement")
        .defer("signed__body")
        .annotate(
            by_staff=Exists(of_person.filter(role__in=STAFF_ROLES)),
            from_inside=Exists(of_person.filter(group=OuterRef("achievement__club"))),
        )
        .order_by("-created_at", "id")
    )


def _ladder(achievement: Achievement, standing: list[Endorsement], rungs: tuple[Step, ...]) -> Ladder:
    if achievement.kind != AchievementKind.CLUB_BADGE:
        rung = Rung(achievement.kind)
        issuer = in_language(achievement.issuer.name) if achievement.issuer else ""
        return Ladder(
            rung, str(LABELS[rung]), gettext("%(issuer)s answers for it.") % {"issuer": issuer}, rungs
        )
    # The club's own members may say a word, but a club does not lift its own badge.
    lifting = [one for one in standing if one.group_id or one.issuer_id or not _is_insider(one)]
    rung = Rung.ENDORSED if lifting else Rung.CLUB_BADGE
    vouching = achievement.club.parent_id if achievement.club else None
    others = [one for one in lifting if vouching is None or one.group_id != vouching]
    parts = [_club_line(achievement, len(others) < len(lifting)), _endorsed_line(others) if others else ""]
    line = " ".join(filter(None, parts))
    return Ladder(rung, str(LABELS[rung]), line, rungs)


def _club_line(achievement: Achievement, is_endorsed_by_parent: bool) -> str:
    """Who vouches for the leader and stands up for the badge as well is named once, here."""
    club = achievement.club
    name = club.name if club else ""
    if club is not None and club.parent is not None:
        words = gettext(
            "The club %(club)s values this. %(school)s vouches for its leader; no issuer stands behind it."
        )
        if is_endorsed_by_parent:
            words = gettext(
                "The club %(club)s values this. %(school)s vouches for its leader and endorses the badge; "
                "no issuer stands behind it."
            )
        return words % {"club": name, "school": club.parent.name}
    return gettext("The club %(club)s values this. Nobody outside the club stands behind it.") % {
        "club": name
    }


def _endorsed_line(lifting: list[Endorsement]) -> str:
    named = [_shown(one) for one in lifting if one.group_id or one.issuer_id]
    people = len(lifting) - len(named)
    others = max(0, len(named) - MOST_NAMED)
    parts = named[:MOST_NAMED]
    if others:
        parts.append(ngettext("%(count)d more", "%(count)d more", others) % {"count": others})
    if people:
        parts.append(ngettext("%(count)d person", "%(count)d people", people) % {"count": people})
    return gettext("Endorsed by: %(names)s.") % {"names": ", ".join(parts)}


def _is_insider(endorsement: Endorsement) -> bool:
    return bool(endorsement.from_inside)  # type: ignore[attr-defined]  # annotated above


def _shown(endorsement: Endorsement) -> str:
    """A school, an organisation, an issuer or whoever works with young people by name; another adult as they are known
    outside; nobody under 18, and nobody whose age is unknown, by any name.
    """
    if endorsement.group is not None:
        return endorsement.group.name
    if endorsement.issuer is not None:
        return in_language(endorsement.issuer.name)
    person = endorsement.by
    if person is None:
        return gettext("somebody who is not here any more")
    age = person.age_on(timezone.localdate())
    if age is not None and age < ADULT:
        return gettext("a member of the club")
    if endorsement.by_staff:  # type: ignore[attr-defined]  # annotated above
        return person.get_full_name()
    return person.public_name if age is not None else gettext("a member of the club")

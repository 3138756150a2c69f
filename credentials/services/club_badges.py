"""Club badges: made in a minute by whoever leads the club, described like everything else that can be earned.

A club badge says that people value something. It claims no skills: no framework, no tags, no assessment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from core.translated import LANGUAGES, in_language
from credentials.art.badge_art import ArtRefused, BadgeArt
from credentials.art.choices import SHAPES, SYMBOLS
from credentials.domain_events import AchievementRestored, AchievementWithdrawn
from credentials.enums import AchievementKind
from credentials.models import Achievement, AchievementVersion
from credentials.selectors.catalogue_pages import forget_catalogue
from credentials.services.defining import create_draft, digest_of, publish
from credentials.slugs import unguessable_slug
from people.audiences import for_group
from people.enums import GroupKind
from people.models import Group, User

NAME_LETTERS, CRITERION_LETTERS, DESCRIPTION_LETTERS = 60, 200, 300


@dataclass(frozen=True)
class ClubBadgeDesign:
    """What a leader chooses and writes. `criterion` (one sentence) and `description` may stay empty; `ribbon` is
    "none" for every club badge.
    """

    name: str
    shape: str
    palette: str
    symbol: str
    ribbon: str = "none"
    criterion: str = ""
    description: str = ""


def make(
    club_group: Group, *, design: ClubBadgeDesign, actor: User | None, discreet: bool = False
) -> Achievement:
    """Publish a new badge of a club, at once; `discreet` keeps the names of both out of its address.

    Raises Refusal NOT_A_CLUB for another kind of group or an archived one, ART_UNKNOWN, or TEXT_… about a field.
    """
    if club_group.kind != GroupKind.CLUB or club_group.archived_at is not None:
        raise Refusal("NOT_A_CLUB", _("Only a club that is open can make a badge of its own."))
    described = _described(design, club_group)
    with transaction.atomic():
        draft = create_draft(
            slug=unguessable_slug("" if discreet else f"{club_group.name}-{described['name']['pl']}", "club"),
            kind=AchievementKind.CLUB_BADGE, club=club_group, **described,
        )  # fmt: skip
        return publish(draft, actor=actor, now=timezone.now()).achievement


def change(achievement: Achievement, design: ClubBadgeDesign, *, actor: User | None) -> Achievement:
    """Publish the next version. Who has the badge keeps the one they got; the same design changes nothing.

    Raises Refusal NOT_A_CLUB_BADGE, ART_UNKNOWN, or TEXT_… about a field.
    """
    club = _club_of(achievement)
    described = _described(design, club)
    with transaction.atomic():
        locked = Achievement.objects.select_for_update().get(pk=achievement.pk)
        current = locked.current_version
        if current and current.digest == digest_of(AchievementVersion(achievement=locked, **described)):
            return locked
        draft = create_draft(slug=locked.slug, kind=locked.kind, club=club, **described)
        return publish(draft, actor=actor, now=timezone.now()).achievement


def design_of(version: AchievementVersion) -> ClubBadgeDesign:
    """What the designer is filled with; the words that stand in for an empty description are left out."""
    club = version.achievement.club
    criteria = [one for outcome in version.learning_outcomes for one in outcome["criteria"]]
    criterion = in_language(criteria[0]) if criteria else ""
    description = in_language(version.description)
    stand_ins = {*_stand_in(club.name if club else "").values(), criterion}
    return ClubBadgeDesign(
        name=in_language(version.name), shape=version.art["shape"], palette=version.art["palette"],
        symbol=version.art["symbol"], ribbon=version.art.get("ribbon", "none"), criterion=criterion,
        description="" if description in stand_ins else description,
    )  # fmt: skip


def withdraw(achievement: Achievement, *, actor: User | None, now: datetime) -> None:
    """Put a badge away: it is not offered for awarding any more. Again changes nothing."""
    club = _club_of(achievement)
    with transaction.atomic():
        if Achievement.objects.filter(pk=achievement.pk, withdrawn_at=None).update(withdrawn_at=now):
            emit(
                AchievementWithdrawn(achievement_id=achievement.pk), actor=actor, audience=for_group(club.pk)
            )
            transaction.on_commit(forget_catalogue)
    achievement.refresh_from_db(fields=["withdrawn_at"])


def restore(achievement: Achievement, *, actor: User | None) -> None:
    """Take a badge out again. Again changes nothing."""
    club = _club_of(achievement)
    with transaction.atomic():
        if Achievement.objects.filter(pk=achievement.pk, withdrawn_at__isnull=False).update(
            withdrawn_at=None
        ):
            emit(AchievementRestored(achievement_id=achievement.pk), actor=actor, audience=for_group(club.pk))
            transaction.on_commit(forget_catalogue)
    achievement.refresh_from_db(fields=["withdrawn_at"])


def hide(achievement: Achievement, *, now: datetime) -> None:
    """Reported: nobody but the club's leaders sees or awards it until somebody has decided."""
    Achievement.objects.filter(pk=achievement.pk, hidden_at=None).update(hidden_at=now)
    transaction.on_commit(forget_catalogue)


def show_again(achievement: Achievement) -> None:
    """The decision was that it stays."""
    Achievement.objects.filter(pk=achievement.pk).update(hidden_at=None)
    transaction.on_commit(forget_catalogue)


def _club_of(achievement: Achievement) -> Group:
    if achievement.kind != AchievementKind.CLUB_BADGE or achievement.club is None:
        raise Refusal("NOT_A_CLUB_BADGE", _("This is not a badge of a club."))
    return achievement.club


def _described(design: ClubBadgeDesign, club: Group) -> dict[str, Any]:
    """Fields of AchievementVersion. What a leader writes is kept as it was written, in whichever language."""
    name = clean_text(design.name, limit=NAME_LETTERS, multiline=False, field="name", required=True)
    criterion = clean_text(design.criterion, limit=CRITERION_LETTERS, multiline=False, field="criterion")
    description = clean_text(design.description, limit=DESCRIPTION_LETTERS, field="description")
    art = {
        "shape": design.shape, "palette": design.palette, "symbol": design.symbol,
        "ribbon": design.ribbon or "none",
    }  # fmt: skip
    try:
        BadgeArt(**art, kind="club_badge")
    except ArtRefused as error:
        raise Refusal(
            "ART_UNKNOWN", _("This picture cannot be drawn for this kind of badge."), "art"
        ) from error
    said = description or criterion
    outcome = {"id": "club.1", "text": {"pl": name}, "criteria": [{"pl": criterion}]}
    return {
        "name": {"pl": name},
        "description": {"pl": said} if said else _stand_in(club.name),
        "art": art,
        "art_alt": {
            language: f"{SHAPES[design.shape].label[language]}: {SYMBOLS[design.symbol].label[language]}"
            for language in LANGUAGES
        },
        "learning_outcomes": [outcome] if criterion else [],
        # As it is read back, so that the same design has the same digest.
        "cost_amount": Decimal(0),
    }


def _stand_in(club: str) -> dict[str, str]:
    """A description for who wrote none."""
    words = {}
    for language in LANGUAGES:
        with translation.override(language):
            words[language] = gettext("A badge of the club “%(club)s”.") % {"club": club}
    return words

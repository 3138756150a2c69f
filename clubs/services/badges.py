"""Badges of a club: made in a minute, changed, archived, shared with other clubs and taken from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clubs.domain_events import ClubBadgeMade
from clubs.models import Club, ClubBadge
from clubs.selectors.limits import badges_left
from clubs.services.refusing import require_open
from core.emitting import emit
from core.refusals import Refusal
from credentials.models import Achievement
from credentials.services import club_badges
from credentials.services.club_badges import ClubBadgeDesign
from people.audiences import for_group
from people.models import Group, User

FEWEST_NOMINATIONS, MOST_NOMINATIONS = 2, 20


def design_of(written: Mapping[str, Any]) -> ClubBadgeDesign:
    """What a person chose and wrote, as the room downstairs takes it."""
    names = ("name", "shape", "palette", "symbol", "ribbon", "criterion", "description")
    return ClubBadgeDesign(
        **{name: written.get(name) or ("none" if name == "ribbon" else "") for name in names}
    )


@transaction.atomic
def make_badge(club: Club, written: Mapping[str, Any], *, actor: User, now: datetime) -> Achievement:
    """Make and publish a badge. Raises Refusal BADGES_A_WEEK for an unvouched club, or about the design."""
    needed = nominations_of(written.get("nominations_needed"))
    return _add(club, design_of(written), actor=actor, now=now, nominations_needed=needed)


@transaction.atomic
def change_badge(achievement: Achievement, written: Mapping[str, Any], *, actor: User) -> Achievement:
    """Change its look and words; who has it keeps what they got. An empty number of nominations ends nominating."""
    needed = nominations_of(written.get("nominations_needed"))
    changed = club_badges.change(achievement, design_of(written), actor=actor)
    special(changed, made_by=actor)
    ClubBadge.objects.filter(achievement=changed).update(nominations_needed=needed)
    return changed


@transaction.atomic
def archive_badge(achievement: Achievement, *, actor: User, now: datetime) -> Achievement:
    """Offer it no more, neither here nor in the pool."""
    club_badges.withdraw(achievement, actor=actor, now=now)
    ClubBadge.objects.filter(achievement=achievement).update(pooled_at=None)
    return achievement


def restore_badge(achievement: Achievement, *, actor: User) -> Achievement:
    club_badges.restore(achievement, actor=actor)
    return achievement


@transaction.atomic
def share_in_pool(achievement: Achievement, *, shared: bool, actor: User, now: datetime) -> Achievement:
    """Let other clubs take and adapt it, or no longer. Raises Refusal NOT_VOUCHED or BADGE_ARCHIVED."""
    club = _club_of(achievement)
    if shared and not club.is_vouched:
        raise Refusal("NOT_VOUCHED", _("A club shares badges once somebody vouches for it."))
    if shared and (achievement.withdrawn_at or achievement.hidden_at):
        raise Refusal("BADGE_ARCHIVED", _("This badge is not offered any more. Restore it first."))
    badge = special(achievement, made_by=actor)
    badge.pooled_at = (badge.pooled_at or now) if shared else None
    badge.save(update_fields=["pooled_at"])
    return achievement


@transaction.atomic
def adapt_badge(club: Club, source: Achievement, *, actor: User, now: datetime) -> Achievement:
    """Take a badge of the pool into one's own club: a copy to make one's own, and its source stays named.

    Raises Refusal NOT_IN_POOL, or BADGE_TAKEN for one that the club has taken before.
    """
    pooled = ClubBadge.objects.filter(achievement=source, pooled_at__isnull=False)
    version = source.current_version
    if (
        source.club_id == club.pk
        or source.withdrawn_at
        or source.hidden_at
        or not pooled.exists()
        or not version
    ):
        raise Refusal("NOT_IN_POOL", _("This badge is not in the pool any more."))
    if ClubBadge.objects.filter(adapted_from=source, achievement__club=club.group).exists():
        raise Refusal("BADGE_TAKEN", _("Your club has taken this badge already."))
    design = club_badges.design_of(version)
    return _add(club, design, actor=actor, now=now, adapted_from=source)


def nominations_of(value: int | None) -> int | None:
    """How many different members it takes; None or 0 for none."""
    if not value:
        return None
    if not FEWEST_NOMINATIONS <= value <= MOST_NOMINATIONS:
        raise Refusal(
            "NOMINATIONS_NEEDED",
            _("Choose from %(fewest)d to %(most)d nominations."),
            "nominations_needed",
            fewest=FEWEST_NOMINATIONS,
            most=MOST_NOMINATIONS,
        )
    return value


def special(achievement: Achievement, *, made_by: User | None) -> ClubBadge:
    """The row that says what is special about it; badges that came with the seed get theirs here."""
    return ClubBadge.objects.get_or_create(achievement=achievement, defaults={"created_by": made_by})[0]


def _add(
    club: Club,
    design: ClubBadgeDesign,
    *,
    actor: User,
    now: datetime,
    nominations_needed: int | None = None,
    adapted_from: Achievement | None = None,
) -> Achievement:
    require_open(club)
    # Two badges at the same moment are counted one after the other.
    Group.objects.select_for_update().get(pk=club.group_id)
    if badges_left(club, now) == 0:
        raise Refusal(
            "BADGES_A_WEEK",
            _(
                "That was the last new badge for this week. Once somebody vouches for the club, there is no limit."
            ),
        )
    made = club_badges.make(club.group, design=design, actor=actor, discreet=club.is_sensitive)
    ClubBadge.objects.create(
        achievement=made, created_by=actor, nominations_needed=nominations_needed, adapted_from=adapted_from
    )
    fact = ClubBadgeMade(group_id=club.group_id, achievement_id=made.pk)
    emit(fact, actor=actor, audience=for_group(club.group_id))
    return made


def _club_of(achievement: Achievement) -> Club:
    return Club.objects.select_related("group").get(group=achievement.club_id)

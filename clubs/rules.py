"""Who may do what with a club. The single law that every door obeys (architecture.md §3)."""

from __future__ import annotations

import rules

from clubs.models import Club, ClubBadge, Nomination, Vouch
from clubs.selectors.visibility import is_known
from core.access import may
from credentials.enums import AchievementKind
from credentials.models import Achievement
from credentials.rules import VIEW_ACHIEVEMENT
from people.models import User
from people.rules import is_oneself
from people.selectors.groups import belongs_to, coordinates, leads

SEE_MINE = "clubs.see_my_clubs"
START_CLUB = "clubs.start_club"
JOIN_CLUB = "clubs.join_club"
VIEW_CLUB = "clubs.view_club"
TAKE_PART = "clubs.take_part"
LEAD_CLUB = "clubs.lead_club"
# Archive, restore, hand on: who leads it, and who answers for it.
KEEP_CLUB = "clubs.keep_club"
VIEW_VOUCH = "clubs.view_vouch"
DECIDE_VOUCH = "clubs.decide_vouch"
VIEW_CLUB_BADGE = "clubs.view_clubbadge"
VIEW_BADGE_OF_CLUB = "clubs.view_badge_of_club"
MANAGE_BADGE = "clubs.manage_badge"
ENDORSE_BADGE = "clubs.endorse_badge"
VIEW_NOMINATION = "clubs.view_nomination"


@rules.predicate
def is_member(user: User, club: Club | None) -> bool:
    return club is not None and belongs_to(user, club.group)


@rules.predicate
def leads_club(user: User, club: Club | None) -> bool:
    return club is not None and leads(user, club.group)


@rules.predicate
def answers_for_club(user: User, club: Club | None) -> bool:
    """Coordinates the school or organisation that vouches for it."""
    return club is not None and club.group.parent_id is not None and coordinates(user, club.group)


@rules.predicate
def may_find(user: User, club: Club | None) -> bool:
    return club is not None and is_known(user) and club.is_findable


@rules.predicate
def asked_for_vouch(user: User, vouch: Vouch | None) -> bool:
    return vouch is not None and leads(user, vouch.club.group)


@rules.predicate
def decides_vouch(user: User, vouch: Vouch | None) -> bool:
    return vouch is not None and coordinates(user, vouch.by)


@rules.predicate
def sees_what_is_earned(user: User, badge: ClubBadge | None) -> bool:
    return badge is not None and may(user, VIEW_ACHIEVEMENT, badge.achievement)


@rules.predicate
def is_club_badge(user: User, achievement: Achievement | None) -> bool:
    return achievement is not None and achievement.kind == AchievementKind.CLUB_BADGE


@rules.predicate
def sees_achievement(user: User, achievement: Achievement | None) -> bool:
    return achievement is not None and may(user, VIEW_ACHIEVEMENT, achievement)


@rules.predicate
def leads_club_of_badge(user: User, achievement: Achievement | None) -> bool:
    return achievement is not None and achievement.club is not None and leads(user, achievement.club)


@rules.predicate
def wrote_or_decides(user: User, nomination: Nomination | None) -> bool:
    if nomination is None or not user.is_active:
        return False
    return nomination.nominator_id == user.pk or leads(user, nomination.group)


rules.add_perm(SEE_MINE, is_oneself)
rules.add_perm(START_CLUB, is_oneself)
rules.add_perm(JOIN_CLUB, is_oneself)
rules.add_perm(VIEW_CLUB, is_member | answers_for_club | may_find)
rules.add_perm(TAKE_PART, is_member)
rules.add_perm(LEAD_CLUB, leads_club)
rules.add_perm(KEEP_CLUB, leads_club | answers_for_club)
rules.add_perm(VIEW_VOUCH, asked_for_vouch | decides_vouch)
rules.add_perm(DECIDE_VOUCH, decides_vouch)
rules.add_perm(VIEW_CLUB_BADGE, sees_what_is_earned)
rules.add_perm(VIEW_BADGE_OF_CLUB, is_club_badge & sees_achievement)
rules.add_perm(MANAGE_BADGE, is_club_badge & leads_club_of_badge)
rules.add_perm(ENDORSE_BADGE, is_club_badge & sees_achievement)
rules.add_perm(VIEW_NOMINATION, wrote_or_decides)

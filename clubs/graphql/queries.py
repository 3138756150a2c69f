"""Reading clubs. Each field names its permission; the selectors do the reading."""

from __future__ import annotations

from typing import Any

import graphene
from django.utils import timezone

from clubs import rules
from clubs.enums import SENSITIVE_KINDS, ClubKind, Joining, ThanksWord
from clubs.graphql import badge_types, types
from clubs.models import Club
from clubs.selectors import (
    badges,
    cards,
    desk,
    guardians,
    members,
    nominations,
    recognise_screens,
    screens,
    vouches,
)
from core.access import NotFound, as_uuid, may
from core.graphql import SELF, few, query_field
from credentials.models import Achievement
from credentials.rules import ENDORSE
from people.enums import ReportReason


def badge_view(achievement: Achievement, viewer: Any) -> badges.ClubBadgeView:
    """One badge as `viewer` may see and change it."""
    leads = may(viewer, rules.MANAGE_BADGE, achievement)
    endorses = not leads and may(viewer, ENDORSE, achievement)
    return badges.club_badge(achievement, viewer, leads=leads, may_endorse=endorses)


def choices_of(choices: Any) -> list[dict[str, str]]:
    return [{"code": value, "label": str(label)} for value, label in choices]


class Queries:
    @query_field(few(types.ClubCard, most=50), permission=rules.SEE_MINE, target=SELF)
    def my_clubs(info, target):
        return cards.my_clubs(target)

    @query_field(
        few(types.PendingClub, most=20),
        permission=rules.SEE_MINE,
        target=SELF,
        description="Clubs one has asked to be in, and is not yet.",
    )
    def my_pending_clubs(info, target):
        return guardians.pending_clubs(target)

    @query_field(
        graphene.NonNull(graphene.Int),
        permission=rules.SEE_MINE,
        target=SELF,
        description="Open reports and questions to vouch that wait for this person’s answer.",
    )
    def desk_waits(info, target):
        return desk.waiting_for(target)

    @query_field(types.ClubScreen, permission=rules.VIEW_CLUB, target=Club, target_argument="group_id")
    def club(info: Any, target: Club) -> screens.ClubScreen:
        return screens.club_screen(target, info.context.user)

    @query_field(
        graphene.NonNull(types.ClubChoices),
        permission=rules.SEE_MINE,
        target=SELF,
        description="What the forms of clubs offer: kinds, thanks, ways of joining.",
    )
    def club_choices(info, target):
        return {
            "kinds": [
                {**one, "sensitive": one["code"] in SENSITIVE_KINDS} for one in choices_of(ClubKind.choices)
            ],
            "joining": choices_of(Joining.choices),
            "thanks": choices_of(ThanksWord.choices),
            "report_reasons": choices_of(ReportReason.choices),
        }

    @query_field(
        types.ClubMembers,
        permission=rules.LEAD_CLUB,
        target=Club,
        target_argument="group_id",
        description="Members for those who lead: roles, requests, blocks. Never exported.",
    )
    def club_members(info, target):
        return members.club_members(target)

    @query_field(
        badge_types.RecogniseScreen,
        permission=rules.LEAD_CLUB,
        target=Club,
        target_argument="group_id",
        achievement_id=graphene.ID(),
        description="The screen on which a leader hands out a badge: recent ones, faces, who is here.",
    )
    def recognise_screen(
        info: Any, target: Club, achievement_id: str | None = None
    ) -> recognise_screens.RecogniseScreen:
        chosen = as_uuid(achievement_id)
        found = recognise_screens.recognise_screen(target, info.context.user, chosen)
        if found is None or (achievement_id is not None and chosen is None):
            raise NotFound
        return found

    @query_field(
        badge_types.BadgeDesigner,
        permission=rules.LEAD_CLUB,
        target=Club,
        target_argument="group_id",
        description="Shapes, palettes, symbols and ribbons of club badges.",
    )
    def badge_designer(info, target):
        return badges.designer(target, timezone.now())

    @query_field(badge_types.ClubBadgeView, permission=rules.VIEW_BADGE_OF_CLUB, target=Achievement)
    def club_badge(info: Any, target: Achievement) -> badges.ClubBadgeView:
        return badge_view(target, info.context.user)

    @query_field(
        badge_types.PoolPage,
        permission=rules.LEAD_CLUB,
        target=Club,
        target_argument="group_id",
        search=graphene.String(),
        limit=graphene.Int(default_value=30),
        after=graphene.ID(),
        description="Club badges that other clubs may take and adapt.",
    )
    def badge_pool(info, target, search=None, limit=30, after=None):
        return badges.badge_pool(target, search=search or "", limit=limit, after=after)

    @query_field(
        few(badge_types.NominationPile, most=30, required=False),
        permission=rules.LEAD_CLUB,
        target=Club,
        target_argument="group_id",
        description="Nominations that wait for the leader's glance.",
    )
    def nominations_to_decide(info, target):
        return nominations.nominations_to_decide(target)

    @query_field(
        few(types.VouchView, most=100),
        permission=rules.SEE_MINE,
        target=SELF,
        description="Clubs that ask this person's school or organisation to vouch for them.",
    )
    def vouches_to_decide(info, target):
        return vouches.vouches_to_decide(target)

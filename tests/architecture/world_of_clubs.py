"""Club K with something of every kind: PA1 is a member, PB asks to be let in, the school vouches and endorses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from clubs.models import Club, Nomination, Vouch
from clubs.services import badges
from credentials.models import Achievement, Endorsement
from credentials.services.claiming import make_sheet
from people.enums import Role
from people.models import GroupBlock, JoinRequest, User
from tests.factories import MembershipFactory, UserFactory

DESIGN = {"name": "Pomocna dłoń", "shape": "tag", "palette": "indigo", "symbol": "star"}
OF_A_CLUB = {
    "club", "clubMembers", "recogniseScreen", "badgeDesigner", "badgePool", "nominationsToDecide", "changeClub",
    "archiveClub", "restoreClub", "handClubOn", "leaveClub", "setMemberRole", "removeMember", "unblockMember",
    "showJoinCode", "endJoinCode", "askToJoin", "askForVouch", "makeClubBadge", "adaptClubBadge", "recogniseMembers",
    "nominate", "decideNominations", "thank", "printClaimCodes", "claimSheets", "endClaimSheet",
}  # fmt: skip
OF_A_BADGE = {
    "clubBadge", "changeClubBadge", "archiveClubBadge", "restoreClubBadge", "shareClubBadgeInPool", "endorseBadge",
}  # fmt: skip


@dataclass
class ClubWorld:
    club: Club
    member: User
    badge: Achievement
    vouch: Vouch
    request: JoinRequest
    endorsement: Endorsement
    nomination: Nomination
    sheet: UUID

    def variables(self, operation: str) -> dict[str, Any]:
        """What the operations of clubs take instead of the class's own things."""
        found: dict[str, Any] = {
            "vouchId": self.vouch.pk, "requestId": self.request.pk, "endorsementId": self.endorsement.pk,
            "userId": self.member.pk, "userIds": [self.member.pk], "byGroupId": self.club.group.parent_id,
            "badge": DESIGN, "club": {"purpose": "Rozmawiamy"}, "role": "helper", "give": True, "accept": True,
            "shared": True, "word": "help", "code": "ABCDE-FGHJK", "count": 2,
            "sheetId": self.sheet,
        }  # fmt: skip
        if operation in OF_A_CLUB:
            found |= {"groupId": self.club.pk, "achievementId": self.badge.pk}
        if operation in OF_A_BADGE:
            # In one's own name.
            found |= {"achievementId": self.badge.pk, "groupId": None}
        return found


def make_club_world(student: User) -> ClubWorld:
    club = Club.objects.select_related("group__parent").get(slug="klub-rozmow")
    leader = User.objects.get(username="leader-k")
    coordinator = User.objects.get(username="coordinator-a")
    MembershipFactory(group=club.group, user=student, role=Role.MEMBER)
    member = UserFactory(username="member-of-k", born_on=date(1990, 1, 1))
    MembershipFactory(group=club.group, user=member, role=Role.MEMBER)
    badge = badges.make_badge(club, {**DESIGN, "nominations_needed": 2}, actor=leader, now=timezone.now())
    # Once kept out and let in again, so that who leads may ask for it another time.
    GroupBlock.objects.create(group=club.group, user=member, lifted_at=timezone.now())
    badges.share_in_pool(badge, shared=True, actor=leader, now=timezone.now())
    return ClubWorld(
        club=club,
        member=member,
        badge=badge,
        vouch=Vouch.objects.create(club=club, by=club.group.parent, state="given"),
        request=JoinRequest.objects.create(group=club.group, user=User.objects.get(username="1a-student01")),
        endorsement=Endorsement.objects.create(achievement=badge, by=coordinator, group=club.group.parent),
        nomination=Nomination.objects.create(
            group=club.group, achievement=badge, nominee=member, nominator=student, reason="Bo pomaga"
        ),
        sheet=make_sheet(badge, club.group, 1, actor=leader).id,
    )

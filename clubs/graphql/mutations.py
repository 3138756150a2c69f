"""What may be done in clubs."""

from __future__ import annotations

from clubs.graphql import badge_mutations as badge
from clubs.graphql import club_mutations as club
from clubs.graphql import member_mutations as member
from core.graphql import mutations

Mutations = mutations(
    club.StartClub,
    club.ChangeClub,
    club.ArchiveClub,
    club.RestoreClub,
    club.AskForVouch,
    club.DecideVouch,
    club.WithdrawVouch,
    member.HandClubOn,
    member.LeaveClub,
    member.SetMemberRole,
    member.RemoveMember,
    member.UnblockMember,
    member.ShowJoinCode,
    member.EndJoinCode,
    member.JoinByCode,
    member.AskToJoin,
    member.DecideJoin,
    badge.MakeClubBadge,
    badge.ChangeClubBadge,
    badge.ArchiveClubBadge,
    badge.RestoreClubBadge,
    badge.ShareClubBadgeInPool,
    badge.AdaptClubBadge,
    badge.RecogniseMembers,
    badge.Nominate,
    badge.DecideNominations,
    badge.Thank,
    badge.EndorseBadge,
    badge.WithdrawEndorsement,
)

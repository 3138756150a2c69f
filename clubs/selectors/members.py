"""Members of a club for those who lead it. Shown on a screen, never handed out as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from clubs.models import Club
from clubs.selectors.names import PersonName
from people.alphabet import in_register_order
from people.enums import LEADING_ROLES, Role
from people.models import JoinCode, Membership
from people.selectors.joining import blocks_of, current_join_code, waiting_requests

MOST_MEMBERS, MOST_WAITING = 300, 100


@dataclass(frozen=True)
class ClubMember:
    id: UUID
    name: str
    role: str
    joined_at: datetime


@dataclass(frozen=True)
class JoinRequestView:
    id: UUID
    name: str
    asked_at: datetime


@dataclass(frozen=True)
class ClubMembers:
    """`join_code` is the row of the code that works now; the door writes it out."""

    group_id: UUID
    members: tuple[ClubMember, ...]
    requests: tuple[JoinRequestView, ...]
    blocked: tuple[PersonName, ...]
    join_code: JoinCode | None


def club_members(club: Club) -> ClubMembers:
    """Everybody with their role, leaders first; who asks; who is kept out. Four statements."""
    rows = list(
        Membership.objects.current()
        .filter(group=club.group_id, user__is_active=True)
        .select_related("user")[:MOST_MEMBERS]
    )
    by_user = {row.user_id: row for row in rows}
    people = [by_user[user.pk] for user in in_register_order([row.user for row in rows])]
    people.sort(key=lambda row: row.role not in LEADING_ROLES)
    requests = waiting_requests(club.group)[:MOST_WAITING]
    blocked = blocks_of(club.group)[:MOST_WAITING]
    code = current_join_code(club.group)
    return ClubMembers(
        group_id=club.pk,
        members=tuple(
            ClubMember(row.user_id, row.user.get_full_name(), _role(row.role), row.joined_at)
            for row in people
        ),
        requests=tuple(JoinRequestView(row.pk, row.user.get_full_name(), row.asked_at) for row in requests),
        blocked=tuple(PersonName(row.user_id, row.user.get_full_name()) for row in blocked),
        join_code=code if code is not None and code.expires_at > timezone.now() else None,
    )  # fmt: skip


def _role(role: str) -> str:
    """leader, helper or member, whatever the membership was made as."""
    if role in LEADING_ROLES:
        return Role.LEADER.value
    return role if role == Role.HELPER else Role.MEMBER.value

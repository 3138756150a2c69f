"""Facts that `people` announces."""

from dataclasses import dataclass
from uuid import UUID

from core.domain_events import DomainEvent


@dataclass(frozen=True)
class MemberJoined(DomainEvent):
    """Somebody became a member of a group; what the group works through now concerns them too."""

    group_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class MemberLeft(DomainEvent):
    """Somebody left or was removed; from this moment they learn nothing new about the group."""

    group_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class MemberRenamed(DomainEvent):
    """A person is called differently now."""

    group_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class GroupCreated(DomainEvent):
    group_id: UUID


@dataclass(frozen=True)
class SignInCardReissued(DomainEvent):
    """A student's old card stopped working."""

    group_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class SignInsEnded(DomainEvent):
    """Every sign-in of this person has ended, on every device."""

    user_id: UUID

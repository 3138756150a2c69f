"""Facts that `clubs` announces."""

from dataclasses import dataclass
from uuid import UUID

from core.domain_events import DomainEvent


@dataclass(frozen=True)
class ClubStarted(DomainEvent):
    group_id: UUID


@dataclass(frozen=True)
class ClubChanged(DomainEvent):
    """Its words, its way of joining, its meeting place or its state are different."""

    group_id: UUID


@dataclass(frozen=True)
class ClubArchived(DomainEvent):
    group_id: UUID


@dataclass(frozen=True)
class ClubRestored(DomainEvent):
    group_id: UUID


@dataclass(frozen=True)
class ClubHandedOn(DomainEvent):
    """The club has another leader."""

    group_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class VouchAsked(DomainEvent):
    """A club asks a school or an organisation to vouch for its leader."""

    group_id: UUID
    vouch_id: UUID


@dataclass(frozen=True)
class VouchDecided(DomainEvent):
    group_id: UUID
    vouch_id: UUID


@dataclass(frozen=True)
class ClubBadgeMade(DomainEvent):
    group_id: UUID
    achievement_id: UUID


@dataclass(frozen=True)
class MemberNominated(DomainEvent):
    """A member proposes another one for a badge; the leader looks at it when there are enough."""

    group_id: UUID
    nomination_id: UUID


@dataclass(frozen=True)
class NominationsDecided(DomainEvent):
    group_id: UUID
    achievement_id: UUID


@dataclass(frozen=True)
class MemberThanked(DomainEvent):
    group_id: UUID
    thanks_id: UUID

"""Facts that `events` announces."""

from dataclasses import dataclass
from uuid import UUID

from core.domain_events import DomainEvent


@dataclass(frozen=True)
class EventPlanned(DomainEvent):
    """Something will take place; `group_id` is its host, None when the portal or an issuer hosts it."""

    event_id: UUID
    group_id: UUID | None


@dataclass(frozen=True)
class EventMoved(DomainEvent):
    """An event has a new time or place, and so have later ones of its series; people who said yes should know."""

    event_id: UUID
    later_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class EventChanged(DomainEvent):
    """Something else about an event is different: its words, its limits."""

    event_id: UUID


@dataclass(frozen=True)
class EventCancelled(DomainEvent):
    event_id: UUID


@dataclass(frozen=True)
class EventNear(DomainEvent):
    """A reminder: it begins soon."""

    event_id: UUID


@dataclass(frozen=True)
class PersonSignedUp(DomainEvent):
    """Somebody is going, waits for a place, or for a guardian."""

    event_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class PlaceFreed(DomainEvent):
    """Who waited has a place now."""

    event_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class SignUpWithdrawn(DomainEvent):
    event_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class CheckedIn(DomainEvent):
    """Somebody is here. What follows from it (badges, steps of a path) hangs on this fact."""

    event_id: UUID
    attendance_id: UUID


@dataclass(frozen=True)
class PeopleCheckedIn(DomainEvent):
    """Several people were ticked in one act."""

    event_id: UUID
    attendance_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class AttendanceWithdrawn(DomainEvent):
    """A tick that was a mistake has been taken back."""

    event_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class AttendanceRewarded(DomainEvent):
    """Badges were given by a rule to people who are at an event; paths that ask for them may move."""

    event_id: UUID
    batch_id: UUID


@dataclass(frozen=True)
class SignInCardShown(DomainEvent):
    """Somebody’s sign-in card was scanned at a door, where it is not wanted; its owner hears of it (answers.md 24)."""

    event_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class LateClaimMade(DomainEvent):
    event_id: UUID
    claim_id: UUID


@dataclass(frozen=True)
class LateClaimDecided(DomainEvent):
    event_id: UUID
    claim_id: UUID


@dataclass(frozen=True)
class TeamTaskDone(DomainEvent):
    """A sub-team has finished one task of an event."""

    event_id: UUID
    team_id: UUID


@dataclass(frozen=True)
class TeamFinished(DomainEvent):
    """A sub-team has finished all its tasks."""

    event_id: UUID
    team_id: UUID

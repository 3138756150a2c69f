"""Facts that `classroom` announces."""

from dataclasses import dataclass
from uuid import UUID

from core.domain_events import DomainEvent


@dataclass(frozen=True)
class ClassCreated(DomainEvent):
    """A class has been made, from a pasted list or from a file."""

    group_id: UUID


@dataclass(frozen=True)
class RosterImported(DomainEvent):
    import_id: UUID


@dataclass(frozen=True)
class SignInOpened(DomainEvent):
    """For a quarter of an hour a card alone signs in."""

    group_id: UUID


@dataclass(frozen=True)
class SignInClosed(DomainEvent):
    group_id: UUID


@dataclass(frozen=True)
class StudentSignedIn(DomainEvent):
    """A student of the class has signed in by card; the board shows who is here."""

    group_id: UUID
    user_id: UUID

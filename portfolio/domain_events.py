"""Facts that `portfolio` announces."""

from dataclasses import dataclass
from uuid import UUID

from core.domain_events import DomainEvent


@dataclass(frozen=True)
class PresentationChanged(DomainEvent):
    """A presentation page was made, changed or deleted: for its owner's own screens alone."""

    page_id: UUID


@dataclass(frozen=True)
class PresentationOpened(DomainEvent):
    """A presentation page has a new link."""

    page_id: UUID


@dataclass(frozen=True)
class PresentationWithdrawn(DomainEvent):
    """A presentation page was taken down: its link is dead."""

    page_id: UUID


@dataclass(frozen=True)
class ContactAsked(DomainEvent):
    """Somebody would like to keep a person as a contact: for who was asked."""

    contact_id: UUID


@dataclass(frozen=True)
class ContactAgreed(DomainEvent):
    """Two people keep each other as contacts now."""

    contact_id: UUID


@dataclass(frozen=True)
class ContactsChanged(DomainEvent):
    """A wish was declined or taken back, or a contact ended: for the screens of those who may notice it."""

    user_id: UUID


@dataclass(frozen=True)
class ProfileChanged(DomainEvent):
    """A person's languages or own skills are different now: for their own screens alone."""

    user_id: UUID


@dataclass(frozen=True)
class DataGathered(DomainEvent):
    """The archive of a person's data has grown, or is ready."""

    user_id: UUID


@dataclass(frozen=True)
class DataAsked(DomainEvent):
    """A person wishes for the archive of their data."""

    archive_id: UUID

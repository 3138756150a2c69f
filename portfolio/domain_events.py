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

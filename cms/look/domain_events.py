"""Facts that the look announces."""

from dataclasses import dataclass
from uuid import UUID

from core.domain_events import DomainEvent


@dataclass(frozen=True)
class LookChanged(DomainEvent):
    """The operator gave the portal another name, mark, colours, letters or words."""

    look_id: UUID

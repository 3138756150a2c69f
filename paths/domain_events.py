"""Facts that `paths` announces."""

from dataclasses import dataclass
from uuid import UUID

from core.domain_events import DomainEvent


@dataclass(frozen=True)
class PathAssigned(DomainEvent):
    """A group has a new path to work through."""

    assignment_id: UUID
    path_id: UUID
    group_id: UUID


@dataclass(frozen=True)
class PathUnassigned(DomainEvent):
    assignment_id: UUID
    group_id: UUID


@dataclass(frozen=True)
class ActionChosen(DomainEvent):
    """A learner chose what to do in a choice step."""

    enrollment_id: UUID
    step_id: UUID


@dataclass(frozen=True)
class TopicProposed(DomainEvent):
    enrollment_id: UUID
    step_id: UUID


@dataclass(frozen=True)
class TopicAgreed(DomainEvent):
    enrollment_id: UUID
    step_id: UUID


@dataclass(frozen=True)
class WorkHandedIn(DomainEvent):
    enrollment_id: UUID
    step_id: UUID


@dataclass(frozen=True)
class EvidenceWithdrawn(DomainEvent):
    enrollment_id: UUID
    step_id: UUID


@dataclass(frozen=True)
class NotYetAnswered(DomainEvent):
    """The assessor asked for one more thing, with a hint."""

    enrollment_id: UUID
    step_id: UUID


@dataclass(frozen=True)
class StepCompleted(DomainEvent):
    enrollment_id: UUID
    step_id: UUID


@dataclass(frozen=True)
class StepsCompletedByAward(DomainEvent):
    """A badge that arrived from outside the path completed steps that ask for it, for all its recipients."""

    batch_id: UUID


@dataclass(frozen=True)
class StepTakenBack(DomainEvent):
    """A completion was a mistake and no longer counts."""

    enrollment_id: UUID
    step_id: UUID


@dataclass(frozen=True)
class PathCompleted(DomainEvent):
    enrollment_id: UUID

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
class MembersJoined(DomainEvent):
    """Several people became members in one act: a class was made, or a list imported."""

    group_id: UUID
    user_ids: tuple[UUID, ...]


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


@dataclass(frozen=True)
class AccountTakenOver(DomainEvent):
    """A student made the account that the school ran their own."""

    user_id: UUID


@dataclass(frozen=True)
class SignedInByCard(DomainEvent):
    """Somebody has signed in with their card; rooms upstairs tell who leads them."""

    user_id: UUID


@dataclass(frozen=True)
class SettingsChanged(DomainEvent):
    """A person reads another language now, or is called by another nickname."""

    user_id: UUID


@dataclass(frozen=True)
class NicknameChanged(DomainEvent):
    """A person is called otherwise from now on, or by their name again."""

    user_id: UUID


@dataclass(frozen=True)
class JoinCodeGuessed(DomainEvent):
    """Somebody tried too many codes that begin like this group's; who leads it had better renew the code."""

    group_id: UUID


@dataclass(frozen=True)
class JoinAsked(DomainEvent):
    """Somebody asks to be let into a group."""

    group_id: UUID
    request_id: UUID


@dataclass(frozen=True)
class JoinAwaitsGuardian(DomainEvent):
    """Somebody is let in, as soon as a guardian agrees."""

    group_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class JoinDecided(DomainEvent):
    group_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class RoleChanged(DomainEvent):
    """A member is a helper now, or leads, or is a member again."""

    group_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class ConsentAsked(DomainEvent):
    consent_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class ConsentAnswered(DomainEvent):
    """A guardian agreed or refused."""

    consent_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class ConsentWithdrawn(DomainEvent):
    consent_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class ContentReported(DomainEvent):
    report_id: UUID


@dataclass(frozen=True)
class ReportDecided(DomainEvent):
    """A person has looked at a report; its author and its reporter hear of it."""

    report_id: UUID


@dataclass(frozen=True)
class DecisionAppealed(DomainEvent):
    report_id: UUID

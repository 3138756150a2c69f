"""Facts that `credentials` announces."""

from dataclasses import dataclass
from uuid import UUID

from core.domain_events import DomainEvent


@dataclass(frozen=True)
class AchievementPublished(DomainEvent):
    """A version of an achievement stands for good, and is the one that is awarded from now on."""

    achievement_id: UUID
    version_id: UUID


@dataclass(frozen=True)
class AchievementWithdrawn(DomainEvent):
    """It is not awarded any more; who has it keeps it."""

    achievement_id: UUID


@dataclass(frozen=True)
class AchievementRestored(DomainEvent):
    """It may be awarded again."""

    achievement_id: UUID


@dataclass(frozen=True)
class BadgeDrafted(DomainEvent):
    """Somebody began to describe a badge of an issuer, or the next version of one."""

    achievement_id: UUID


@dataclass(frozen=True)
class DraftDiscarded(DomainEvent):
    """What was written about a badge was let be."""

    achievement_id: UUID


@dataclass(frozen=True)
class CredentialsAwarded(DomainEvent):
    """One act gave an achievement to one or many people."""

    batch_id: UUID
    achievement_id: UUID


@dataclass(frozen=True)
class AwardUndone(DomainEvent):
    """An award was taken back within its ten minutes."""

    batch_id: UUID
    achievement_id: UUID


@dataclass(frozen=True)
class AwardReleased(DomainEvent):
    """The time to undo was ended early: the documents may be signed now."""

    batch_id: UUID


@dataclass(frozen=True)
class CredentialsSigned(DomainEvent):
    """The documents of an act have been signed; from now on they can be shared and verified."""

    batch_id: UUID


@dataclass(frozen=True)
class CredentialRevoked(DomainEvent):
    credential_id: UUID


@dataclass(frozen=True)
class CredentialCorrected(DomainEvent):
    """A corrected award took the place of an earlier one."""

    credential_id: UUID
    earlier_id: UUID


@dataclass(frozen=True)
class CredentialsRenewed(DomainEvent):
    """One act renewed a badge of one or many people whose time was over or nearly so."""

    batch_id: UUID
    achievement_id: UUID


@dataclass(frozen=True)
class CredentialExpires(DomainEvent):
    """The learner is told that the time of a badge is over soon."""

    credential_id: UUID


@dataclass(frozen=True)
class LargerBadgeReviewOpened(DomainEvent):
    """A part of a signed larger badge was taken back; its issuer has to look at it."""

    review_id: UUID
    credential_id: UUID


@dataclass(frozen=True)
class LargerBadgeReviewDecided(DomainEvent):
    review_id: UUID
    credential_id: UUID


@dataclass(frozen=True)
class CredentialShared(DomainEvent):
    credential_id: UUID


@dataclass(frozen=True)
class ShareWithdrawn(DomainEvent):
    credential_id: UUID


@dataclass(frozen=True)
class OffersMade(DomainEvent):
    """A badge is going to be offered to people outside."""

    batch_id: UUID
    achievement_id: UUID


@dataclass(frozen=True)
class OffersMailed(DomainEvent):
    """Some letters of an act of offering have left."""

    batch_id: UUID


@dataclass(frozen=True)
class OfferChanged(DomainEvent):
    """One offer was sent again, put right or cancelled."""

    offer_id: UUID
    batch_id: UUID


@dataclass(frozen=True)
class OfferTaken(DomainEvent):
    """Somebody outside took the badge that was offered."""

    offer_id: UUID
    credential_id: UUID


@dataclass(frozen=True)
class OfferDeclined(DomainEvent):
    offer_id: UUID


@dataclass(frozen=True)
class OffersEnded(DomainEvent):
    """What was still open of an act of offering was cancelled, or its time is over."""

    batch_id: UUID


@dataclass(frozen=True)
class DeskOpened(DomainEvent):
    """Learners may show here that they can do something already."""

    desk_id: UUID


@dataclass(frozen=True)
class DeskClosed(DomainEvent):
    desk_id: UUID


@dataclass(frozen=True)
class ApplicationHandedIn(DomainEvent):
    """A learner applied for a badge, or answered a hint."""

    application_id: UUID


@dataclass(frozen=True)
class ApplicationAnswered(DomainEvent):
    """An assessor accepted, asked for more, or said not yet."""

    application_id: UUID


@dataclass(frozen=True)
class ApplicationWithdrawn(DomainEvent):
    application_id: UUID


@dataclass(frozen=True)
class AchievementEndorsed(DomainEvent):
    """Somebody stands up for a club badge: a person, a school, an organisation."""

    achievement_id: UUID
    endorsement_id: UUID


@dataclass(frozen=True)
class EndorsementWithdrawn(DomainEvent):
    achievement_id: UUID
    endorsement_id: UUID


@dataclass(frozen=True)
class BadgeClaimed(DomainEvent):
    """A printed code was redeemed by somebody."""

    claim_code_id: UUID
    credential_id: UUID


@dataclass(frozen=True)
class IssuerStarted(DomainEvent):
    """An organisation began to apply, or to describe itself anew."""

    issuer_id: UUID
    application_id: UUID


@dataclass(frozen=True)
class IssuerDescribed(DomainEvent):
    """What an issuer says about itself was changed."""

    issuer_id: UUID


@dataclass(frozen=True)
class IssuerMoreAsked(DomainEvent):
    """Whoever decides about an application wants to know more."""

    issuer_id: UUID
    application_id: UUID


@dataclass(frozen=True)
class IssuerStandingChanged(DomainEvent):
    """An application was sent, taken back or decided; an issuer was suspended, let work again or withdrawn."""

    issuer_id: UUID
    standing_id: UUID


@dataclass(frozen=True)
class IssuerAgreementEnding(DomainEvent):
    """The agreement with an issuer ends in two months at most."""

    issuer_id: UUID


@dataclass(frozen=True)
class IssuerMemberChanged(DomainEvent):
    """Somebody works for an issuer now, may do something else there, or does not work there any more."""

    issuer_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class IssuerInvitationMade(DomainEvent):
    """A link was made that lets one colleague work for an issuer."""

    issuer_id: UUID


@dataclass(frozen=True)
class AwardingAsked(DomainEvent):
    """A school, class or club asks whether it may award an issuer's badges."""

    issuer_id: UUID
    group_id: UUID


@dataclass(frozen=True)
class AwardingDecided(DomainEvent):
    """A group may award an issuer's badges now, or may not (any more)."""

    issuer_id: UUID
    group_id: UUID

from credentials.models.achievement import Achievement
from credentials.models.achievement_draft import AchievementDraft
from credentials.models.achievement_version import AchievementVersion
from credentials.models.answered_credential import AnsweredCredential
from credentials.models.application import ApplicationDesk, LearnerApplication, LearnerApplicationReview
from credentials.models.award_batch import AwardBatch
from credentials.models.award_request import AwardRequest
from credentials.models.claim_code import ClaimCode
from credentials.models.credential import Credential
from credentials.models.endorsement import Endorsement
from credentials.models.evidence import Evidence
from credentials.models.issued_document import IssuedDocument
from credentials.models.issuer import Issuer, IssuerStanding
from credentials.models.issuer_application import IssuerApplication
from credentials.models.issuer_letter import IssuerLetter
from credentials.models.issuer_member import IssuerInvitation, IssuerMember
from credentials.models.lineage import Lineage
from credentials.models.offer import Offer, OfferRound
from credentials.models.picture_file import PictureFile
from credentials.models.share import Share
from credentials.models.signed_endorsement import SignedEndorsement
from credentials.models.signing_key import SigningKey
from credentials.models.stack_review import StackReview
from credentials.models.status_list import StatusList
from credentials.models.upload import Upload
from credentials.models.withdrawal import Withdrawal

__all__ = [
    "Achievement",
    "AchievementDraft",
    "AchievementVersion",
    "AnsweredCredential",
    "ApplicationDesk",
    "AwardBatch",
    "AwardRequest",
    "ClaimCode",
    "Credential",
    "Endorsement",
    "Evidence",
    "IssuedDocument",
    "Issuer",
    "IssuerApplication",
    "IssuerInvitation",
    "IssuerLetter",
    "IssuerMember",
    "IssuerStanding",
    "LearnerApplication",
    "LearnerApplicationReview",
    "Lineage",
    "Offer",
    "OfferRound",
    "PictureFile",
    "Share",
    "SignedEndorsement",
    "SigningKey",
    "StackReview",
    "StatusList",
    "Upload",
    "Withdrawal",
]  # fmt: skip

"""Choices of `credentials` (product.md §6, credentials.md §§2–3)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AchievementKind(TextChoices):
    MICROCREDENTIAL = "microcredential", _("Microcredential")
    DIGITAL_BADGE = "digital_badge", _("Digital badge")
    CLUB_BADGE = "club_badge", _("Club badge")


class Standing(TextChoices):
    """Standing of an issuer over time."""

    DRAFT = "draft", _("Draft")
    APPLIED = "applied", _("Application sent")
    ACCREDITED = "accredited", _("Accredited")
    SUSPENDED = "suspended", _("Suspended")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class StandingCause(TextChoices):
    """What brought an issuer’s standing about."""

    APPLICATION_SENT = "application_sent", _("The application was sent")
    APPLICATION_WITHDRAWN = "application_withdrawn", _("The application was withdrawn")
    ACCEPTED = "accepted", _("Accredited, and an agreement was signed")
    REFUSED = "refused", _("The application was refused")
    SUSPENDED = "suspended", _("Suspended")
    LIFTED = "lifted", _("The suspension was lifted")
    WITHDRAWN = "withdrawn", _("The accreditation was withdrawn")
    AGREEMENT_ENDED = "agreement_ended", _("The agreement ended")


class IssuerLetterKind(TextChoices):
    """Letters about issuers, nowhere shown; those named like a `StandingCause` tell of that decision."""

    APPLICATION_SENT = "application_sent"
    MORE_ASKED = "more_asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    LIFTED = "lifted"
    WITHDRAWN = "withdrawn"
    AGREEMENT_ENDING = "agreement_ending"
    AGREEMENT_ENDED = "agreement_ended"


class IssuerApplicationState(TextChoices):
    """An issuer’s application for accreditation."""

    DRAFT = "draft", _("Being written")
    SENT = "sent", _("Sent, waits for a decision")
    MORE_ASKED = "more_asked", _("More was asked for")
    ACCEPTED = "accepted", pgettext_lazy("issuer’s application", "Accepted")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")


OPEN_ISSUER_APPLICATIONS = (
    IssuerApplicationState.DRAFT,
    IssuerApplicationState.SENT,
    IssuerApplicationState.MORE_ASKED,
)


class Sensitivity(TextChoices):
    NORMAL = "normal", _("Ordinary")
    MAY_REVEAL_OPINIONS = "may_reveal_opinions", _("May reveal opinions")
    MAY_CONTAIN_IMAGE = "may_contain_image", _("May contain a person’s image")
    MAY_CONTAIN_THIRD_PARTY_DATA = "may_contain_third_party_data", _("May contain data of others")


class EvidenceType(TextChoices):
    """What shows that an outcome was reached (`content/badges.json`, vocabulary)."""

    OBSERVATION = "observation", _("Teacher’s observation")
    DOCUMENT = "document", _("Document")
    TEXT_REFLECTION = "text_reflection", _("Written reflection")
    PHOTO = "photo", _("Photo")
    AUDIO = "audio", _("Audio recording")
    LINK = "link", _("Link")
    QUIZ = "quiz", _("Quiz")
    PRESENTATION = "presentation", _("Presentation")
    ATTENDANCE = "attendance", _("Attendance")
    ORGANISER_CONFIRMATION = "organiser_confirmation", _("Organiser’s confirmation")
    LEADER_CONFIRMATION = "leader_confirmation", _("Club leader’s confirmation")
    LINKED_CREDENTIALS = "linked_credentials", _("Badges earned earlier")


class AssessmentMethod(TextChoices):
    OBSERVATION = "observation", _("Observation")
    ARTEFACT_REVIEW = "artefact_review", _("Review of evidence")
    INTERVIEW = "interview", _("Conversation")
    QUIZ = "quiz", _("Quiz")
    PORTFOLIO_REVIEW = "portfolio_review", _("Portfolio review")
    ORGANISER_CONFIRMATION = "organiser_confirmation", _("Organiser’s confirmation")
    LEADER_CONFIRMATION = "leader_confirmation", _("Club leader’s confirmation")


class IdentityCheck(TextChoices):
    KNOWN_TO_TEACHER = "known_to_teacher", _("Person known to the teacher")
    KNOWN_TO_LEADER = "known_to_leader", _("Person known to the club leader")


class ParticipationForm(TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    BLENDED = "blended", _("In person and online")


class ActivityType(TextChoices):
    """Kinds of linked educational activity."""

    LESSON = "lesson", _("Lesson")
    WORKSHOP = "workshop", _("Workshop")
    TRAINING = "training", _("Training")
    EVENT = "event", _("Event")
    MEETING = "meeting", _("Meeting")
    VISIT = "visit", _("Visit")
    VOLUNTEERING = "volunteering", _("Volunteering")
    PROJECT = "project", _("Project work")
    ONLINE_COURSE = "online_course", _("Online practice")


class EvidenceKind(TextChoices):
    TEXT = "text", _("Text")
    LINK = "link", _("Link")
    PHOTO = "photo", _("Photo")
    PDF = "pdf", _("PDF")
    AUDIO = "audio", _("Recording")


UPLOADED_KINDS = (EvidenceKind.PHOTO, EvidenceKind.PDF, EvidenceKind.AUDIO)


class CredentialState(TextChoices):
    """`expired` is computed from the version's validity, never stored."""

    AWARDED = "awarded", _("Awarded")
    OFFERED = "offered", _("Offered")
    HELD = "held", _("Held")
    REVOKED = "revoked", _("Revoked")
    CANCELLED = "cancelled", _("Cancelled")
    DECLINED = "declined", _("Declined")


# The states in which a person has the achievement.
LIVING_STATES = (CredentialState.AWARDED, CredentialState.OFFERED, CredentialState.HELD)


class RevocationKind(TextChoices):
    """Why a credential was revoked, as everybody may read it: nothing that shames a learner."""

    MISTAKE = "mistake", _("It was given by mistake.")
    WRONG_PERSON = "wrong_person", _("It was meant for somebody else.")
    NOT_MET = "not_met", _("Its requirements turned out not to be met.")
    OWN_WISH = "own_wish", _("The person asked for it.")
    CORRECTED = "corrected", _("A corrected one took its place.")


class StackDecision(TextChoices):
    """What an issuer decided about a larger badge one part of which was taken back."""

    KEPT = "kept", _("It stays")
    REVOKED = "revoked", _("Revoked")


class DocumentForm(TextChoices):
    """Representations that are signed once and stored."""

    OB3_DATA_INTEGRITY = "ob3-di", "Open Badges 3.0, eddsa-rdfc-2022"
    OB3_JWT = "ob3-jwt", "Open Badges 3.0, VC-JWT"
    OB3_FULL = "ob3-full", "Open Badges 3.0, eddsa-rdfc-2022, with name and grade"
    FULL_JWT = "full-jwt", "Open Badges 3.0, VC-JWT, with name and grade"


class ScaleKind(TextChoices):
    """How a badge is graded, if it is (credentials.scales)."""

    GRADES = "grades", _("Grades")
    PERCENT = "percent", _("Per cent")
    POINTS = "points", _("Points")


class PictureLicence(TextChoices):
    """Under which terms a picture that was drawn elsewhere is used."""

    OWN = "own", _("Our own work, all rights reserved")
    CC_BY = "cc_by", "CC BY 4.0"
    CC_BY_SA = "cc_by_sa", "CC BY-SA 4.0"
    CC0 = "cc0", "CC0 1.0"
    PUBLIC_DOMAIN = "public_domain", _("Public domain")
    PERMISSION = "permission", _("With the author’s permission")


# Those under which somebody else may use the picture as well, and where their text is.
OPEN_LICENCES = {
    PictureLicence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    PictureLicence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    PictureLicence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    PictureLicence.PUBLIC_DOMAIN: "https://creativecommons.org/publicdomain/mark/1.0/",
}


class PictureHint(TextChoices):
    """What may be hard to see of a picture where it is small (credentials.art.legibility)."""

    FLAT = "flat", _("Little contrast: at 64 pixels light and dark run together.")
    FINE_DETAIL = "fine_detail", _("Fine lines or small letters: in a list nobody can make them out.")
    LOST_ON_LIGHT = "lost_on_light", _("Its edge disappears on a light ground.")
    LOST_ON_DARK = "lost_on_dark", _("Its edge disappears on a dark ground.")


class ShownName(TextChoices):
    """How the learner is named on a shared badge. The full name is only there for people of 16 and over."""

    INITIALS = "initials", _("Initials")
    NICKNAME = "nickname", _("Nickname")
    FULL = "full", _("Full name")


class OfferState(TextChoices):
    """Where an offer to somebody outside stands (credentials.md §3). What is held, declined, expired or cancelled stays
    so."""

    WAITING = "waiting", _("Not sent yet")
    OFFERED = "offered", _("Sent")
    OPENED = "opened", _("Opened")
    FAILED = "failed", _("E-mail not delivered")
    HELD = "held", _("Taken")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("Expired")
    CANCELLED = "cancelled", _("Cancelled")


OPEN_OFFERS = (OfferState.WAITING, OfferState.OFFERED, OfferState.OPENED, OfferState.FAILED)
# A letter that a server refused may have arrived all the same.
CLAIMABLE_OFFERS = (OfferState.OFFERED, OfferState.OPENED, OfferState.FAILED)


class LearnerApplicationState(TextChoices):
    """Where "I can do this already" stands. After a *not yet* the learner may apply again later."""

    HANDED_IN = "handed_in", _("Waiting for an answer")
    MORE_ASKED = "more_asked", _("One more thing is missing")
    ACCEPTED = "accepted", _("Accepted")
    NOT_YET = "not_yet", _("Not yet")
    WITHDRAWN = "withdrawn", _("Taken back")


OPEN_LEARNER_APPLICATIONS = (LearnerApplicationState.HANDED_IN, LearnerApplicationState.MORE_ASKED)


class LearnerApplicationDecision(TextChoices):
    MORE_ASKED = "more_asked", _("Asked for more")
    ACCEPTED = "accepted", _("Accepted")
    NOT_YET = "not_yet", _("Not yet")

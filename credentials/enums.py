"""Choices of `credentials` (product.md §6, credentials.md §§2–3)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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


class Sensitivity(TextChoices):
    NORMAL = "normal", _("Ordinary")
    MAY_REVEAL_OPINIONS = "may_reveal_opinions", _("May reveal opinions")
    MAY_CONTAIN_IMAGE = "may_contain_image", _("May contain a person’s image")
    MAY_CONTAIN_THIRD_PARTY_DATA = "may_contain_third_party_data", _("May contain data of others")


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


LIVING_STATES = (CredentialState.AWARDED, CredentialState.OFFERED, CredentialState.HELD)


class DocumentForm(TextChoices):
    """Representations that are signed once and stored."""

    OB3_DATA_INTEGRITY = "ob3-di", "Open Badges 3.0, eddsa-rdfc-2022"


class ShownName(TextChoices):
    """How the learner is named on a shared badge. The full name is only there for people of 16 and over."""

    INITIALS = "initials", _("Initials")
    NICKNAME = "nickname", _("Nickname")
    FULL = "full", _("Full name")

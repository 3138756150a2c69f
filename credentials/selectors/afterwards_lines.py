"""The calm lines of what became of a badge: revoked, corrected, renewed, soon over; and of a larger one in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.translated import in_language
from credentials.domain_events import (
    CredentialCorrected,
    CredentialExpires,
    CredentialRevoked,
    CredentialsRenewed,
    LargerBadgeReviewOpened,
)
from credentials.enums import RevocationKind
from credentials.models import AwardBatch, Credential, StackReview
from people import notices


def revoked_line(about: Mapping[str, Any], reader: UUID) -> str:
    found = _badge(about["credential_id"], reader)
    if found is None or found.revocation_kind == RevocationKind.CORRECTED:
        return ""
    words = {"name": in_language(found.version.name), "why": _kind(found)}
    return (
        _("Your badge “%(name)s” was revoked. %(why)s On the screen “Me” you read more, and can answer.")
        % words
    )


def corrected_line(about: Mapping[str, Any], reader: UUID) -> str:
    found = _badge(about["credential_id"], reader)
    if found is None:
        return ""
    return _("Your badge “%(name)s” was corrected. The right one stands in its place.") % {
        "name": in_language(found.version.name)
    }


def renewed_line(about: Mapping[str, Any], reader: UUID) -> str:
    batch = (
        AwardBatch.objects.filter(pk=about["batch_id"], cancelled_at=None).select_related("version").first()
    )
    if batch is None:
        return ""
    name = {"name": in_language(batch.version.name)}
    found = batch.credentials.filter(recipient=reader).first()
    if found is None or found.valid_until is None:
        return _("Your badge “%(name)s” was renewed.") % name
    return _("Your badge “%(name)s” was renewed: valid until %(until)s.") % {
        **name,
        "until": day_of(found.valid_until),
    }


def expires_line(about: Mapping[str, Any], reader: UUID) -> str:
    """Nothing once it was renewed, or is over already."""
    found = _badge(about["credential_id"], reader)
    now = timezone.now()
    if found is None or found.replaced_at or found.valid_until is None or found.valid_until <= now:
        return ""
    left = max(1, (timezone.localdate(found.valid_until) - timezone.localdate(now)).days)
    return ngettext(
        "Your badge “%(name)s” is valid for %(left)d more day. Ask who gave it to renew it.",
        "Your badge “%(name)s” is valid for %(left)d more days. Ask who gave it to renew it.",
        left,
    ) % {"name": in_language(found.version.name), "left": left}


def review_line(about: Mapping[str, Any], reader: UUID) -> str:
    review = (
        StackReview.objects.waiting()
        .filter(pk=about["review_id"])
        .select_related("credential__version", "part__version")
        .first()
    )
    if review is None:
        return ""
    return _(
        "A part (“%(part)s”) of somebody’s badge “%(name)s” was taken back. Decide whether it stays."
    ) % {
        "part": in_language(review.part.version.name),
        "name": in_language(review.credential.version.name),
    }


def day_of(moment: Any) -> str:
    """A day as the active language writes it."""
    return formats.date_format(timezone.localtime(moment), "DATE_FORMAT")


def _badge(credential_id: str, reader: UUID) -> Credential | None:
    return Credential.objects.filter(pk=credential_id, recipient=reader).select_related("version").first()


def _kind(credential: Credential) -> str:
    kind = credential.revocation_kind
    return str(RevocationKind(kind).label) if kind else ""


notices.register(CredentialRevoked, revoked_line)
notices.register(CredentialCorrected, corrected_line)
notices.register(CredentialsRenewed, renewed_line)
notices.register(CredentialExpires, expires_line)
notices.register(LargerBadgeReviewOpened, review_line)

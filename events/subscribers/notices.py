"""Calm lines on the home screen of whom a fact at the door concerns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from core.translated import in_language
from events.domain_events import LateClaimDecided, SignInCardShown
from events.models import LateClaim
from people import notices


def card_shown(_about: Mapping[str, Any], _reader: UUID) -> str:
    """The card opens an account, so its owner hears that somebody scanned it (answers.md 24)."""
    return _(
        "Your sign-in card was scanned at an event. To check in, the code from the app is enough; keep the card to "
        "yourself. If you no longer have it, tell your teacher."
    )


def late_claim_decided(about: Mapping[str, Any], reader: UUID) -> str:
    claim = LateClaim.objects.filter(pk=about["claim_id"], user=reader).select_related("event").first()
    if claim is None or claim.accepted is None:
        return ""
    title = in_language(claim.event.title)
    if claim.accepted:
        return _("You are on the list of “%(title)s” now.") % {"title": title}
    return _("You were not added to the list of “%(title)s”. If that is a mistake, talk to who led it.") % {
        "title": title
    }


notices.register(SignInCardShown, card_shown)
notices.register(LateClaimDecided, late_claim_decided)

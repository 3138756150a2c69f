"""Whom facts about an issuer's badges reach."""

from __future__ import annotations

from core.emitting import Audience
from credentials.models import Issuer
from people.audiences import for_staff


def people_of(issuer: Issuer | None) -> Audience:
    """Those who lead the school or organisation behind the issuer."""
    return for_staff(issuer.group_id) if issuer is not None and issuer.group_id else Audience()

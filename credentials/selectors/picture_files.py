"""Pictures of badges that were drawn elsewhere: who sees them before they are published, and how well they are seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser

from credentials.art.drawn_elsewhere import DrawnElsewhere
from credentials.enums import OPEN_LICENCES, PictureHint, PictureLicence
from credentials.models import PictureFile
from credentials.selectors.defining import issuers_defined_by
from credentials.selectors.known_art import is_public
from people.models import User


def sees_picture(user: User | AnonymousUser, digest: str) -> bool:
    """Everybody once it is published; before that who describes badges for its issuer, and who runs the portal."""
    rows = PictureFile.objects.filter(digest=digest)
    if user.is_active and not user.is_superuser:
        rows = rows.filter(issuer__in=issuers_defined_by(user))
    return (user.is_active and rows.exists()) or is_public(DrawnElsewhere(digest))


def picture_hints(issuer_id: UUID | None, art: Mapping[str, Any]) -> tuple[str, ...]:
    """What may be hard to see where the picture is small, in words; one statement, or none."""
    if not art.get("picture"):
        return ()
    found = PictureFile.objects.filter(issuer=issuer_id, digest=art["picture"]).values_list(
        "hints", flat=True
    )
    return tuple(str(PictureHint(code).label) for code in found.first() or () if code in PictureHint.values)


def picture_credit(art: Mapping[str, Any]) -> str:
    """Who made a picture from elsewhere and its licence; "" for one that was designed here, or when nothing is said."""
    licence = art.get("licence", "")
    terms = str(PictureLicence(licence).label) if licence in PictureLicence.values else ""
    return ", ".join(filter(None, (str(art.get("author", "")), terms)))


def licence_address(art: Mapping[str, Any]) -> str:
    """Where the text of an open licence is; "" for others."""
    return OPEN_LICENCES.get(art.get("licence", ""), "")

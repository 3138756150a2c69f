"""What people write about a club, made safe to keep. Each raises Refusal about its field."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from clubs.enums import ClubKind, Joining
from clubs.models import Club
from core.refusals import Refusal
from core.text import clean_text
from events.towns import folded

NAME_LIMIT, PURPOSE_LIMIT, LINE_LIMIT, ADDRESS_LIMIT = 80, 300, 120, 200


def name_of(value: str) -> str:
    return clean_text(value, limit=NAME_LIMIT, multiline=False, field="name", required=True)


def purpose_of(value: str) -> str:
    return clean_text(value, limit=PURPOSE_LIMIT, multiline=False, field="purpose", required=True)


def line_of(value: str, field: str) -> str:
    return clean_text(value, limit=LINE_LIMIT, multiline=False, field=field)


def kind_of(value: str) -> ClubKind:
    if value not in ClubKind.values:
        raise Refusal("CLUB_KIND", _("Choose one of the kinds."), "kind")
    return ClubKind(value)


def joining_of(value: str) -> Joining:
    if value not in Joining.values:
        raise Refusal("JOINING", _("Choose one of the ways of joining."), "joining")
    return Joining(value)


def address_of(value: str) -> str:
    """A web address with http or https, or nothing."""
    text = clean_text(value, limit=ADDRESS_LIMIT, multiline=False, field="standards_url")
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
    except ValueError:
        good = False
    if not good:
        raise Refusal("ADDRESS", _("Write the whole address, beginning with https://"), "standards_url")
    return text


def searchable(club: Club) -> str:
    """Everything the search box looks in."""
    place = club.meeting_place
    said = (club.group.name, club.purpose, place.town if place else "")
    return folded(" ".join(said))

"""The two long lists of a description: skills with their criteria, and linked educational activities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.text import clean_text
from core.translated import LANGUAGES
from credentials.descriptions.parts import Part
from credentials.enums import ActivityType

MOST_CRITERIA = 10
LINK_LETTERS = 300
_ID_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")
_ACTIVITY_WORDS = ("name", "description", "place", "organiser", "conditions")


def read_outcomes(value: Sequence[Mapping[str, Any]] | None, part: Part, field: str) -> list[dict[str, Any]]:
    """Skills in their order, each `{id, text, criteria: [...]}`; empty ones are left out, an id once given stays."""
    found: list[dict[str, Any]] = []
    for outcome in value or ():
        text = _words(outcome.get("text"), part.limit, field)
        criteria = [_words(one, part.limit, field) for one in outcome.get("criteria") or ()]
        criteria = [one for one in criteria if one]
        if not text and not criteria:
            continue
        if len(criteria) > MOST_CRITERIA:
            raise _too_many(field, MOST_CRITERIA)
        found.append({"id": _identity(outcome.get("id"), found), "text": text, "criteria": criteria})
    if len(found) > part.most:
        raise _too_many(field, part.most)
    return found


def read_activities(
    value: Sequence[Mapping[str, Any]] | None, part: Part, field: str
) -> list[dict[str, Any]]:
    """Activities in their order; one without a name in any language is left out."""
    found = []
    for activity in value or ():
        words = {name: _words(activity.get(name), 500, field) for name in _ACTIVITY_WORDS}
        if not any(words.values()):
            continue
        if activity.get("type") not in ActivityType.values:
            raise Refusal("CHOICE_UNKNOWN", _("This cannot be chosen here."), field)
        found.append(
            {**words, "type": activity["type"], "date": _day(activity.get("date"), field),
             "link": _link(activity.get("link"), field)}
        )  # fmt: skip
    if len(found) > part.most:
        raise _too_many(field, part.most)
    return found


def _words(value: Mapping[str, str | None] | None, limit: int, field: str) -> dict[str, str]:
    """The languages that say something; a text in one language alone is kept."""
    cleaned = {
        language: clean_text((value or {}).get(language) or "", limit=limit, multiline=False, field=field)
        for language in LANGUAGES
    }
    return {language: words for language, words in cleaned.items() if words}


def _identity(given: Any, before: Sequence[Mapping[str, Any]]) -> str:
    taken = {one["id"] for one in before}
    if isinstance(given, str) and 0 < len(given) <= 100 and set(given) <= _ID_SIGNS and given not in taken:
        return given
    return f"o-{get_random_string(8, 'abcdefghjkmnpqrstvwxyz23456789')}"


def _day(value: str | None, field: str) -> str | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise Refusal("DATE_EXPECTED", _("This is not a day of the calendar."), field) from error


def _link(value: str | None, field: str) -> str | None:
    """An address on the web, or none (TX-03)."""
    link = clean_text(value or "", limit=LINK_LETTERS, multiline=False, field=field)
    if not link:
        return None
    parts = urlsplit(link) if " " not in link else None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise Refusal("LINK_EXPECTED", _("Write a whole address that begins with https://."), field)
    return link


def _too_many(field: str, most: int) -> Refusal:
    return Refusal("TOO_MANY_ENTRIES", _("These are too many: at most %(most)d fit."), field, most=most)

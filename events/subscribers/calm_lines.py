"""What people read once about events they meant to come to: moved, called off, tomorrow, a place after all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.access import as_uuid
from core.translated import in_language
from events.domain_events import EventCancelled, EventMoved, EventNear, PlaceFreed
from events.enums import SignUpState
from events.models import Event, SignUp
from events.moments import when_in_words
from people import notices

About = Mapping[str, Any]


def _event(about: About) -> Event | None:
    key = as_uuid(about.get("event_id"))
    if key is None:
        return None
    return Event.objects.select_related("place").filter(pk=key, hidden_at=None).first()


def _words(event: Event) -> dict[str, str]:
    place = ", ".join(filter(None, (event.place.name, event.place.town))) if event.place else _("online")
    return {
        "title": in_language(event.title),
        "when": when_in_words(event.starts_at, event.ends_at),
        "place": place,
    }


def moved_line(about: About, reader: UUID) -> str:
    event = _event(about)
    if event is None or event.cancelled_at is not None:
        return ""
    if about.get("later_ids"):
        return _("“%(title)s” has moved, with the meetings after it. Now: %(when)s, %(place)s.") % _words(
            event
        )
    return _("“%(title)s” has moved. Now: %(when)s, %(place)s.") % _words(event)


def cancelled_line(about: About, reader: UUID) -> str:
    event = _event(about)
    if event is None:
        return ""
    line = _("“%(title)s” (%(when)s) was called off.") % _words(event)
    return f"{line} {event.cancellation_reason}".strip()


def near_line(about: About, reader: UUID) -> str:
    event = _event(about)
    if event is None or event.cancelled_at is not None:
        return ""
    words = _words(event)
    return _("Soon: “%(title)s”. %(when)s, %(place)s.") % {**words, "when": capfirst(words["when"])}


def freed_line(about: About, reader: UUID) -> str:
    event = _event(about)
    if event is None or event.cancelled_at is not None:
        return ""
    waits = SignUp.objects.filter(event=event, user=reader, state=SignUpState.AWAITING_CONSENT).exists()
    if waits:
        return _("There is a place for you at “%(title)s”, as soon as your guardian agrees.") % _words(event)
    return _("There is a place for you after all: “%(title)s”, %(when)s.") % _words(event)


notices.register(EventMoved, moved_line)
notices.register(EventCancelled, cancelled_line)
notices.register(EventNear, near_line)
notices.register(PlaceFreed, freed_line)

"""Events as a calendar program reads them (RFC 5545): one VCALENDAR, a VEVENT each, the clock of Poland."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import get_language
from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar import Event as Entry
from icalendar.prop import vText

from core.translated import in_language
from events.enums import EventKind, Visibility
from events.models import Event
from events.series import WARSAW

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Kotylion//Events//EN"
MOST_EVENTS = 500
REFRESH = timedelta(hours=1)


def calendar_of(events: Iterable[Event], *, name: str, online: bool = False) -> bytes:
    """A calendar called `name` with these events (place, group and issuer at hand), in the active language.

    `online` adds addresses of online meetings: for a reader who is going. The caller has asked who may see what.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", vText(name))
    # What programs read that do not know RFC 7986 yet.
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", "Europe/Warsaw")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add_component(_clock_of_poland())
    for event in list(events)[:MOST_EVENTS]:
        calendar.add_component(_entry(event, online))
    return bytes(calendar.to_ical())


def _clock_of_poland() -> Timezone:
    """Europe/Warsaw since 1996 (Directive 2000/84/EC): forward on the last Sunday of March, back in October."""
    zone = Timezone()
    zone.add("tzid", "Europe/Warsaw")
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, name, since, month, before, after in (
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 10, summer, winter),  # noqa: DTZ001 (local by nature: §3.6.5)
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), 3, winter, summer),  # noqa: DTZ001
    ):
        part.add("dtstart", since)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def uid_of(event: Event) -> str:
    """The same in every file and for ever, so that a moved meeting moves in the reader's calendar (§3.8.4.7)."""
    return f"{event.pk}@{urlsplit(settings.PUBLIC_URL).hostname}"


def _entry(event: Event, online: bool) -> Entry:
    entry = Entry()
    entry.add("uid", uid_of(event))
    entry.add("sequence", event.sequence)
    # Without a scheduling method the stamp is the moment of the last change (§3.8.7.2).
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    entry.add("dtstart", event.starts_at.astimezone(WARSAW))
    entry.add("dtend", event.ends_at.astimezone(WARSAW))
    entry.add("status", "CANCELLED" if event.cancelled_at else "CONFIRMED")
    language = (get_language() or "pl").partition("-")[0]
    entry.add("summary", vText(in_language(event.title)), parameters={"LANGUAGE": language})
    entry.add("categories", [str(EventKind(event.kind).label)])
    words = [in_language(event.description)]
    if online and event.online_url:
        words.append(event.online_url)
    if any(words):
        entry.add("description", "\n\n".join(filter(None, words)))
    _add_place(entry, event)
    if event.visibility == Visibility.PUBLIC:
        entry.add("url", f"{settings.PUBLIC_URL}/events/{event.slug}")
    entry.add("class", "PUBLIC" if event.visibility == Visibility.PUBLIC else "PRIVATE")
    return entry


def _add_place(entry: Entry, event: Event) -> None:
    place = event.place
    if place is None:
        return
    entry.add("location", ", ".join(filter(None, (place.name, place.address, place.town))))
    if place.lat is not None and place.lon is not None:
        entry.add("geo", (place.lat, place.lon))

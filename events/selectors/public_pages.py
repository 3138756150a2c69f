"""What the page of one event says, to people and to machines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.models import Achievement
from credentials.selectors.badges import art_view
from credentials.selectors.trust import ladders
from events.enums import EventForm, Precision, SignUpMode
from events.models import Event
from events.moments import when_in_words
from events.selectors.details import EventDetail, event_detail
from events.selectors.events import Person

MOST_RELATED = 6
_MODES = {
    EventForm.IN_PERSON.value: "OfflineEventAttendanceMode",
    EventForm.ONLINE.value: "OnlineEventAttendanceMode",
    EventForm.BOTH.value: "MixedEventAttendanceMode",
}


@dataclass(frozen=True)
class BadgeLine:
    """A badge beside an event: `line` is how it is earned here ("" when it only fits), `trust` who stands behind it."""

    name: str
    path: str
    svg_url: str
    alt: str
    trust: str
    line: str


@dataclass(frozen=True)
class PublicPage:
    event: Event
    detail: EventDetail
    when: str
    where: tuple[str, ...]
    approximate: str
    map_url: str
    ages: str
    places: str
    badges: tuple[BadgeLine, ...]
    related: tuple[BadgeLine, ...]
    is_over: bool
    may_sign_up: bool
    date_note: str
    linked_data: dict[str, Any]


def public_page(event: Event, viewer: Person) -> PublicPage:
    """`event` is public and has place, group, issuer and series at hand."""
    detail = event_detail(event, viewer)
    is_over = event.ends_at <= timezone.now()
    related = list(
        event.related_badges.filter(current_version__isnull=False, hidden_at=None)
        .select_related("current_version", "issuer", "club__parent")
        .order_by("slug")[:MOST_RELATED]
    )
    earned = [badge.achievement for badge in detail.badges]
    return PublicPage(
        event=event,
        detail=detail,
        when=when_in_words(event.starts_at, event.ends_at),
        where=_where(event),
        approximate=_approximate(event),
        map_url=_map_url(event),
        ages=_ages(event),
        places=_places(detail),
        badges=_badge_lines(earned, [badge.line for badge in detail.badges]),
        related=_badge_lines(related, [""] * len(related)),
        is_over=is_over,
        may_sign_up=event.sign_up == SignUpMode.OPEN and not is_over and event.cancelled_at is None,
        date_note=_date_note(event),
        linked_data=linked_data(event, detail),
    )


def _badge_lines(badges: Sequence[Achievement], lines: Sequence[str]) -> tuple[BadgeLine, ...]:
    trust = ladders(badges)
    found = []
    for badge, line in zip(badges, lines, strict=True):
        version = badge.current_version
        if version is None:
            continue
        art = art_view(badge.kind, version)
        found.append(
            BadgeLine(
                in_language(version.name),
                f"/achievements/{badge.slug}/v{version.number}",
                art.svg_url,
                art.alt,
                trust[badge.pk].line,
                line,
            )
        )
    return tuple(found)


def _where(event: Event) -> tuple[str, ...]:
    place = event.place
    if place is None:
        return (_("Online"),) if event.form == EventForm.ONLINE else ()
    return tuple(filter(None, (place.name, place.address, place.town, place.voivodeship)))


def _approximate(event: Event) -> str:
    place = event.place
    if place is None or place.precision == Precision.EXACT or place.lat is None:
        return ""
    return str(Precision(place.precision).label)


def _map_url(event: Event) -> str:
    """Directions are another site's business, and only when somebody asks for them."""
    if event.lat is None or event.lon is None:
        return ""
    spot = f"mlat={event.lat:.5f}&mlon={event.lon:.5f}#map=16/{event.lat:.5f}/{event.lon:.5f}"
    return f"https://www.openstreetmap.org/?{spot}"


def _ages(event: Event) -> str:
    if event.age_min and event.age_max:
        return _("From the age of %(from)d to %(to)d") % {"from": event.age_min, "to": event.age_max}
    if event.age_min:
        return _("From the age of %(from)d") % {"from": event.age_min}
    return _("Up to the age of %(to)d") % {"to": event.age_max} if event.age_max else ""


def _places(detail: EventDetail) -> str:
    if detail.places_left is None or detail.sign_up != SignUpMode.OPEN:
        return ""
    if detail.places_left == 0:
        return _("Every place is taken. You can join the waiting list.")
    words = ngettext("%(left)d place is left.", "%(left)d places are left.", detail.places_left)
    return words % {"left": detail.places_left}


def _date_note(event: Event) -> str:
    """Only a confirmed date is an announcement; of any other the page says what it is."""
    return "" if event.date_basis == "confirmed" else str(event.get_date_basis_display())


def linked_data(event: Event, detail: EventDetail) -> dict[str, Any]:
    """The event as schema.org's Event, for search engines."""
    status = "EventCancelled" if event.cancelled_at else "EventScheduled"
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": detail.card.title,
        "description": detail.description,
        "startDate": timezone.localtime(event.starts_at).isoformat(),
        "endDate": timezone.localtime(event.ends_at).isoformat(),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": f"https://schema.org/{_MODES[event.form]}",
        "url": detail.card.public_url,
        "image": f"{settings.PUBLIC_URL}/events/{event.slug}/picture.png",
        "inLanguage": (get_language() or "pl").partition("-")[0],
        "organizer": {"@type": "Organization", "name": detail.card.organiser},
        "maximumAttendeeCapacity": event.capacity,
        "typicalAgeRange": f"{event.age_min or ''}-{event.age_max or ''}" if event.age_min or event.age_max else None,
        "location": _linked_place(event),
    }  # fmt: skip
    return {key: value for key, value in found.items() if value not in (None, "")}


def _linked_place(event: Event) -> dict[str, Any] | None:
    place = event.place
    if place is None:
        return {"@type": "VirtualLocation", "url": f"{settings.PUBLIC_URL}/events/{event.slug}"}
    address = {
        "@type": "PostalAddress",
        "streetAddress": place.address,
        "addressLocality": place.town,
        "addressRegion": place.voivodeship,
        "addressCountry": "PL",
    }
    found: dict[str, Any] = {
        "@type": "Place",
        "name": place.name,
        "address": {key: value for key, value in address.items() if value},
    }
    if place.lat is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return found

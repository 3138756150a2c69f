"""The public list, a page at a time, under headings by day; remembered for a minute and forgotten when it changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import groupby

from django.core.cache import caches
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.models import Achievement
from events.enums import Accessibility, DateBasis, EventForm, EventKind
from events.map_filters import MapFilter
from events.models import Event
from events.selectors.cards import badges_of, organiser_of
from events.selectors.map_points import counts_by_voivodeship
from events.selectors.public_events import EVENTS, SECONDS, kilometres_of, listed_events, narrowed

ON_A_PAGE = 24
LAST_PAGE = 400
MOST_BADGES = 60


@dataclass(frozen=True)
class ListedEvent:
    """One card, in the language it was asked in. `kilometres` counts from the town that was asked for."""

    slug: str
    title: str
    kind_label: str
    starts_at: datetime
    ends_at: datetime
    place: str
    town: str
    form: str
    form_label: str
    organiser: str
    cancelled: bool
    unconfirmed: str
    ages: str
    step_free: bool
    badges: tuple[str, ...]
    kilometres: int | None


@dataclass(frozen=True)
class Section:
    title: str
    events: tuple[ListedEvent, ...]


@dataclass(frozen=True)
class ListPage:
    sections: tuple[Section, ...]
    number: int
    has_next: bool
    total: int


def list_page(asked: MapFilter, number: int, now: datetime) -> ListPage | None:
    """One page of 24, or None past the end. Five statements, or none for a minute."""
    if not 1 <= number <= LAST_PAGE:
        return None
    key = _key("list", asked, number)
    known: ListPage | None = caches["answers"].get(key)
    if known is not None:
        return known
    rows = narrowed(listed_events(now), asked)
    order = ("squared", "starts_at", "pk") if asked.nearest_first else ("listed_from", "pk")
    start = (number - 1) * ON_A_PAGE
    related = rows.select_related("place", "group__parent", "issuer").order_by(*order)
    found = list(related.prefetch_related("related_badges__current_version")[start : start + ON_A_PAGE + 1])
    if not found and number > 1:
        return None
    page = ListPage(_sections(found[:ON_A_PAGE], asked, now), number, len(found) > ON_A_PAGE, rows.count())
    caches["answers"].set(key, page, SECONDS)
    return page


def voivodeship_counts(asked: MapFilter, now: datetime) -> dict[str, int]:
    """How many events each voivodeship has, whichever of them is chosen."""
    everywhere = replace(asked, voivodeship="", town="", near=None, nearest_first=False)
    key = _key("voivodeships", everywhere, 0)
    known: dict[str, int] | None = caches["answers"].get(key)
    if known is None:
        known = counts_by_voivodeship(everywhere, now)
        caches["answers"].set(key, known, SECONDS)
    return known


def badges_to_earn(now: datetime) -> list[tuple[str, str]]:
    """Slug and name of badges that listed events name, for the filter; at most 60."""
    key = _key("badges", MapFilter(), 0)
    known: list[tuple[str, str]] | None = caches["answers"].get(key)
    if known is None:
        # From the events on: asking of each badge of a large catalogue whether an event names it takes minutes.
        named = listed_events(now).filter(related_badges__isnull=False).values("related_badges")
        rows = Achievement.objects.filter(pk__in=named, current_version__isnull=False)
        found = rows.order_by("slug").values_list("slug", "current_version__name")[:MOST_BADGES]
        known = sorted(((slug, in_language(name)) for slug, name in found), key=lambda pair: pair[1])
        caches["answers"].set(key, known, SECONDS)
    return known


def _key(what: str, asked: MapFilter, number: int) -> str:
    question = f"{get_language()}|{number}|{asked.query()}"
    return f"events:{what}:{EVENTS.now()}:{sha256(question.encode()).hexdigest()}"


def _sections(events: Sequence[Event], asked: MapFilter, now: datetime) -> tuple[Section, ...]:
    earned = badges_of(events)
    cards = [_card(event, [rule.achievement for rule in earned[event.pk]]) for event in events]
    if asked.nearest_first:
        return (Section(_("Nearest first"), tuple(cards)),) if cards else ()
    today = timezone.localdate(now)
    by_day = groupby(cards, key=lambda card: heading(timezone.localdate(card.starts_at), today))
    return tuple(Section(title, tuple(group)) for title, group in by_day)


def heading(day: date, today: date) -> str:
    """Under which words a day stands: what goes on already stands under today."""
    sunday = today + timedelta(days=6 - today.weekday())
    if day <= today:
        return _("Today")
    if day <= sunday:
        return _("This week")
    if day <= sunday + timedelta(days=7):
        return _("Next week")
    return date_format(day, "F Y")


def _card(event: Event, awarded: Iterable[Achievement]) -> ListedEvent:
    kilometres = kilometres_of(event)
    place = event.place
    return ListedEvent(
        slug=event.slug,
        title=in_language(event.title),
        kind_label=str(EventKind(event.kind).label),
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=place.name if place else "",
        town=event.town,
        form=event.form,
        form_label=str(EventForm(event.form).label),
        organiser=organiser_of(event),
        cancelled=event.cancelled_at is not None,
        unconfirmed="" if event.date_basis == DateBasis.CONFIRMED else str(DateBasis(event.date_basis).label),
        ages=ages(event.age_min, event.age_max),
        step_free=place is not None and Accessibility.STEP_FREE.value in place.accessibility,
        badges=_names([*awarded, *event.related_badges.all()]),
        kilometres=None if kilometres is None else round(kilometres),
    )


def _names(badges: Iterable[Achievement]) -> tuple[str, ...]:
    names = (in_language(badge.current_version.name) for badge in badges if badge.current_version)
    return tuple(dict.fromkeys(names))[:3]


def ages(least: int | None, most: int | None) -> str:
    """Whom it is for, in words: “13–19 years”, “from 13 years”, “up to 19 years”; "" for everybody."""
    if least and most:
        return _("%(least)d–%(most)d years") % {"least": least, "most": most}
    if least:
        return _("from %(least)d years") % {"least": least}
    return _("up to %(most)d years") % {"most": most} if most else ""

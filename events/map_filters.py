"""What a visitor asks the list, the map and the calendar for: one reading of the query string for all three.

Nothing that comes in is trusted and nothing of it is an error: what cannot be used is left out and said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.text import clean_text
from events.enums import Accessibility, EventKind, Voivodeship
from events.towns import Town, folded, town_called

KILOMETRES = (5, 10, 25, 50, 100)
USUAL_KILOMETRES = 25
NEAR_STEP = 0.05
"""Degrees to which `near` is rounded: about 4 km; an address that is passed on tells nobody's doorstep."""
LONGEST_AHEAD = timedelta(days=3 * 366)
MOST_OF_A_KIND = 8
OLDEST = 120
MOST_WORDS = 5
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True)
class Ignored:
    """A part of the question that could not be used."""

    name: str
    why: str | Promise


@dataclass(frozen=True)
class MapFilter:
    """Every field narrows; an empty one does not. `centre` (from a town or `near`) and `kilometres` make a circle."""

    kinds: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    town: str = ""
    voivodeship: str = ""
    near: tuple[float, float] | None = None
    kilometres: int = USUAL_KILOMETRES
    age: int | None = None
    accessibility: tuple[str, ...] = ()
    badge: str = ""
    words: str = ""
    nearest_first: bool = False
    ignored: tuple[Ignored, ...] = field(default=(), compare=False)

    @property
    def known_town(self) -> Town | None:
        return town_called(self.town, self.voivodeship) if self.town else None

    @property
    def centre(self) -> tuple[float, float] | None:
        """Latitude and longitude of the middle of the circle, in degrees."""
        town = self.known_town
        return (town.lat, town.lon) if town else self.near

    @property
    def is_empty(self) -> bool:
        return not self.parameters()

    @property
    def search_words(self) -> tuple[str, ...]:
        return tuple(folded(self.words).split()[:MOST_WORDS])

    def parameters(self) -> list[tuple[str, str]]:
        """The question again, in one fixed order: the same question has one address and one place in the cache."""
        circle = self.town or self.near is not None
        pairs = [
            ("q", self.words), *(("kind", kind) for kind in self.kinds),
            ("from", self.first.isoformat() if self.first else ""), ("to", self.last.isoformat() if self.last else ""),
            ("town", self.town), ("voivodeship", self.voivodeship),
            ("near", "" if self.near is None else f"{self.near[0]:.2f},{self.near[1]:.2f}"),
            ("km", str(self.kilometres) if circle and self.kilometres != USUAL_KILOMETRES else ""),
            ("age", "" if self.age is None else str(self.age)),
            *(("accessibility", code) for code in self.accessibility),
            ("badge", self.badge), ("order", "distance" if self.nearest_first else ""),
        ]  # fmt: skip
        return [(name, value) for name, value in pairs if value]

    def query(self) -> str:
        return urlencode(self.parameters())

    def without(self, name: str, value: str = "") -> str:
        """The query string with one part taken away."""
        gone = {name, "km", "order"} if name in ("town", "near") else {name}
        return urlencode(
            [
                (key, kept)
                for key, kept in self.parameters()
                if key not in gone or (key == name and value not in ("", kept))
            ]
        )

    def in_voivodeship(self, name: str) -> str:
        return replace(self, voivodeship=name, town="", near=None, nearest_first=False).query()


def filter_from(asked: Mapping[str, Iterable[str]], today: date) -> MapFilter:
    """`asked` holds every value of every parameter; `today` is the day in Warsaw. Never raises."""
    reader = _Reader(asked)
    town = reader.text("town", 80)
    near = reader.near()
    first = reader.day("from", today)
    last = reader.day("to", today)
    if first and last and last < first:
        reader.ignore("to", _("The last day lies before the first."))
        last = None
    if town and town_called(town) is None:
        reader.ignore("km", _("This town is not on our list, so only events in the town itself are shown."))
    found = MapFilter(
        kinds=reader.choices("kind", EventKind.values),
        first=first,
        last=last,
        town=town,
        voivodeship=next(iter(reader.choices("voivodeship", Voivodeship.values)), ""),
        near=None if town else near,
        kilometres=reader.number("km", 1, 200) or USUAL_KILOMETRES,
        age=reader.number("age", 1, OLDEST),
        accessibility=reader.choices("accessibility", Accessibility.values),
        badge=reader.slug("badge"),
        words=reader.text("q", 100),
        nearest_first=reader.one("order") == "distance",
    )
    if found.centre is None:
        found = replace(found, nearest_first=False)
    return replace(found, ignored=tuple(reader.ignored))


class _Reader:
    """Reads parameter by parameter and remembers what it could not use."""

    def __init__(self, asked: Mapping[str, Iterable[str]]) -> None:
        self.asked = asked
        self.ignored: list[Ignored] = []

    def ignore(self, name: str, why: str | Promise) -> None:
        if all(known.name != name for known in self.ignored):
            self.ignored.append(Ignored(name, why))

    def one(self, name: str) -> str:
        return next((value.strip() for value in self.asked.get(name, ()) if value.strip()), "")

    def text(self, name: str, limit: int) -> str:
        try:
            return clean_text(self.one(name), limit=limit, multiline=False)
        except Refusal:
            self.ignore(name, _("This text cannot be searched for."))
            return ""

    def choices(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        known = list(known)
        values = [value.strip() for value in self.asked.get(name, ()) if value.strip()]
        wanted = [value for value in known if value in values]
        if len(wanted) < len(set(values)):
            self.ignore(name, _("One of the choices is not known here."))
        return tuple(wanted[:MOST_OF_A_KIND])

    def day(self, name: str, today: date) -> date | None:
        value = self.one(name)
        if not value:
            return None
        try:
            # Only the form that a date field sends: week dates and the like are nobody's wish.
            day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
        except ValueError:
            day = None
        if day is None:
            self.ignore(name, _("Write the day as year-month-day, for example 2027-05-09."))
            return None
        if day < today:
            self.ignore(name, _("What is over is not listed; the days begin today."))
            return None
        if day > today + LONGEST_AHEAD:
            self.ignore(name, _("Nothing is planned that far ahead."))
            return None
        return day

    def number(self, name: str, least: int, most: int) -> int | None:
        value = self.one(name)
        if not value:
            return None
        if value.isascii() and value.isdecimal() and len(value) <= 6 and least <= int(value) <= most:
            return int(value)
        self.ignore(name, _("This number cannot be used here."))
        return None

    def near(self) -> tuple[float, float] | None:
        value = self.one("near")
        if not value:
            return None
        parts = value.split(",")
        try:
            lat, lon = (float(part) for part in parts) if len(value) < 60 else (999.0, 999.0)
        except ValueError:
            lat, lon = 999.0, 999.0
        # The largest box around Poland; NaN is in no box.
        if 45 <= lat <= 60 and 10 <= lon <= 30:
            return round(round(lat / NEAR_STEP) * NEAR_STEP, 2), round(round(lon / NEAR_STEP) * NEAR_STEP, 2)
        self.ignore("near", _("A place is two numbers: latitude and longitude, in or around Poland."))
        return None

    def slug(self, name: str) -> str:
        value = self.one(name)
        if len(value) <= 100 and all(sign.isascii() and (sign.isalnum() or sign in "-_") for sign in value):
            return value
        self.ignore(name, _("This badge is not known."))
        return ""

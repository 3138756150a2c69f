"""Loading the sample events of `content/events.json`: real places, invented organisers, dates that lie ahead."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from credentials.models import Achievement
from events.enums import DateBasis
from events.models import Event, Place
from events.series import WARSAW
from events.services.denormalising import put_in_place

# Fifty-two weeks: a third weekend of September stays a weekend of September.
A_YEAR_OF_WEEKS = timedelta(weeks=52)


@transaction.atomic
def load_events(content_dir: Path, *, now: datetime) -> list[Event]:
    """Every event of the file as an event of the portal itself, by slug. Run again, it changes what has become past.

    Raises KeyError for a badge that the catalogue lacks.
    """
    entries = json.loads((content_dir / "events.json").read_text("utf-8"))["events"]
    badges = {one.slug: one for one in Achievement.objects.published()}
    known = {one.slug: one for one in Event.objects.filter(slug__in=[entry["slug"] for entry in entries])}
    return [_load(entry, known.get(entry["slug"]), badges, now) for entry in entries]


def _load(
    entry: Mapping[str, Any], known: Event | None, badges: Mapping[str, Achievement], now: datetime
) -> Event:
    if known is not None and known.ends_at > now:
        return known
    starts_at, ends_at = times_ahead(entry, now)
    event = known or Event(slug=entry["slug"], published_at=now)
    event.kind = entry["kind"]
    event.title, event.description = entry["title"], entry["description"]
    event.organiser_name = entry["organiser"]
    event.starts_at, event.ends_at = starts_at, ends_at
    event.date_basis = entry["date_basis"]
    event.recurrence_note = entry.get("recurrence_note") or ""
    event.visibility = entry["visibility"]
    event.age_min = entry.get("age_min")
    event.capacity = entry.get("capacity")
    event.needs_consent = bool(entry.get("guardian_consent_note"))
    event.curriculum = entry.get("curriculum") or []
    event.is_demo = True
    put_in_place(event, _place(entry))
    event.save()
    event.related_badges.set([badges[slug] for slug in entry.get("related_badges") or []])
    return event


def times_ahead(entry: Mapping[str, Any], now: datetime) -> tuple[datetime, datetime]:
    """When it begins and ends, moved on by years until it is not over: a fixed date keeps its day, any other its
    weekday; both keep the clock.
    """
    begins, ends = (
        datetime.fromisoformat(entry[name]).astimezone(WARSAW) for name in ("starts_at", "ends_at")
    )
    lasts = ends.date() - begins.date()
    day = begins.date()
    while datetime.combine(day + lasts, ends.time(), WARSAW) <= now:
        day = _a_year_on(day, entry["date_basis"])
    return datetime.combine(day, begins.time(), WARSAW), datetime.combine(day + lasts, ends.time(), WARSAW)


def _a_year_on(day: date, basis: str) -> date:
    if basis == DateBasis.FIXED_DATE and (day.month, day.day) != (2, 29):
        return day.replace(year=day.year + 1)
    return day + A_YEAR_OF_WEEKS


def _place(entry: Mapping[str, Any]) -> Place:
    place, _new = Place.objects.update_or_create(
        name=entry["place"],
        town=entry["town"],
        group=None,
        defaults={
            "voivodeship": entry["voivodeship"],
            "lat": entry["lat"],
            "lon": entry["lon"],
            "precision": entry["location_precision"],
            "accessibility": entry.get("accessibility") or [],
        },
    )
    return place

"""Which events strangers find, and how a question of theirs narrows them: for the list, the map and the calendar."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db.models import (
    Exists,
    Expression,
    ExpressionWrapper,
    F,
    FloatField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
)
from django.db.models.functions import Cast
from django.utils import timezone

from core.editions import Edition
from events.enums import Visibility
from events.grid import Bounds, around, covering
from events.map_filters import MapFilter
from events.map_layers import kept_off
from events.models import AttendanceRule, Event
from events.models.event import SQUARE_BITS
from people.enums import GroupKind
from people.models import Group

WARSAW = ZoneInfo("Europe/Warsaw")
SECONDS = 60
# What began longer ago than this is no event any more, whatever its end says: the index need not be read from 1970.
LONGEST = timedelta(days=400)
KM_IN_A_DEGREE = 111.195
# Another one when a public event changes.
EVENTS = Edition("events")


def forget_map() -> None:
    """From now on the list, the map and the calendar are read anew."""
    EVENTS.change()


def listed_events(now: datetime) -> QuerySet[Event]:
    """What is announced to everybody and not over, the cancelled among them: people have to learn of it."""
    return _not_of(
        _private_hosts(now), Event.objects.filter(listed_from__gte=now - LONGEST, ends_at__gte=now)
    )


def mapped_events(now: datetime) -> QuerySet[Event]:
    """Of these, what takes place, and somewhere."""
    return _not_of(_private_hosts(now), Event.objects.filter(map_square__gte=0, ends_at__gte=now))


def _not_of(hosts: list[UUID], events: QuerySet[Event]) -> QuerySet[Event]:
    # `exclude` alone would compare each row with every host, and lose those without a group.
    return events.filter(Q(group=None) | ~Q(group__in=hosts)) if hosts else events


def _private_hosts(now: datetime) -> list[UUID]:
    """Groups whose events would be found but for what became of the group: clubs for which nobody vouches any more,
    and whom a room upstairs keeps off. There are few, so their ids spare every row a join.
    """
    key = f"events:private-hosts:{EVENTS.now()}"
    known: list[UUID] | None = cache.get(key)
    if known is not None:
        return known
    hosts = Q(kind=GroupKind.CLUB, parent=None)
    for groups in kept_off():
        hosts |= Q(pk__in=groups.values("pk"))
    public = Event.objects.filter(group=OuterRef("pk"), visibility=Visibility.PUBLIC, ends_at__gte=now)
    found = list(Group.objects.filter(hosts).filter(Exists(public)).values_list("pk", flat=True))
    cache.set(key, found, SECONDS)
    return found


def in_box(events: QuerySet[Event], bounds: Bounds) -> QuerySet[Event]:
    """Those inside a box, by ranges of the grid and then exactly."""
    cells = Q()
    for one in covering(bounds):
        squares = Q(map_square__gte=one.start >> SQUARE_BITS, map_square__lte=(one.stop - 1) >> SQUARE_BITS)
        cells |= squares & Q(cell__gte=one.start, cell__lt=one.stop)
    return events.filter(
        cells, lat__gte=bounds.south, lat__lte=bounds.north, lon__gte=bounds.west, lon__lte=bounds.east
    )


def narrowed(events: QuerySet[Event], asked: MapFilter) -> QuerySet[Event]:
    """Those that answer the question. With a centre each has `squared`, its distance in degrees."""
    if asked.kinds:
        events = events.filter(kind__in=asked.kinds)
    if asked.first:
        events = events.filter(ends_at__gte=_midnight(asked.first))
    if asked.last:
        events = events.filter(starts_at__lt=_midnight(asked.last) + timedelta(days=1))
    if asked.voivodeship:
        events = events.filter(voivodeship=asked.voivodeship)
    centre = asked.centre
    if centre is not None:
        reach = asked.kilometres / KM_IN_A_DEGREE
        events = in_box(events, around(*centre, asked.kilometres * 1.01))
        events = events.annotate(squared=_squared(*centre)).filter(squared__lte=reach * reach)
    elif asked.town:
        events = events.filter(town__iexact=asked.town)
    if asked.age is not None:
        events = events.filter(
            Q(age_min=None) | Q(age_min__lte=asked.age), Q(age_max=None) | Q(age_max__gte=asked.age)
        )
    if asked.accessibility:
        events = events.annotate(access=Cast("place__accessibility", TextField()))
        for code in asked.accessibility:
            events = events.filter(access__contains=f'"{code}"')
    if asked.badge:
        events = events.filter(_leads_to(asked.badge))
    for word in asked.search_words:
        events = events.filter(searchable__contains=word)
    return events


def kilometres_of(event: Event) -> float | None:
    """How far an event is from the centre that was asked for; None when none was."""
    squared: float | None = getattr(event, "squared", None)
    return None if squared is None else squared**0.5 * KM_IN_A_DEGREE


def _squared(lat: float, lon: float) -> Expression:
    """On a flat map around the centre: within half a percent at 200 km, and nothing a database cannot do."""
    up = F("lat") - lat
    across = (F("lon") - lon) * math.cos(math.radians(lat))
    return ExpressionWrapper(up * up + across * across, output_field=FloatField())


def _leads_to(slug: str) -> Q:
    """Named by the event, or awarded for having been there: at it, in its series, or at events of its kind."""
    related = Event.related_badges.through.objects.filter(event=OuterRef("pk"), achievement__slug=slug)
    rules = AttendanceRule.objects.filter(achievement__slug=slug, ended_at=None)
    of_kind = rules.filter(
        Q(kind="") | Q(kind=OuterRef("kind")), event=None, series=None, group=OuterRef("group")
    )
    return (
        Q(Exists(related))
        | Q(Exists(rules.filter(event=OuterRef("pk"))))
        | Q(Exists(rules.filter(series=OuterRef("series"))))
        | Q(Exists(of_kind))
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()), WARSAW)

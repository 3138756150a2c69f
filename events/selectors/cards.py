"""Events as lists show them: one frozen value each, in six statements at any number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from core.paging import page
from core.translated import in_language
from credentials.models import Achievement
from events.check_in_window import is_open
from events.enums import EventKind, SignUpState, Visibility
from events.models import Attendance, AttendanceRule, Event, SignUp
from events.selectors.events import Person, events_concerning, plans_with, roles_of
from people.models import Group

MOST_EVENTS = 100


@dataclass(frozen=True)
class EventCard:
    """What stands in a list. `mine` is the viewer's sign-up ("" for none); `going` counts people, never names them."""

    id: UUID
    slug: str
    title: str
    kind: str
    kind_label: str
    starts_at: datetime
    ends_at: datetime
    form: str
    place_name: str
    town: str
    cancelled: bool
    visibility: str
    group_id: UUID | None
    organiser: str
    capacity: int | None
    going: int
    mine: str
    attended: bool
    badge: Achievement | None
    may_manage: bool
    check_in_open: bool
    public_url: str


@dataclass(frozen=True)
class EventPage:
    items: tuple[EventCard, ...]
    next: UUID | None


def page_address(event: Event) -> str:
    """The public page of an event, short enough to be typed."""
    return f"{settings.PUBLIC_URL}/events/{event.slug}"


def organiser_of(event: Event) -> str:
    """Who invites: the group (a class with its school), the issuer, or the name that was written down."""
    group = event.group
    if group is not None:
        school = group.parent.name if group.parent is not None else ""
        return f"{group.name} · {school}" if school else group.name
    if event.issuer is not None:
        return in_language(event.issuer.name)
    return in_language(event.organiser_name)


def cards_of(events: QuerySet[Event] | Sequence[Event], viewer: Person) -> list[EventCard]:
    """One card for each event, in the same order. The caller has asked what the viewer may see."""
    if isinstance(events, QuerySet):
        events = list(events.select_related("group__parent", "issuer", "place"))
    now = timezone.now()
    ids = [event.pk for event in events]
    going = dict(
        SignUp.objects.filter(event__in=ids, state=SignUpState.GOING)
        .values_list("event")
        .annotate(people=Count("pk"))
    )
    own = viewer.pk if viewer.is_authenticated else None
    mine = dict(SignUp.objects.filter(event__in=ids, user=own).values_list("event", "state")) if own else {}
    there = (
        set(Attendance.objects.filter(event__in=ids, user=own).values_list("event", flat=True))
        if own
        else set()
    )
    badges = badges_of(events)
    roles = roles_of(viewer, [event.group for event in events if event.group is not None])
    return [
        EventCard(
            id=event.pk,
            slug=event.slug,
            title=in_language(event.title),
            kind=event.kind,
            kind_label=str(EventKind(event.kind).label),
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            form=event.form,
            place_name=event.place.name if event.place else "",
            town=event.town,
            cancelled=event.cancelled_at is not None,
            visibility=event.visibility,
            group_id=event.group_id,
            organiser=organiser_of(event),
            capacity=event.capacity,
            going=going.get(event.pk, 0),
            mine="" if mine.get(event.pk) == SignUpState.CANCELLED else mine.get(event.pk, ""),
            attended=event.pk in there,
            badge=badges[event.pk][0].achievement if badges[event.pk] else None,
            may_manage=event.group is not None and plans_with(roles, event.group),
            check_in_open=event.group is not None and is_open(event, now),
            public_url=page_address(event) if event.visibility == Visibility.PUBLIC else "",
        )
        for event in events
    ]


def card_of(event: Event, viewer: Person) -> EventCard:
    return cards_of(Event.objects.filter(pk=event.pk), viewer)[0]


def badges_of(events: Iterable[Event]) -> dict[UUID, list[AttendanceRule]]:
    """The rules by which an event leads to a badge, the nearest first: for it alone, for its series, for its kind."""
    events = list(events)
    rules = (
        AttendanceRule.objects.filter(
            Q(event__in=[event.pk for event in events])
            | Q(series__in={event.series_id for event in events if event.series_id})
            | Q(event=None, series=None, group__in={event.group_id for event in events if event.group_id}),
            ended_at=None,
        )
        .select_related("achievement__current_version", "achievement__issuer")
        .order_by("count", "pk")[:500]
    )
    found: dict[UUID, list[AttendanceRule]] = defaultdict(list)
    kept = sorted(rules, key=lambda rule: (rule.event_id is None, rule.series_id is None))
    for event in events:
        found[event.pk] = [rule for rule in kept if _concerns(rule, event)]
    return found


def _concerns(rule: AttendanceRule, event: Event) -> bool:
    if rule.event_id or rule.series_id:
        return rule.event_id == event.pk or (rule.series_id is not None and rule.series_id == event.series_id)
    return rule.group_id == event.group_id and rule.kind in ("", event.kind)


def coming_to(viewer: Person, *, limit: int, after: object = None) -> EventPage:
    """Events that concern the person and are not over, the next first."""
    coming = events_concerning(viewer).filter(ends_at__gte=timezone.now())
    return _page(coming.order_by("starts_at", "pk"), viewer, limit, after)


def of_group(
    group: Group, visible: QuerySet[Event], viewer: Person, *, past: bool, limit: int, after: object = None
) -> EventPage:
    """Events of a group among the `visible`: those to come, the next first; or those over, the last first."""
    now = timezone.now()
    events = visible.filter(group=group)
    if past:
        return _page(events.filter(ends_at__lt=now).order_by("-starts_at", "-pk"), viewer, limit, after)
    return _page(events.filter(ends_at__gte=now).order_by("starts_at", "pk"), viewer, limit, after)


def _page(events: QuerySet[Event], viewer: Person, limit: int, after: object) -> EventPage:
    limit = max(1, min(limit, MOST_EVENTS))
    rows = page(events.select_related("group__parent", "issuer", "place"), limit=limit + 1, after=after)
    shown = rows[:limit]
    return EventPage(tuple(cards_of(shown, viewer)), shown[-1].pk if len(rows) > limit else None)

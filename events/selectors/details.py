"""One event with everything a person may know about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.translated import in_language
from credentials.models import Achievement
from events import check_in_window
from events.enums import Accessibility, SignUpMode, SignUpState, Visibility
from events.models import AttendanceRule, CheckInCode, Event, LateClaim, SignUp
from events.selectors.attenders import taken_places
from events.selectors.cards import EventCard, badges_of, cards_of
from events.selectors.events import Person, keeps_the_door
from events.series import MOST_MEETINGS

MOST_BADGES, MOST_CODES, MOST_INVITED = 20, 50, 200


@dataclass(frozen=True)
class Choice:
    code: str
    label: str


@dataclass(frozen=True)
class EventBadge:
    """A badge to be earned by being there; `scope` is event, series or kind, `line` says it in words."""

    achievement: Achievement
    count: int
    scope: str
    line: str


@dataclass(frozen=True)
class EventValues:
    """What the form is filled with, for who leads."""

    title: str
    description: str
    kind: str
    form: str
    visibility: str
    sign_up: str
    place_id: UUID | None
    online_url: str
    capacity: int | None
    age_min: int | None
    age_max: int | None
    needs_consent: bool
    invited_group_ids: tuple[UUID, ...]
    invited_user_ids: tuple[UUID, ...]
    achievement_id: UUID | None
    badge_count: int


@dataclass(frozen=True)
class PrintedCode:
    id: UUID
    valid_from: datetime
    valid_until: datetime
    cap: int
    used: int
    ended: bool


@dataclass(frozen=True)
class EventDetail:
    """`waiting` and `places_left` are counts: who comes is for those who lead. `late_claim` is the viewer's own."""

    card: EventCard
    description: str
    address: str
    online_url: str
    accessibility: tuple[Choice, ...]
    age_min: int | None
    age_max: int | None
    needs_consent: bool
    sign_up: str
    places_left: int | None
    waiting: int
    badges: tuple[EventBadge, ...]
    series_dates: tuple[datetime, ...]
    cancellation_reason: str
    check_in_from: datetime
    check_in_until: datetime
    late_claim: str
    may_claim_late: bool
    ics_url: str
    poster_url: str
    projector_url: str
    has_teams: bool
    values: EventValues | None
    printed_codes: tuple[PrintedCode, ...]


def event_detail(event: Event, viewer: Person) -> EventDetail:
    """The caller has asked whether the viewer may see the event."""
    event = Event.objects.select_related("group__parent", "issuer", "place", "series").get(pk=event.pk)
    (card,) = cards_of([event], viewer)
    claim = LateClaim.objects.filter(event=event, user=viewer.pk).first() if viewer.is_authenticated else None
    at_the_door = event.group is not None and keeps_the_door(viewer, event.group)
    is_public = event.visibility == Visibility.PUBLIC
    return EventDetail(
        card=card,
        description=in_language(event.description),
        address=event.place.address if event.place else "",
        online_url=event.online_url if _may_join_online(event, card, viewer) else "",
        accessibility=accessibility_of(event),
        age_min=event.age_min,
        age_max=event.age_max,
        needs_consent=event.needs_consent,
        sign_up=event.sign_up,
        places_left=None if event.capacity is None else max(0, event.capacity - taken_places(event)),
        waiting=SignUp.objects.filter(event=event, state=SignUpState.WAITING).count(),
        badges=_badges(badges_of([event])[event.pk]),
        series_dates=_series_dates(event),
        cancellation_reason=event.cancellation_reason,
        check_in_from=check_in_window.opens_at(event),
        check_in_until=check_in_window.closes_at(event),
        late_claim=_claim_in_a_word(claim),
        may_claim_late=claim is None and _may_claim(event, card, viewer),
        ics_url=f"{settings.PUBLIC_URL}/events/{event.slug}.ics",
        poster_url=f"{settings.PUBLIC_URL}/events/{event.slug}/poster"
        if is_public or card.may_manage
        else "",
        projector_url=f"{settings.PUBLIC_URL}/events/{event.pk}/projector" if at_the_door else "",
        has_teams=event.teams.exists(),
        values=_values(event) if card.may_manage else None,
        printed_codes=_printed_codes(event) if card.may_manage else (),
    )


def accessibility_of(event: Event) -> tuple[Choice, ...]:
    """The facts about getting in, in the order of the enum; codes that nobody knows any more are left out."""
    facts = event.place.accessibility if event.place else []
    return tuple(Choice(fact.value, str(fact.label)) for fact in Accessibility if fact.value in facts)


def _badges(rules: Sequence[AttendanceRule]) -> tuple[EventBadge, ...]:
    """Each badge once, by the nearest of its rules."""
    nearest: dict[UUID, AttendanceRule] = {}
    for rule in rules:
        nearest.setdefault(rule.achievement_id, rule)
    return tuple(in_words(rule) for rule in list(nearest.values())[:MOST_BADGES])


def in_words(rule: AttendanceRule) -> EventBadge:
    scope = "event" if rule.event_id else "series" if rule.series_id else "kind"
    if rule.count == 1:
        return EventBadge(rule.achievement, rule.count, scope, _("For being there."))
    if rule.series_id is not None:
        line = ngettext(
            "For being at %(count)d meeting of this series.",
            "For being at %(count)d meetings of this series.",
            rule.count,
        )
        return EventBadge(rule.achievement, rule.count, scope, line % {"count": rule.count})
    line = ngettext("For being at %(count)d such event.", "For being at %(count)d such events.", rule.count)
    return EventBadge(rule.achievement, rule.count, scope, line % {"count": rule.count})


def _may_join_online(event: Event, card: EventCard, viewer: Person) -> bool:
    if not viewer.is_authenticated:
        return False
    return card.may_manage or card.mine == SignUpState.GOING or event.sign_up == SignUpMode.NONE


def _may_claim(event: Event, card: EventCard, viewer: Person) -> bool:
    now = timezone.now()
    asks = viewer.is_authenticated and event.group_id is not None and not card.attended
    return asks and check_in_window.may_claim_late(event, now)


def _claim_in_a_word(claim: LateClaim | None) -> str:
    if claim is None:
        return ""
    return {None: "open", True: "accepted", False: "declined"}[claim.accepted]


def _series_dates(event: Event) -> tuple[datetime, ...]:
    if event.series_id is None:
        return ()
    meetings = Event.objects.filter(series=event.series_id, cancelled_at=None).order_by("starts_at")
    return tuple(meetings.values_list("starts_at", flat=True)[:MOST_MEETINGS])


def _values(event: Event) -> EventValues:
    rules = badges_of([event])[event.pk]
    rule = next((one for one in rules if one.event_id or one.series_id), None)
    return EventValues(
        title=in_language(event.title),
        description=in_language(event.description),
        kind=event.kind,
        form=event.form,
        visibility=event.visibility,
        sign_up=event.sign_up,
        place_id=event.place_id,
        online_url=event.online_url,
        capacity=event.capacity,
        age_min=event.age_min,
        age_max=event.age_max,
        needs_consent=event.needs_consent,
        invited_group_ids=tuple(event.invited_groups.values_list("pk", flat=True)[:MOST_INVITED]),
        invited_user_ids=tuple(event.invited_people.values_list("pk", flat=True)[:MOST_INVITED]),
        achievement_id=rule.achievement_id if rule else None,
        badge_count=rule.count if rule else 1,
    )


def _printed_codes(event: Event) -> tuple[PrintedCode, ...]:
    codes = CheckInCode.objects.filter(event=event).order_by("-created_at")[:MOST_CODES]
    return tuple(
        PrintedCode(
            code.pk, code.valid_from, code.valid_until, code.cap, code.used, code.ended_at is not None
        )
        for code in codes
    )

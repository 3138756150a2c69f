"""The list at the door, and who is here now."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from core.access import visible
from events.check_in_window import OPENS_BEFORE, closes_at, is_open, opens_at
from events.enums import SignUpState
from events.models import Attendance, CheckInCode, Event, LateClaim, SignUp
from events.selectors.cards import EventCard, card_of
from events.selectors.events import Person, memberships_of
from people.alphabet import in_register_order
from people.enums import LEADING_ROLES, GroupKind, Role
from people.models import Membership, User

MOST_PEOPLE, MOST_CLAIMS, MOST_OPEN = 500, 100, 20
INNER_KINDS = (GroupKind.SCHOOL_CLASS, GroupKind.TEAM)
COMING = (SignUpState.GOING, SignUpState.WAITING, SignUpState.AWAITING_CONSENT)


@dataclass(frozen=True)
class CheckInPerson:
    """`at` and `method` are empty for who is not here; `sign_up` for who did not sign up."""

    id: UUID
    name: str
    here: bool
    at: datetime | None
    method: str
    sign_up: str


@dataclass(frozen=True)
class LateClaimView:
    id: UUID
    name: str
    note: str
    asked_at: datetime


@dataclass(frozen=True)
class CheckInScreen:
    """`expected` counts members and people who signed up; `here` may be more: who came besides."""

    event: EventCard
    people: tuple[CheckInPerson, ...]
    here: int
    expected: int
    open: bool
    opens_at: datetime
    closes_at: datetime
    late_claims: tuple[LateClaimView, ...]


def expected_at(event: Event) -> QuerySet[User]:
    """Learners of the host and of invited groups, invited people, and who signed up: whom the door may tick."""
    learning = Membership.objects.current().learning()
    members = learning.filter(Q(group=event.group_id) | Q(group__in=event.invited_groups.all()))
    coming = SignUp.objects.filter(event=event, state__in=COMING)
    here = Attendance.objects.filter(event=event)
    return User.objects.active().filter(
        Q(pk__in=members.values("user"))
        | Q(pk__in=coming.values("user"))
        | Q(pk__in=event.invited_people.values("pk"))
        | Q(pk__in=here.values("user"))
    )


def check_in_screen(event: Event, viewer: Person, now: datetime) -> CheckInScreen:
    """The leader's list in register order; the same number of statements for three people and for three hundred."""
    attendances = {row.user_id: row for row in Attendance.objects.filter(event=event)[: MOST_PEOPLE * 10]}
    coming = dict(SignUp.objects.filter(event=event, state__in=COMING).values_list("user_id", "state"))
    people = in_register_order(expected_at(event)[:MOST_PEOPLE])
    known = known_by_name(event)
    rows = tuple(
        _row(person, known, attendances.get(person.pk), coming.get(person.pk, "")) for person in people
    )
    claims = (
        LateClaim.objects.filter(event=event, accepted=None).select_related("user").order_by("asked_at", "id")
    )
    return CheckInScreen(
        event=card_of(event, viewer),
        people=rows,
        here=len(attendances),
        expected=len(rows),
        open=is_open(event, now),
        opens_at=opens_at(event),
        closes_at=closes_at(event),
        late_claims=tuple(
            LateClaimView(one.pk, name_at_the_door(one.user, known), one.note, one.asked_at)
            for one in claims[:MOST_CLAIMS]
        ),
    )


def _row(person: User, known: Container[UUID], there: Attendance | None, sign_up: str) -> CheckInPerson:
    return CheckInPerson(
        id=person.pk,
        name=name_at_the_door(person, known),
        here=there is not None,
        at=there.checked_in_at if there else None,
        method=there.method if there else "",
        sign_up=sign_up,
    )


def known_by_name(event: Event) -> set[UUID]:
    """Who is in the host, or in a class of the school that hosts: the door reads their full names."""
    if event.group_id is None:
        return set()
    inside = Q(group=event.group_id) | Q(group__parent=event.group_id, group__kind__in=INNER_KINDS)
    return set(Membership.objects.current().filter(inside).values_list("user_id", flat=True))


def name_at_the_door(person: User, known: Container[UUID]) -> str:
    """The full name of who is known here; of others the nickname, or the first name with an initial (product.md §5)."""
    if person.pk in known:
        return person.get_full_name() or person.username
    if person.nickname or not person.family_name:
        return person.nickname or person.given_name or person.username
    return f"{person.given_name} {person.family_name[0]}."


def here_count(event: Event) -> int:
    return Attendance.objects.filter(event=event).count()


def current_event_of(group_id: UUID, now: datetime) -> Event | None:
    """The event of a group that is on now, or whose check-in is open; the latest begun of several."""
    events = (
        Event.objects.shown()
        .filter(group=group_id, cancelled_at=None, starts_at__lte=now + OPENS_BEFORE, ends_at__gt=now)
        .order_by("-starts_at", "id")
    )
    return events.first()


def here_now(group_id: UUID, now: datetime) -> set[UUID]:
    """Who is at the group's present event: ids, empty when there is none."""
    event = current_event_of(group_id, now)
    if event is None:
        return set()
    return set(Attendance.objects.filter(event=event).values_list("user_id", flat=True)[:MOST_PEOPLE])


def open_events_of(person: User, concerning: QuerySet[Event], now: datetime) -> list[Event]:
    """Events that concern the person and whose check-in is open, the latest begun first: where digits are typed."""
    near = concerning.filter(Q(check_in_until__gt=now) | Q(check_in_until=None, ends_at__gt=now))
    begun = near.filter(Q(check_in_from__lte=now) | Q(check_in_from=None, starts_at__lte=now + OPENS_BEFORE))
    rows = begun.select_related("group").order_by("-starts_at", "id")[: MOST_OPEN * 5]
    return [event for event in rows if is_open(event, now)][:MOST_OPEN]


def _of_events_planned_by(user: Person) -> Q:
    """Of events whose host the person leads, or coordinates as a class's or team's school."""
    mine = memberships_of(user)
    led = mine.filter(role__in=[*LEADING_ROLES, Role.COORDINATOR]).exclude(
        group__kind=GroupKind.SCHOOL, role__in=LEADING_ROLES
    )
    above = mine.filter(role=Role.COORDINATOR)
    inner = Q(event__group__kind__in=INNER_KINDS)
    return Q(event__group__in=led.values("group")) | (
        inner & Q(event__group__parent__in=above.values("group"))
    )


@visible(LateClaim)
def late_claims_visible_to(user: Person) -> QuerySet[LateClaim]:
    """Claims that the person decides."""
    if not user.is_authenticated or not user.is_active:
        return LateClaim.objects.none()
    return LateClaim.objects.filter(_of_events_planned_by(user)).select_related("event__group", "user")


@visible(CheckInCode)
def check_in_codes_visible_to(user: Person) -> QuerySet[CheckInCode]:
    """Printed codes of events that the person plans."""
    if not user.is_authenticated or not user.is_active:
        return CheckInCode.objects.none()
    return CheckInCode.objects.filter(_of_events_planned_by(user)).select_related("event__group")

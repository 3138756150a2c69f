"""Being there, recorded once: by oneself at the door, by who keeps it, in one act or later from a phone without
network. A person is at an event once by constraint; no position is asked for or kept (PR-04).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from events.check_in_window import CLOCK_SKEW, SYNC, closes_at, is_open, opens_at, takes_place
from events.domain_events import AttendanceWithdrawn, CheckedIn, PeopleCheckedIn
from events.enums import CheckInMethod, SignUpState
from events.models import Attendance, CheckInCode, Event, SignUp
from events.services.attendance_badges import take_back_badges_of
from people.audiences import staff_topic, user_topic
from people.models import User

MOST_AT_ONCE = 300


@dataclass(frozen=True)
class Arrival:
    """Somebody is here; `already` when they were before."""

    attendance: Attendance
    already: bool


def check_in(
    event: Event,
    user: User,
    *,
    method: str,
    actor: User | None,
    at: datetime | None = None,
    code: CheckInCode | None = None,
) -> Arrival:
    """Record that `user` is here. Again answers the same and changes nothing.

    With `at` it is told later: by a phone that had no network, or after signing in; for oneself the caller answers
    for `at`. Raises Refusal CHECK_IN_NOT_OPEN, CHECK_IN_OVER,
    EVENT_CANCELLED, CONSENT_AWAITED, CODE_WRONG (a printed code that is over) or CODE_FULL.
    """
    now = timezone.now()
    there = Attendance.objects.filter(event=event, user=user).first()
    if there is not None:
        return Arrival(there, already=True)
    by_oneself = actor is None or actor.pk == user.pk
    if by_oneself:
        moment = now if at is None else at
        require_open(event, moment)
        _require_consent(event, user)
    else:
        moment = moment_of_the_door(event, at, now)
    with transaction.atomic():
        if code is not None:
            _use(code, moment)
        new = _record(event, [user], method=method, at=moment, actor=None if by_oneself else actor, code=code)
        if new:
            fact = CheckedIn(event_id=event.pk, attendance_id=new[0].pk)
            emit(fact, actor=actor or user, audience=_audience(event, [user.pk]))
            return Arrival(new[0], already=False)
        if code is not None:
            CheckInCode.objects.filter(pk=code.pk).update(used=F("used") - 1)
    return Arrival(Attendance.objects.get(event=event, user=user), already=True)


@transaction.atomic
def check_in_people(
    event: Event, people: Sequence[User], *, actor: User, at: datetime | None = None
) -> list[Attendance]:
    """Tick several people in one act, in as many statements for one as for three hundred.

    Answers the new attendances; who is here already is left as they are.
    """
    if not 1 <= len(people) <= MOST_AT_ONCE:
        raise Refusal("HOW_MANY", _("Choose from 1 to %(most)d people."), "user_ids", most=MOST_AT_ONCE)
    moment = moment_of_the_door(event, at, timezone.now())
    new = _record(event, people, method=CheckInMethod.LEADER, at=moment, actor=actor, code=None)
    if new:
        fact = PeopleCheckedIn(event_id=event.pk, attendance_ids=tuple(one.pk for one in new))
        emit(fact, actor=actor, audience=_audience(event, [one.user_id for one in new]))
    return new


@transaction.atomic
def undo_check_in(event: Event, user: User, *, actor: User) -> bool:
    """Take a tick back that was a mistake, and the badge it alone caused while that can be undone.

    False when the person was not ticked.
    """
    deleted, _rows = Attendance.objects.filter(event=event, user=user).delete()
    if deleted:
        take_back_badges_of(event, user, actor=actor, now=timezone.now())
        fact = AttendanceWithdrawn(event_id=event.pk, user_id=user.pk)
        emit(fact, actor=actor, audience=_audience(event, [user.pk]))
    return bool(deleted)


def record_late(event: Event, user: User, *, actor: User) -> Arrival:
    """Somebody's late claim was accepted; it counts from the closing of check-in."""
    moment = min(timezone.now(), closes_at(event))
    new = _record(event, [user], method=CheckInMethod.LATE, at=moment, actor=actor, code=None)
    if new:
        fact = CheckedIn(event_id=event.pk, attendance_id=new[0].pk)
        emit(fact, actor=actor, audience=_audience(event, [user.pk]))
    return Arrival(Attendance.objects.get(event=event, user=user), already=not new)


def require_open(event: Event, now: datetime) -> None:
    """Raise the Refusal that says why nobody can check in by themselves now."""
    if is_open(event, now):
        return
    if not takes_place(event):
        raise Refusal("EVENT_CANCELLED", _("This event does not take place."))
    if now < opens_at(event):
        raise Refusal("CHECK_IN_NOT_OPEN", _("Check-in opens at %(time)s."), time=_clock(opens_at(event)))
    raise Refusal("CHECK_IN_OVER", _("Check-in is over. You can still tell the leader that you were here."))


def moment_of_the_door(event: Event, at: datetime | None, now: datetime) -> datetime:
    """The moment a tick by who keeps the door counts from.

    It lies between opening and closing, is never later than now, and is told within a day of the closing.
    """
    if not takes_place(event):
        raise Refusal("EVENT_CANCELLED", _("This event does not take place."))
    if now >= closes_at(event) + SYNC:
        raise Refusal(
            "CHECK_IN_OVER", _("The list is closed. People can still tell you that they were there.")
        )
    if at is not None and at > now + CLOCK_SKEW:
        raise Refusal("TIME_AHEAD", _("The clock of this phone is ahead. Set it and try again."), "at")
    moment = now if at is None else min(at, now)
    if moment < opens_at(event):
        raise Refusal("CHECK_IN_NOT_OPEN", _("Check-in opens at %(time)s."), time=_clock(opens_at(event)))
    if at is not None and moment >= closes_at(event) + CLOCK_SKEW:
        raise Refusal("CHECK_IN_OVER", _("At that time check-in was over."), "at")
    return min(moment, closes_at(event))


def _require_consent(event: Event, user: User) -> None:
    waits = SignUp.objects.filter(event=event, user=user, state=SignUpState.AWAITING_CONSENT)
    if event.needs_consent and waits.exists():
        raise Refusal(
            "CONSENT_AWAITED", _("Your guardian has not agreed yet. Talk to the leader at the door.")
        )


def _use(code: CheckInCode, now: datetime) -> None:
    """Count one person in by a printed code: exact however many come at once."""
    used = CheckInCode.objects.filter(
        pk=code.pk, ended_at=None, valid_from__lte=now, valid_until__gt=now, used__lt=F("cap")
    ).update(used=F("used") + 1)
    if used:
        return
    code.refresh_from_db(fields=["used", "ended_at"])
    if code.used >= code.cap and code.ended_at is None and code.valid_from <= now < code.valid_until:
        raise Refusal("CODE_FULL", _("This code has been used by as many people as it was made for."))
    raise Refusal("CODE_WRONG", _("This code does not work, or not any more."))


def _record(
    event: Event,
    people: Sequence[User],
    *,
    method: str,
    at: datetime,
    actor: User | None,
    code: CheckInCode | None,
) -> list[Attendance]:
    """Insert who is not there yet; the constraint drops the others, also those who come at the same moment."""
    drafts = [
        Attendance(event=event, user=user, method=method, checked_in_at=at, recorded_by=actor, code=code)
        for user in people
    ]
    Attendance.objects.bulk_create(drafts, ignore_conflicts=True)
    written = set(Attendance.objects.filter(pk__in=[one.pk for one in drafts]).values_list("pk", flat=True))
    return [one for one in drafts if one.pk in written]


def _audience(event: Event, user_ids: Sequence[UUID]) -> Audience:
    """Those whom it is about and who keep the door; never the group."""
    topics = tuple(user_topic(pk) for pk in user_ids)
    if event.group_id is not None:
        topics += (staff_topic(event.group_id),)
    return Audience(topics=topics, scope=event.group_id)


def _clock(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%H:%M")

"""What the demo's groups do: the club meets now and every week, the class debates, the club opens its door."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from credentials.models import Achievement
from events.enums import EventKind
from events.models import AttendanceRule, Event
from events.plans import EventPlan
from events.selectors.forms import places_for
from events.series import WARSAW
from events.services.attendance_badges import follow_descriptions
from events.services.planning import plan_event
from events.services.signing_up import sign_up
from people.enums import GroupKind
from people.models import Group, User
from people.selectors.groups import students_of
from portal.demo import event_words as words

WEEKS, SIGNED_UP, PLACES = 12, 21, 24
CLEAN = "klub-czysta-okolica"


def make_gatherings(club_name: str, now: datetime) -> None:
    """Plan what is not planned yet; run again when all of it is over, the demo has something to come again."""
    club = Group.objects.get(kind=GroupKind.CLUB, name=club_name)
    group = Group.objects.get(kind=GroupKind.SCHOOL_CLASS, name="2B", parent__school__slug="lo-przykladowo")
    ahead = Event.objects.filter(ends_at__gt=now + timedelta(hours=1))
    if not ahead.filter(group=club).exists():
        leader = User.objects.get(username="leader")
        follow_descriptions(club, actor=leader, now=now)
        # One tidies up at a clean-up, not at a meeting over tea.
        made = AttendanceRule.objects.filter(group=club, achievement__slug=CLEAN, event=None, series=None)
        made.update(kind=EventKind.CLEANUP)
        _club_meets(club, leader, now)
        _open_day(club, leader, now)
    if not ahead.filter(group=group).exists():
        _debate(group, User.objects.get(username="teacher"), now)


def _club_meets(club: Group, leader: User, now: datetime) -> None:
    """Began a quarter of an hour ago, so that check-in can be tried at once; then every week."""
    begins = now.replace(second=0, microsecond=0) - timedelta(minutes=15)
    plan = EventPlan(
        title=words.MEETING[0],
        description=words.MEETING[1],
        kind=EventKind.MEETING,
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        place=places_for(club).order_by("name").first() or words.PLACE,
        repeat_weeks=1,
        repeat_until=(timezone.localtime(begins, WARSAW) + timedelta(weeks=WEEKS)).date(),
    )
    first = plan_event(club, plan, actor=leader)
    Event.objects.filter(series=first.series).update(is_demo=True)


def _open_day(club: Group, leader: User, now: datetime) -> None:
    begins = _at(now, days=9, hour=15)
    plan = EventPlan(
        title=words.OPEN_DAY[0],
        description=words.OPEN_DAY[1],
        kind=EventKind.CLEANUP,
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        place=words.PARK,
        visibility="public",
        sign_up="open",
        capacity=30,
        age_min=13,
        needs_consent=True,
    )
    Event.objects.filter(pk=plan_event(club, plan, actor=leader).pk).update(is_demo=True)


def _debate(group: Group, teacher: User, now: datetime) -> None:
    begins = _at(now, days=4, hour=12)
    plan = EventPlan(
        title=words.DEBATE[0],
        description=words.DEBATE[1],
        kind=EventKind.DEBATE,
        starts_at=begins,
        ends_at=begins + timedelta(minutes=90),
        place=words.HALL,
        sign_up="open",
        capacity=PLACES,
        achievement=Achievement.objects.get(slug="debata"),
    )
    debate = plan_event(group, plan, actor=teacher)
    Event.objects.filter(pk=debate.pk).update(is_demo=True)
    for student in list(students_of(group))[3 : 3 + SIGNED_UP]:
        sign_up(debate, user=student)


def _at(now: datetime, *, days: int, hour: int) -> datetime:
    """On the clock of Poland, at the next working day from then on."""
    day = (timezone.localtime(now, WARSAW) + timedelta(days=days)).date()
    while day.isoweekday() > 5:
        day += timedelta(days=1)
    return datetime(day.year, day.month, day.day, hour, tzinfo=WARSAW)

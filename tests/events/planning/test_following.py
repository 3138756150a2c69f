"""Changing this meeting and those after it: what they share moves along, what one was given by itself stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from core import emitting
from core.domain_events import restore
from core.models import Activity, Delivery
from events.enums import SignUpMode, Visibility
from events.models import AttendanceRule, Event
from events.series import WARSAW, Meeting, moved_along
from events.services.cancelling import cancel_event
from events.services.changing import change_event
from events.services.planning import plan_event
from events.services.signing_up import sign_up
from people.notices import line_of
from tests.events.planning.conftest import a_plan, in_days, refused, warsaw
from tests.factories import AchievementFactory

FOUR_O_CLOCK = Meeting(warsaw("2027-03-11 16:00"), warsaw("2027-03-11 17:30"))


@pytest.mark.parametrize(
    ("later", "after", "expected"),
    [
        ("2027-04-08 16:00", "2027-03-12 18:00", "2027-04-09 18:00"),
        ("2027-03-25 16:00", "2027-03-10 08:00", "2027-03-24 08:00"),
        ("2027-03-25 16:15", "2027-03-12 18:00", None),
        ("2027-03-26 16:00", "2027-03-12 18:00", None),
    ],
)
def test_hours_on_the_clock_move_along_over_a_change_of_clocks(later, after, expected):
    hours = timedelta(minutes=90)
    moved = moved_along(
        Meeting(warsaw(later), warsaw(later) + hours),
        FOUR_O_CLOCK,
        Meeting(warsaw(after), warsaw(after) + hours),
    )
    assert (moved and moved.starts_at) == (expected and warsaw(expected))


@pytest.fixture
def plan():
    starts_at = timezone.localtime(in_days(7), WARSAW).replace(hour=16, minute=0, second=0, microsecond=0)
    return a_plan(
        starts_at=starts_at,
        repeat_weeks=1,
        repeat_until=(starts_at + timedelta(days=28)).date(),
        title="Próba",
    )


@pytest.fixture
def series(plan, class_2b, teacher) -> list[Event]:
    """Five meetings, a week apart."""
    plan_event(class_2b.group, plan, actor=teacher)
    return list(Event.objects.order_by("starts_at"))


def change(event: Event, plan, teacher, **changed) -> None:
    at = {"starts_at": event.starts_at, "ends_at": event.ends_at}
    change_event(
        event,
        replace(plan, repeat_weeks=None, repeat_until=None, **{**at, **changed}),
        actor=teacher,
        following=True,
    )


def on_the_clock() -> list[tuple[int, int, int]]:
    """Day of the week, hour and sequence of every meeting."""
    rows = Event.objects.order_by("starts_at")
    times = [(timezone.localtime(one.starts_at, WARSAW), one.sequence) for one in rows]
    return [(at.isoweekday(), at.hour, sequence) for at, sequence in times]


def test_the_rest_moves_and_what_was_before_stays(series, plan, teacher):
    day = series[0].starts_at.astimezone(WARSAW).isoweekday()
    later: datetime = series[2].starts_at + timedelta(days=1, hours=2)

    change(series[2], plan, teacher, starts_at=later, ends_at=later + timedelta(hours=2))

    assert on_the_clock() == [(day, 16, 0)] * 2 + [(day % 7 + 1, 18, 1)] * 3


def test_a_meeting_that_was_moved_by_itself_keeps_its_hour_and_takes_the_new_title(series, plan, teacher):
    alone = series[3].starts_at + timedelta(hours=3)
    change_event(
        series[3],
        replace(
            plan, repeat_weeks=None, repeat_until=None, starts_at=alone, ends_at=alone + timedelta(hours=1)
        ),
        actor=teacher,
    )
    later = series[1].starts_at + timedelta(hours=1)

    change(
        series[1], plan, teacher, starts_at=later, ends_at=later + timedelta(hours=2), title="Próba generalna"
    )

    hours = [hour for _, hour, _ in on_the_clock()]
    assert hours == [16, 17, 17, 19, 17]
    titles = [one.title["pl"] for one in Event.objects.order_by("starts_at")]
    assert titles == ["Próba", *["Próba generalna"] * 4]
    assert Event.objects.get(pk=series[3].pk).searchable.startswith("proba generalna")


def test_a_title_of_its_own_and_a_meeting_called_off_stay(series, plan, teacher):
    Event.objects.filter(pk=series[3].pk).update(title={"pl": "Premiera"})
    cancel_event(series[4], actor=teacher)

    change(series[2], plan, teacher, title="Warsztaty")

    assert [one.title["pl"] for one in Event.objects.order_by("starts_at")] == [
        "Próba", "Próba", "Warsztaty", "Premiera", "Próba",
    ]  # fmt: skip
    assert [sequence for _, _, sequence in on_the_clock()] == [0, 0, 0, 0, 1]


def test_it_is_announced_once_to_a_group_and_once_to_a_person(
    series, plan, teacher, class_2b, pa1, monkeypatch, django_capture_on_commit_callbacks
):
    heard: list[str] = []
    publish = emitting.publish
    monkeypatch.setattr(
        emitting, "publish", lambda topics, told: heard.extend(topics) or publish(topics, told)
    )
    later = series[2].starts_at + timedelta(hours=1)

    with django_capture_on_commit_callbacks(execute=True):
        change(series[2], plan, teacher, starts_at=later, ends_at=later + timedelta(hours=2))

    assert heard.count(f"group:{class_2b.group.pk}") == 1
    assert len(heard) == len(set(heard)) == 5
    facts = [
        restore("events.EventMoved", one.about) for one in Activity.objects.filter(fact="events.EventMoved")
    ]
    assert {one.event_id: one.later_ids for one in facts} == {
        series[2].pk: (series[3].pk, series[4].pk), series[3].pk: (series[4].pk,), series[4].pk: (),
    }  # fmt: skip
    inbox = Delivery.objects.filter(activity__fact="events.EventMoved")
    assert sorted(inbox.values_list("recipient__username", flat=True)) == [
        "2b-student01", "2b-student02", "2b-student03",
    ]  # fmt: skip
    with override("en"):
        line = line_of("events.EventMoved", inbox[0].activity.about, pa1.pk)
    assert line.startswith("“Próba” has moved, with the meetings after it. Now: ")


def test_fewer_places_than_a_later_meeting_has_given_away_change_nothing(class_2b, teacher, plan, pa1, pa2):
    open_plan = replace(plan, sign_up=SignUpMode.OPEN, capacity=5)
    plan_event(class_2b.group, open_plan, actor=teacher)
    first, *_, last = Event.objects.order_by("starts_at")
    for who in (pa1, pa2):
        sign_up(last, user=who)

    at = {"starts_at": first.starts_at, "ends_at": first.ends_at}
    fewer = replace(open_plan, capacity=1, repeat_weeks=None, repeat_until=None, **at)
    assert refused(change_event, first, fewer, actor=teacher, following=True) == [
        ("CAPACITY_BELOW_TAKEN", "capacity")
    ]
    assert set(Event.objects.values_list("capacity", flat=True)) == {5}


def test_invitations_go_along_unless_a_meeting_has_its_own(series, plan, teacher, pa1, pa2):
    own = replace(plan, repeat_weeks=None, repeat_until=None, visibility=Visibility.INVITED)
    at = {"starts_at": series[4].starts_at, "ends_at": series[4].ends_at}
    change_event(series[4], replace(own, invited_people=[pa2], **at), actor=teacher)

    change(series[2], own, teacher, invited_people=[pa1])

    invited = [
        list(one.invited_people.values_list("username", flat=True))
        for one in Event.objects.order_by("starts_at")
    ]
    assert invited == [[], [], [pa1.username], [pa1.username], [pa2.username]]


def test_a_badge_counts_at_every_meeting_that_follows(series, plan, teacher, issuer):
    badge = AchievementFactory(issuer=issuer)

    change(series[1], plan, teacher, achievement=badge)

    rule = AttendanceRule.objects.get()
    assert (rule.series, rule.event, rule.count) == (series[0].series, None, 1)


def test_an_event_alone_has_none_to_follow(class_2b, teacher):
    event = plan_event(class_2b.group, a_plan(), actor=teacher)

    changed = change_event(event, a_plan(title="Inna"), actor=teacher, following=True)

    assert (changed.title, Event.objects.count()) == ({"pl": "Inna"}, 1)

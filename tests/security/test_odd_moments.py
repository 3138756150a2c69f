"""GQ-09: moments without a zone and at the ends of time are read or refused, and never break the portal."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import Attendance, CheckInCode, Event
from tests.asking import ask

CHECK_IN = "mutation($e: ID!, $u: [ID!]!, $at: DateTime) { checkInPeople(eventId: $e, userIds: $u, at: $at) { checkedIn errors { code } } }"
PLAN = "mutation($g: ID!, $e: EventInput!) { planEvent(groupId: $g, event: $e) { errors { code } } }"
PRINT = """mutation($e: ID!, $from: DateTime!, $until: DateTime!) {
  makePrintedCode(eventId: $e, cap: 5, validFrom: $from, validUntil: $until) { errors { code } } }"""
ENDS = [
    ("0001-01-01T00:00:00+14:00", "CHECK_IN_NOT_OPEN", "EVENT_OVER"),
    ("0001-01-01T00:00:00", "CHECK_IN_NOT_OPEN", "EVENT_OVER"),
    ("1990-05-01T10:00:00Z", "CHECK_IN_NOT_OPEN", "EVENT_OVER"),
    ("9999-12-31T23:00:00", "TIME_AHEAD", "DATE_TOO_FAR"),
    ("9999-12-31T23:00:00-14:00", "TIME_AHEAD", "DATE_TOO_FAR"),
]


@pytest.mark.parametrize(("moment", "at_the_door", "planned"), ENDS)
def test_gq_09_the_ends_of_time_are_refused(moment, at_the_door, planned, world):
    teacher, event, student = world.class_2b.teacher, world.events.event, world.class_2b.students[0]
    tick = ask(teacher, CHECK_IN, e=event.pk, u=[student.pk], at=moment)
    assert tick.code == at_the_door
    plan = {"title": "Spacer", "startsAt": moment, "endsAt": moment[:11] + "23:59:59" + moment[19:]}
    assert ask(teacher, PLAN, g=world.class_2b.group.pk, e=plan).code == planned
    assert (Attendance.objects.count(), Event.objects.filter(title__pl="Spacer").count()) == (0, 0)


def test_gq_09_a_moment_without_a_zone_is_read_on_the_portals_clock(world):
    teacher, event, student = world.class_2b.teacher, world.events.event, world.class_2b.students[0]
    local = timezone.localtime().replace(tzinfo=None, microsecond=0)
    assert ask(teacher, CHECK_IN, e=event.pk, u=[student.pk], at=local.isoformat()).data["checkedIn"] == 1
    assert Attendance.objects.get().checked_in_at == timezone.make_aware(local)
    begins = local + timedelta(days=2)
    plan = {
        "title": "Spacer",
        "startsAt": begins.isoformat(),
        "endsAt": (begins + timedelta(hours=1)).isoformat(),
    }
    assert ask(teacher, PLAN, g=world.class_2b.group.pk, e=plan).code is None
    assert Event.objects.get(title__pl="Spacer").starts_at == timezone.make_aware(begins)


def test_gq_09_a_code_for_all_eternity_ends_with_its_event(world):
    window = {"from": "0001-01-01T00:00:00+14:00", "until": "9999-12-31T23:59:59-14:00"}
    assert ask(world.class_2b.teacher, PRINT, e=world.events.event.pk, **window).code is None
    made = CheckInCode.objects.exclude(pk=world.events.code.pk).get()
    assert made.valid_until - made.valid_from < timedelta(days=900)

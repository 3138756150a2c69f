"""Being there is recorded once, inside its window; each bound alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import Activity
from core.refusals import Refusal
from events.enums import CheckInMethod, SignUpState
from events.models import Attendance, SignUp
from events.services import checking_in
from tests.factories import UserFactory

SECOND = timedelta(seconds=1)


def here(event, user):
    return checking_in.check_in(event, user, method=CheckInMethod.PROJECTOR, actor=user)


def refused(act) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def test_a_person_is_here_once(meeting, pa1):
    first, again = here(meeting, pa1), here(meeting, pa1)

    assert (first.already, again.already) == (False, True)
    assert Attendance.objects.get().pk == first.attendance.pk == again.attendance.pk
    assert Activity.objects.filter(fact="events.CheckedIn").count() == 1


@pytest.mark.parametrize(
    ("moment", "answer"),
    [(-SECOND, "CHECK_IN_NOT_OPEN"), (timedelta(0), "here"), (SECOND, "here")],
    ids=["before", "at", "after"],
)
def test_au_06_opening_to_the_second(meeting, pa1, at, moment, answer):
    at(meeting.starts_at - timedelta(minutes=30) + moment)

    if answer == "here":
        assert not here(meeting, pa1).already
    else:
        assert refused(lambda: here(meeting, pa1)) == answer
        assert not Attendance.objects.exists()


@pytest.mark.parametrize(
    ("moment", "answer"),
    [(-SECOND, "here"), (timedelta(0), "CHECK_IN_OVER"), (SECOND, "CHECK_IN_OVER")],
    ids=["before", "at", "after"],
)
def test_au_06_closing_to_the_second(meeting, pa1, at, moment, answer):
    at(meeting.ends_at + moment)

    if answer == "here":
        assert not here(meeting, pa1).already
    else:
        assert refused(lambda: here(meeting, pa1)) == answer
        assert not Attendance.objects.exists()


def test_a_window_of_its_own_wins(meeting, pa1, at):
    meeting.check_in_from, meeting.check_in_until = meeting.ends_at, meeting.ends_at + timedelta(minutes=5)
    at(meeting.ends_at - SECOND)
    assert refused(lambda: here(meeting, pa1)) == "CHECK_IN_NOT_OPEN"
    at(meeting.ends_at + timedelta(minutes=4))
    assert not here(meeting, pa1).already


@pytest.mark.parametrize("field", ["cancelled_at", "hidden_at"])
def test_nobody_checks_in_at_what_does_not_take_place(meeting, pa1, field):
    setattr(meeting, field, timezone.now())

    assert refused(lambda: here(meeting, pa1)) == "EVENT_CANCELLED"


def test_who_waits_for_a_guardian_is_sent_to_the_leader_who_may_tick_them(meeting, pa1, teacher):
    meeting.needs_consent = True
    SignUp.objects.create(event=meeting, user=pa1, state=SignUpState.AWAITING_CONSENT)

    assert refused(lambda: here(meeting, pa1)) == "CONSENT_AWAITED"
    ticked = checking_in.check_in(meeting, pa1, method=CheckInMethod.LEADER, actor=teacher)
    assert (ticked.already, ticked.attendance.recorded_by) == (False, teacher)


def test_all_present_in_one_act_and_again_nothing(meeting, class_2b, teacher, django_assert_num_queries):
    checking_in.check_in(meeting, class_2b.students[0], method=CheckInMethod.LEADER, actor=teacher)
    ticked = checking_in.check_in_people(meeting, class_2b.students, actor=teacher)
    again = checking_in.check_in_people(meeting, class_2b.students, actor=teacher)

    assert {one.user for one in ticked} == set(class_2b.students[1:])
    assert again == []
    assert Attendance.objects.count() == 3
    assert Activity.objects.filter(fact="events.PeopleCheckedIn").count() == 1


@pytest.mark.parametrize("people", [1, 30, 100])
def test_ticking_costs_the_same_for_one_and_for_a_hundred(
    meeting, teacher, people, django_assert_num_queries
):
    crowd = UserFactory.create_batch(people)

    # savepoint, the rows, which of them are new, the fact, end of the savepoint
    with django_assert_num_queries(5):
        assert len(checking_in.check_in_people(meeting, crowd, actor=teacher)) == people


def test_a_phone_without_network_tells_later(meeting, pa1, teacher, at):
    told = meeting.starts_at + timedelta(minutes=5)
    at(meeting.ends_at + timedelta(hours=23))
    checking_in.check_in_people(meeting, [pa1], actor=teacher, at=told)

    assert Attendance.objects.get().checked_in_at == told


DAY = timedelta(hours=24)


@pytest.mark.parametrize(
    ("now", "told", "answer"),
    [
        (timedelta(0), timedelta(minutes=-30), "here"),
        (timedelta(0), timedelta(minutes=-30) - SECOND, "CHECK_IN_NOT_OPEN"),
        (timedelta(minutes=1), timedelta(minutes=1) + timedelta(minutes=5), "here"),
        (timedelta(minutes=1), timedelta(minutes=1) + timedelta(minutes=5) + SECOND, "TIME_AHEAD"),
        (timedelta(hours=1) + DAY - SECOND, timedelta(minutes=1), "here"),
        (timedelta(hours=1) + DAY, timedelta(minutes=1), "CHECK_IN_OVER"),
        (timedelta(hours=2), timedelta(hours=1, minutes=5) - SECOND, "here"),
        (timedelta(hours=2), timedelta(hours=1, minutes=5), "CHECK_IN_OVER"),
    ],
    ids=["opening", "before opening", "a clock ahead", "too far ahead", "last second of the day", "a day later",
         "just closed", "after closing"],
)  # fmt: skip
def test_au_06_the_moment_a_phone_tells_has_its_bounds(meeting, pa1, teacher, at, now, told, answer):
    """The meeting takes an hour; moments count from its beginning."""
    at(meeting.starts_at + now)

    if answer == "here":
        checking_in.check_in_people(meeting, [pa1], actor=teacher, at=meeting.starts_at + told)
        kept = Attendance.objects.get().checked_in_at
        assert kept <= timezone.now()
        assert meeting.starts_at - timedelta(minutes=30) <= kept <= meeting.ends_at
    else:
        assert (
            refused(
                lambda: checking_in.check_in_people(
                    meeting, [pa1], actor=teacher, at=meeting.starts_at + told
                )
            )
            == answer
        )
        assert not Attendance.objects.exists()


def test_a_tick_that_was_a_mistake_is_gone(meeting, pa1, teacher):
    checking_in.check_in_people(meeting, [pa1], actor=teacher)

    assert checking_in.undo_check_in(meeting, pa1, actor=teacher)
    assert not Attendance.objects.exists()
    assert not checking_in.undo_check_in(meeting, pa1, actor=teacher)
    assert Activity.objects.filter(fact="events.AttendanceWithdrawn").count() == 1

"""Codes at the door: on the screen, in digits, on paper, one's own (AU-06)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections
from django.utils import timezone

from core.models import Delivery
from core.refusals import Refusal
from events import rotating_codes
from events.enums import CheckInMethod
from events.models import Attendance, CheckInCode, Event
from events.services import check_in_codes, checking_in, personal_codes
from people.models import User
from people.services.cards import issue_cards
from tests.factories import EventFactory, MembershipFactory, UserFactory

SECOND = timedelta(seconds=1)


def code_of(act) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def printed(meeting, actor, cap=5, **window):
    begin = window.get("valid_from", meeting.starts_at)
    end = window.get("valid_until", meeting.ends_at)
    return check_in_codes.make_printed_code(meeting, cap=cap, valid_from=begin, valid_until=end, actor=actor)


def arrive(meeting, user, code):
    return checking_in.check_in(meeting, user, method=CheckInMethod.PRINTED, actor=user, code=code)


def test_the_screens_code_finds_its_event_for_a_minute(meeting, at):
    now = timezone.now()
    shown = check_in_codes.shown_now(meeting, now)
    ends = timezone.datetime.fromtimestamp(shown.until, tz=timezone.get_current_timezone())

    assert check_in_codes.found(shown.address, now).event == meeting
    assert check_in_codes.found(shown.address, ends + timedelta(seconds=29)).event == meeting
    assert check_in_codes.found(shown.address, ends + timedelta(seconds=30)) is None
    assert check_in_codes.found(shown.address, now + timedelta(days=1)) is None
    assert check_in_codes.found(shown.address, now - timedelta(days=1)) is None


def test_a_secret_is_made_once_when_it_is_needed(class_2b):
    event = EventFactory(group=class_2b.group)
    made = check_in_codes.secret_of(event)

    assert len(made) == 32
    assert check_in_codes.secret_of(Event.objects.get(pk=event.pk)) == made


def test_au_06_a_printed_code_keeps_its_window_to_the_second(meeting, teacher, pa1, pa2, at):
    begin, end = meeting.starts_at + timedelta(minutes=15), meeting.starts_at + timedelta(minutes=30)
    code, _letters = printed(meeting, teacher, valid_from=begin, valid_until=end)

    at(begin - SECOND)
    assert code_of(lambda: arrive(meeting, pa1, code)) == "CODE_WRONG"
    at(begin)
    assert not arrive(meeting, pa1, code).already
    at(end)
    assert code_of(lambda: arrive(meeting, pa2, code)) == "CODE_WRONG"
    at(end - SECOND)
    assert not arrive(meeting, pa2, code).already


def test_an_ended_code_is_found_no_more(meeting, teacher, pa1):
    code, letters = printed(meeting, teacher)
    assert check_in_codes.found(letters.lower(), timezone.now()).code == code

    check_in_codes.end_printed_code(code, now=timezone.now())

    assert check_in_codes.found(letters, timezone.now()) is None
    assert code_of(lambda: arrive(meeting, pa1, code)) == "CODE_WRONG"
    assert not Attendance.objects.exists()


def test_who_is_here_already_uses_up_nothing(meeting, teacher, pa1, pa2):
    code, _letters = printed(meeting, teacher, cap=1)
    arrive(meeting, pa1, code)
    arrive(meeting, pa1, code)

    assert CheckInCode.objects.get().used == 1
    assert code_of(lambda: arrive(meeting, pa2, code)) == "CODE_FULL"


def test_only_a_digest_of_a_printed_code_is_kept(meeting, teacher):
    code, letters = printed(meeting, teacher)

    assert letters.replace("-", "") not in str(CheckInCode.objects.values().get())
    assert check_in_codes.printed_code(meeting, letters) == code


@pytest.mark.parametrize("cap", [0, 5001])
def test_a_code_is_for_some_people(meeting, teacher, cap):
    assert code_of(lambda: printed(meeting, teacher, cap=cap)) == "CAP"


@pytest.mark.django_db(transaction=True)
def test_the_cap_is_exact_under_fifty_at_once(meeting, teacher):
    code, _letters = printed(meeting, teacher, cap=20)
    people = UserFactory.create_batch(50)
    start = Barrier(50)

    def come(user) -> str:
        start.wait(30)
        try:
            arrive(meeting, user, CheckInCode.objects.get(pk=code.pk))
            return "here"
        except Refusal as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(come, people))

    assert (answers.count("here"), answers.count("CODE_FULL")) == (20, 30)
    assert Attendance.objects.count() == CheckInCode.objects.get().used == 20


@pytest.mark.django_db(transaction=True)
def test_one_person_fifty_times_at_once_is_here_once(meeting, teacher, pa1):
    code, _letters = printed(meeting, teacher, cap=50)
    start = Barrier(50)

    def come(_number) -> bool:
        start.wait(30)
        try:
            return arrive(meeting, pa1, code).already
        finally:
            connections.close_all()

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(come, range(50)))

    assert answers.count(False) == 1
    assert Attendance.objects.count() == CheckInCode.objects.get().used == 1


def digits(meeting, typed, user, device=""):
    return check_in_codes.check_digits(meeting, typed, user=user, device=device, now=timezone.now())


def wrong_digits(meeting) -> str:
    step = rotating_codes.step_at(timezone.now().timestamp())
    good = {rotating_codes.digits(bytes(meeting.check_in_secret), step + by) for by in (-1, 0, 1, 2)}
    return next(f"{n:04d}" for n in range(10) if f"{n:04d}" not in good)


def right_digits(meeting) -> str:
    return check_in_codes.shown_now(meeting, timezone.now()).digits


def test_au_06_five_wrong_digits_and_the_right_ones_wait(meeting, pa1, pa2):
    for _ in range(5):
        assert code_of(lambda: digits(meeting, wrong_digits(meeting), pa1)) == "DIGITS_WRONG"

    assert code_of(lambda: digits(meeting, right_digits(meeting), pa1)) == "RATE_LIMITED"
    digits(meeting, right_digits(meeting), pa2)


def test_right_digits_count_against_nobody(meeting, pa1):
    for _ in range(20):
        digits(meeting, right_digits(meeting), pa1)

    assert check_in_codes.digits_by_person.counted(f"person:{pa1.pk}:{meeting.pk}") == 0
    assert check_in_codes.digits_by_event.counted(str(meeting.pk)) == 0


def test_a_device_has_its_own_count(meeting, class_2b):
    one, two, three = class_2b.students
    for _ in range(5):
        code_of(lambda: digits(meeting, wrong_digits(meeting), one, device="d1"))

    assert code_of(lambda: digits(meeting, right_digits(meeting), two, device="d1")) == "RATE_LIMITED"
    digits(meeting, right_digits(meeting), three, device="d2")


def test_a_crowd_that_guesses_together_stops(meeting):
    crowd = UserFactory.create_batch(13)
    answers = [
        code_of(lambda user=user: digits(meeting, wrong_digits(meeting), user))
        for user in crowd
        for _ in range(5)
    ]

    assert answers.count("DIGITS_WRONG") == 60
    assert answers[60:] == ["RATE_LIMITED"] * 5


def test_an_own_code_is_good_today_and_lets_the_door_tick(meeting, pa1, teacher):
    now = timezone.now()
    shown = personal_codes.my_code(pa1, now)

    assert personal_codes.my_code(pa1, now) == shown
    assert personal_codes.person_of(shown, now, event=meeting, actor=teacher) == pa1
    later = now + timedelta(days=1, hours=4)
    assert (
        code_of(lambda: personal_codes.person_of(shown, later, event=meeting, actor=teacher)) == "CODE_WRONG"
    )
    assert personal_codes.my_code(pa1, later) != shown


def test_pr_05_a_photographed_code_tells_no_name_at_somebody_elses_meeting(club, leader, pa1, meeting):
    now = timezone.now()
    elsewhere = EventFactory(group=club, starts_at=meeting.starts_at, ends_at=meeting.ends_at)
    shown = personal_codes.my_code(pa1, now)

    def scan() -> User:
        return personal_codes.person_of(shown, now, event=elsewhere, actor=leader)

    assert code_of(scan) == "CODE_WRONG"
    MembershipFactory(group=club, user=pa1, role="member")
    assert scan() == pa1


def test_a_sign_in_card_is_refused_at_the_door_and_its_owner_hears(meeting, pa1, teacher, class_2b):
    card = issue_cards(class_2b.group, [pa1], actor=teacher)[0]
    address = f"http://localhost:8000/s/{card.token}"

    for shown in (address, card.code):
        asked = code_of(
            lambda shown=shown: personal_codes.person_of(shown, timezone.now(), event=meeting, actor=teacher)
        )
        assert asked == "SIGN_IN_CARD"

    told = Delivery.objects.filter(recipient=pa1, activity__fact="events.SignInCardShown")
    assert told.count() == 2
    assert not Attendance.objects.exists()


def test_an_own_code_signs_nobody_in(pa1, client):
    shown = personal_codes.my_code(pa1, timezone.now())

    assert client.post("/sign-in/", {"code": shown}).status_code == 422
    assert client.get(f"/s/{shown}").status_code == 404
    assert "_auth_user_id" not in client.session

"""The leader's list through GraphQL: one tap, all present, later from a phone without network, late claims."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import Delivery
from events.enums import SignUpState
from events.models import Attendance, LateClaim, SignUp
from events.selectors.check_in import check_in_screen, current_event_of, here_now
from events.services import check_in_codes, personal_codes
from people.services.cards import issue_cards
from tests.asking import ask
from tests.factories import MembershipFactory, StudentFactory, UserFactory

pytestmark = pytest.mark.django_db

SCREEN = "screen { here expected open people { id name here method signUp } lateClaims { id name note } }"
TICK = (
    "mutation T($e: ID!, $u: [ID!]!, $at: DateTime, $k: ID) { checkInPeople(eventId: $e, userIds: $u, at: $at, key: $k)"
    " { checkedIn errors { code field } " + SCREEN + " } }"
)


def test_all_present_and_one_tap_more(meeting, class_2b, teacher):
    first = ask(teacher, TICK, e=meeting.pk, u=[one.pk for one in class_2b.students[:2]]).data
    again = ask(teacher, TICK, e=meeting.pk, u=[one.pk for one in class_2b.students]).data

    assert (first["checkedIn"], again["checkedIn"]) == (2, 1)
    assert (again["screen"]["here"], again["screen"]["expected"]) == (3, 3)
    assert [row["name"] for row in again["screen"]["people"]] == [
        one.get_full_name() for one in class_2b.students
    ]


def test_the_same_key_again_is_the_same_answer(meeting, class_2b, teacher):
    sent = {"e": meeting.pk, "u": [class_2b.students[0].pk], "k": uuid4(), "at": timezone.now().isoformat()}
    first, again = ask(teacher, TICK, **sent), ask(teacher, TICK, **sent)

    assert first.body == again.body
    assert Attendance.objects.count() == 1


def test_two_phones_that_sync_the_same_evening_double_nobody(meeting, class_2b, teacher):
    for minutes in (1, 2):
        told = (meeting.starts_at + timedelta(minutes=minutes)).isoformat()
        ask(teacher, TICK, e=meeting.pk, u=[one.pk for one in class_2b.students], at=told, k=uuid4())

    assert Attendance.objects.count() == 3
    assert set(Attendance.objects.values_list("checked_in_at", flat=True)) == {
        meeting.starts_at + timedelta(minutes=1)
    }


def test_nobody_from_elsewhere_is_ticked(meeting, class_2b, teacher, pc):
    reply = ask(teacher, TICK, e=meeting.pk, u=[class_2b.students[0].pk, pc.pk])

    assert reply.code == "NOT_FOUND"
    assert reply.body == ask(teacher, TICK, e=meeting.pk, u=[class_2b.students[0].pk, uuid4()]).body
    assert not Attendance.objects.exists()


def test_who_signed_up_from_outside_stands_there_by_nickname(meeting, teacher, pc):
    SignUp.objects.create(event=meeting, user=pc, state=SignUpState.GOING)
    pc.nickname = "Kometa"
    pc.save()
    rows = check_in_screen(meeting, teacher, timezone.now()).people

    assert [(row.name, row.sign_up) for row in rows if row.id == pc.pk] == [("Kometa", "going")]
    assert pc.family_name not in str(rows)


@pytest.mark.parametrize("people", [1, 40])
def test_the_list_costs_the_same_at_any_size(meeting, class_2b, teacher, people):
    for _ in range(people):
        MembershipFactory(group=class_2b.group, user=StudentFactory())
    with CaptureQueriesContext(connection) as queries:
        assert check_in_screen(meeting, teacher, timezone.now()).expected == people + 3
    assert len(queries) <= 12


def test_a_tick_is_taken_back(meeting, class_2b, teacher, pa1):
    ask(teacher, TICK, e=meeting.pk, u=[pa1.pk])
    undo = "mutation U($e: ID!, $u: ID!) { undoCheckIn(eventId: $e, userId: $u) { errors { code } screen { here } } }"

    assert ask(teacher, undo, e=meeting.pk, u=pa1.pk).data["screen"]["here"] == 0
    assert ask(teacher, undo, e=meeting.pk, u=pa1.pk).data["screen"]["here"] == 0


BY_CODE = (
    "mutation B($e: ID!, $c: String!) { checkInByPersonalCode(eventId: $e, code: $c)"
    " { name errors { code } screen { here } } }"
)


def test_a_persons_own_code_at_the_door(meeting, teacher, pa1):
    mine = ask(pa1, "query { myCheckInCode { code svg } }").data
    read = ask(teacher, BY_CODE, e=meeting.pk, c=mine["code"]).data

    assert mine["svg"].startswith("<svg")
    assert (read["name"], read["screen"]["here"]) == (pa1.get_full_name(), 1)
    assert Attendance.objects.get().method == "personal"


def test_a_sign_in_card_at_the_door(meeting, class_2b, teacher, pa1):
    card = issue_cards(class_2b.group, [pa1], actor=teacher)[0]
    reply = ask(teacher, BY_CODE, e=meeting.pk, c=f"http://localhost:8000/s/{card.token}")

    assert reply.code == "SIGN_IN_CARD"
    assert Delivery.objects.filter(recipient=pa1, activity__fact="events.SignInCardShown").count() == 1
    assert not Attendance.objects.exists()


def test_own_phone_by_code_and_by_digits(meeting, pa1, pa2):
    shown = check_in_codes.shown_now(meeting, timezone.now())
    by_code = "mutation C($c: String!) { checkInByCode(code: $c) { already event { title attended } errors { code } } }"
    by_digits = (
        "mutation D($e: ID!, $d: String!) { checkInByDigits(eventId: $e, digits: $d)"
        " { already event { attended } errors { code field } } }"
    )

    scanned = ask(pa1, by_code, c=shown.address).data
    assert (scanned["already"], scanned["event"]["attended"]) == (False, True)
    assert ask(pa1, by_code, c=shown.address).data["already"] is True
    assert ask(pa2, by_digits, e=meeting.pk, d=shown.digits).data["already"] is False
    assert {(one.user, one.method) for one in Attendance.objects.all()} == {
        (pa1, "projector"),
        (pa2, "digits"),
    }


CLAIM = "mutation L($e: ID!, $n: String) { claimLate(eventId: $e, note: $n) { errors { code } event { lateClaim } } }"
DECIDE = (
    "mutation D($c: ID!, $a: Boolean!) { decideLateClaim(claimId: $c, accept: $a) { errors { code } "
    + SCREEN
    + " } }"
)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (-SECOND, "TOO_LATE"),
        (timedelta(0), None),
        (timedelta(days=7) - SECOND, None),
        (timedelta(days=7), "TOO_LATE"),
    ],
    ids=["before the closing", "at the closing", "last second", "a week later"],
)
def test_au_06_late_claims_have_their_week(meeting, pa1, at, after, code):
    at(meeting.ends_at + after)

    assert ask(pa1, CLAIM, e=meeting.pk).code == code
    assert LateClaim.objects.count() == (code is None)


def test_a_late_claim_is_decided_once(meeting, pa1, pa2, teacher, at):
    at(meeting.ends_at + timedelta(hours=1))
    for person in (pa1, pa2):
        ask(person, CLAIM, e=meeting.pk, n="Stałam z tyłu")
    assert ask(pa1, CLAIM, e=meeting.pk).code == "ALREADY_CLAIMED"
    yes, no = LateClaim.objects.get(user=pa1), LateClaim.objects.get(user=pa2)

    assert len(ask(teacher, DECIDE, c=yes.pk, a=True).data["screen"]["lateClaims"]) == 1
    assert ask(teacher, DECIDE, c=no.pk, a=False).code is None
    assert ask(teacher, DECIDE, c=no.pk, a=True).code == "ALREADY_DECIDED"
    assert [(one.user, one.method) for one in Attendance.objects.all()] == [(pa1, "late")]
    assert ask(pa1, CLAIM, e=meeting.pk).code == "ALREADY_HERE"


def test_who_is_here_now(meeting, class_2b, teacher, pa1):
    ask(teacher, TICK, e=meeting.pk, u=[pa1.pk])
    now = timezone.now()

    assert current_event_of(class_2b.group.pk, now) == meeting
    assert here_now(class_2b.group.pk, now) == {pa1.pk}
    assert here_now(class_2b.group.pk, meeting.ends_at) == set()


def test_printed_codes_are_made_and_ended(meeting, teacher, pa1):
    make = (
        "mutation M($e: ID!, $c: Int!, $f: DateTime!, $u: DateTime!)"
        " { makePrintedCode(eventId: $e, cap: $c, validFrom: $f, validUntil: $u)"
        " { printUrl errors { code } event { printedCodes { id cap used ended } } } }"
    )
    window = {"f": meeting.starts_at.isoformat(), "u": meeting.ends_at.isoformat()}
    made = ask(teacher, make, e=meeting.pk, c=30, **window).data
    code = made["event"]["printedCodes"][0]
    end = "mutation E($c: ID!) { endPrintedCode(codeId: $c) { errors { code } event { printedCodes { ended } } } }"

    assert (code["cap"], code["used"], code["ended"]) == (30, 0, False)
    assert ask(pa1, end, c=code["id"]).code == "NOT_FOUND"
    assert ask(teacher, end, c=code["id"]).data["event"]["printedCodes"] == [{"ended": True}]
    letters = made["printUrl"].rpartition("/")[2]
    assert check_in_codes.found(letters, timezone.now()) is None


def test_a_helper_of_a_club_keeps_the_door_and_decides_nothing(club, leader, at):
    from tests.factories import EventFactory

    now = timezone.now()
    event = EventFactory(group=club, starts_at=now, ends_at=now + timedelta(hours=1))
    helper, member = UserFactory(), UserFactory()
    MembershipFactory(group=club, user=helper, role="helper")
    MembershipFactory(group=club, user=member, role="member")
    assert ask(helper, TICK, e=event.pk, u=[member.pk]).data["checkedIn"] == 1
    assert personal_codes.my_code(member, now)
    claim = LateClaim.objects.create(event=event, user=UserFactory())
    assert ask(helper, DECIDE, c=claim.pk, a=True).code == "NOT_FOUND"
    assert ask(leader, DECIDE, c=claim.pk, a=False).code is None

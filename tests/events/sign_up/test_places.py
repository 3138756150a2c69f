"""Places, the waiting list and its order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from core.models import Delivery
from events.models import Event, SignUp
from events.services.changing import change_event
from events.services.signing_up import sign_up, withdraw_sign_up
from people.services.memberships import leave
from tests.events.planning.conftest import a_plan, in_days, refused
from tests.events.sign_up.conftest import state, states
from tests.factories import MembershipFactory, StudentFactory, UserFactory
from tests.together import at_once


def test_who_signs_up_has_a_place_once(event_of, pa1):
    event = event_of(capacity=1)

    assert sign_up(event, user=pa1).consent_url == ""
    sign_up(event, user=pa1)

    assert SignUp.objects.get().state == "going"


def test_the_waiting_list_moves_in_the_order_of_coming(event_of, class_2b):
    first, second, third = class_2b.students
    event = event_of(capacity=1)
    for student in (first, second, third):
        sign_up(event, user=student)
    assert states(event, first, second, third) == ["going", "waiting", "waiting"]

    withdraw_sign_up(event, user=first)

    assert states(event, first, second, third) == ["cancelled", "going", "waiting"]
    told = Delivery.objects.filter(activity__fact="events.PlaceFreed")
    assert [one.recipient for one in told] == [second]


def test_who_comes_back_goes_to_the_end(event_of, class_2b):
    first, second, third = class_2b.students
    event = event_of(capacity=1)
    for student in (first, second, third):
        sign_up(event, user=student)
    withdraw_sign_up(event, user=second)
    sign_up(event, user=second)

    withdraw_sign_up(event, user=first)

    assert states(event, second, third) == ["waiting", "going"]


def test_more_places_let_more_people_in(event_of, class_2b, teacher):
    event = event_of(capacity=1)
    for student in class_2b.students:
        sign_up(event, user=student)

    change_event(event, a_plan(sign_up="open", capacity=2), actor=teacher)

    assert states(event, *class_2b.students) == ["going", "going", "waiting"]


def test_fewer_places_than_people_are_refused(event_of, class_2b, teacher):
    event = event_of(capacity=3)
    for student in class_2b.students:
        sign_up(event, user=student)

    assert refused(change_event, event, a_plan(sign_up="open", capacity=2), actor=teacher) == [
        ("CAPACITY_BELOW_TAKEN", "capacity")
    ]
    assert Event.objects.get().capacity == 3


@pytest.mark.parametrize(
    "changed,code",
    [
        ({"sign_up": "none"}, "NO_SIGN_UP"),
        ({"cancelled_at": timezone.now()}, "EVENT_CANCELLED"),
        ({"starts_at": in_days(-2), "ends_at": in_days(-1)}, "EVENT_OVER"),
        ({"age_min": 18}, "TOO_YOUNG"),
        ({"age_max": 15}, "TOO_OLD"),
    ],
)
def test_not_everybody_everywhere(changed, code, event_of, pa1, class_2b):
    event = event_of(**{"starts_at": in_days(1), **changed}) if "sign_up" not in changed else None
    if event is None:
        event = event_of()
        Event.objects.update(**changed)
    pa1.born_on = date(timezone.localdate().year - 17, 1, 1)

    assert refused(sign_up, event, user=pa1) == [(code, "")]
    assert not SignUp.objects.exists()


def test_the_birthday_itself_is_old_enough(event_of, pa1):
    event = event_of(age_min=18)
    day = timezone.localdate(event.starts_at)
    pa1.born_on = date(day.year - 18, day.month, min(day.day, 28))
    event.starts_at = event.starts_at.replace(day=min(day.day, 28))

    assert sign_up(event, user=pa1).sign_up.state == "going"


def test_a_student_of_unknown_age_does_not_go_where_adults_go(event_of):
    nameless = StudentFactory(born_on=None)

    assert refused(sign_up, event_of(age_min=18), user=nameless) == [("TOO_YOUNG", "")]
    assert sign_up(event_of(age_min=18), user=UserFactory()).sign_up.state == "going"


def test_who_leaves_the_class_gives_the_place_up(event_of, class_2b, django_capture_on_commit_callbacks):
    first, second, _third = class_2b.students
    event = event_of(capacity=1)
    sign_up(event, user=first)
    sign_up(event, user=second)

    with django_capture_on_commit_callbacks(execute=True):
        leave(class_2b.group, first, actor=class_2b.teacher)

    assert states(event, first, second) == ["cancelled", "going"]


def test_who_leaves_keeps_the_place_at_a_public_event(event_of, class_2b, django_capture_on_commit_callbacks):
    first = class_2b.students[0]
    event = event_of(visibility="public")
    sign_up(event, user=first)

    with django_capture_on_commit_callbacks(execute=True):
        leave(class_2b.group, first, actor=class_2b.teacher)

    assert state(event, first) == "going"


@pytest.mark.django_db(transaction=True)
def test_a_hundred_at_once_take_ten_places(class_2b, event_of):
    event = event_of(capacity=10)
    people = StudentFactory.create_batch(100)
    for person in people:
        MembershipFactory(group=class_2b.group, user=person)

    at_once(lambda n: sign_up(event, user=people[n]), 100)

    assert SignUp.objects.filter(state="going").count() == 10
    assert SignUp.objects.filter(state="waiting").count() == 90


@pytest.mark.django_db(transaction=True)
def test_leaving_and_coming_at_once_neither_loses_nor_doubles_a_place(class_2b, event_of):
    event = event_of(capacity=10)
    people = StudentFactory.create_batch(40)
    for person in people[:20]:
        sign_up(event, user=person)

    def act(number: int) -> None:
        if number < 10:
            withdraw_sign_up(event, user=people[number])
        else:
            sign_up(event, user=people[number + 10])

    at_once(act, 30)

    assert SignUp.objects.filter(state="going").count() == 10
    assert SignUp.objects.filter(state="waiting").count() == 20
    oldest_waiting = SignUp.objects.filter(state="waiting").order_by("since").first()
    youngest_going = SignUp.objects.filter(state="going").order_by("-since").first()
    assert youngest_going.since <= oldest_waiting.since + timedelta(0)

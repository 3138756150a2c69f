"""Events as the phone asks for them: plan, read, sign up; the same number of statements at one and at three."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from events.models import AttendanceRule, Event, SignUp
from tests.asking import ask, client_of
from tests.events.planning.conftest import in_days
from tests.factories import AchievementFactory, EventFactory, GroupFactory, MembershipFactory, PlaceFactory

CARD = """id title startsAt placeName town cancelled visibility organiser capacity going mine attended
  badge { name } mayManage checkInOpen publicUrl"""
MY_EVENTS = f"query Mine($limit: Int, $after: ID) {{ myEvents(limit: $limit, after: $after) {{ items {{ {CARD} }} next }} }}"
EVENT = f"""query One($id: ID!) {{ event(id: $id) {{ card {{ {CARD} }} description address onlineUrl
  accessibility {{ label }} placesLeft waiting badges {{ achievement {{ name }} count scope line }} seriesDates
  checkInFrom checkInUntil lateClaim mayClaimLate icsUrl posterUrl projectorUrl hasTeams
  values {{ title placeId invitedGroupIds achievementId badgeCount }} printedCodes {{ cap }} }} }}"""
GROUP = """query Group($groupId: ID!, $past: Boolean) { groupEvents(groupId: $groupId, past: $past) { items { title } } }"""
FORM = """query Form($groupId: ID!) { eventForm(groupId: $groupId) { kinds { code label } places { name }
  badges { name } groups { name } mayBePublic } }"""
PLAN = """mutation Plan($groupId: ID!, $event: EventInput!, $key: ID) { planEvent(groupId: $groupId, event: $event, key: $key) {
  errors { field code } event { card { title } seriesDates } } }"""
SIGN_UP = """mutation Go($eventId: ID!) { signUp(eventId: $eventId) { errors { code } consentUrl
  event { placesLeft card { mine going } } } }"""
WITHDRAW = """mutation No($eventId: ID!) { withdrawSignUp(eventId: $eventId) { errors { code } event { card { mine } } } }"""
CANCEL = """mutation Off($eventId: ID!, $reason: String, $wholeSeries: Boolean) { cancelEvent(eventId: $eventId, reason: $reason,
  wholeSeries: $wholeSeries) { errors { code } event { cancellationReason card { cancelled } } } }"""


def statements(user, document, number, django_assert_num_queries, **variables):
    """The answer of a warm client, under a literal number of statements (two of them are the session and its user)."""
    client = client_of(user)
    body = json.dumps({"query": document, "variables": variables}, default=str)
    client.post("/graphql/", body, content_type="application/json")
    with django_assert_num_queries(number):
        answer = client.post("/graphql/", body, content_type="application/json")
    return json.loads(answer.content)["data"]


def described(**changed) -> dict:
    begins = changed.pop("startsAt", in_days(7))
    return {
        "title": "Debata",
        "startsAt": begins.isoformat(),
        "endsAt": (begins + timedelta(hours=1)).isoformat(),
        **changed,
    }


def test_a_teacher_plans_a_series_with_a_badge_and_students_find_it(class_2b, teacher, pa1, issuer):
    badge = AchievementFactory(issuer=issuer)
    begins = in_days(1)
    event = described(
        startsAt=begins, repeatWeeks=1, repeatUntil=(begins + timedelta(days=15)).date().isoformat(),
        place={"name": "Sala 12", "town": "Ełk", "accessibility": ["step_free"]},
        achievementId=badge.pk, badgeCount=2,
    )  # fmt: skip
    reply = ask(teacher, PLAN, groupId=class_2b.group.pk, event=event)
    assert (reply.code, len(reply.data["event"]["seriesDates"])) == (None, 3)

    found = ask(pa1, MY_EVENTS).data["items"]

    assert [(one["placeName"], one["badge"]["name"], one["mayManage"]) for one in found] == [
        ("Sala 12", f"Odznaka {badge.slug}", False)
    ] * 3


def test_the_same_key_plans_once(class_2b, teacher):
    key = uuid4()
    for _ in range(2):
        ask(teacher, PLAN, groupId=class_2b.group.pk, event=described(), key=key)

    assert Event.objects.count() == 1


def test_every_wrong_field_is_named_as_the_form_names_it(class_2b, teacher):
    reply = ask(teacher, PLAN, groupId=class_2b.group.pk, event=described(title="", repeatWeeks=2))

    assert reply.data["errors"] == [
        {"field": "repeatUntil", "code": "SERIES_INCOMPLETE"},
        {"field": "title", "code": "TEXT_EMPTY"},
    ]


@pytest.mark.parametrize("who", ["pa1", "teacher_c", "teacher_b", "leader", "operator"])
def test_nobody_else_plans_for_the_class(who, class_2b, class_2c, class_1a, request):
    person = request.getfixturevalue(who)

    assert ask(person, PLAN, groupId=class_2b.group.pk, event=described()).code == "NOT_FOUND"
    assert not Event.objects.exists()


def test_a_place_of_another_group_cannot_be_used(class_2b, class_2c, teacher):
    foreign = PlaceFactory(group=class_2c.group)

    reply = ask(teacher, PLAN, groupId=class_2b.group.pk, event=described(placeId=foreign.pk))

    assert reply.code == "NOT_FOUND"
    assert not Event.objects.exists()


def test_only_those_one_knows_can_be_invited(class_2b, class_1a, teacher, pb):
    for invited in ({"invitedUserIds": [pb.pk]}, {"invitedGroupIds": [class_1a.group.pk]}):
        event = described(visibility="invited", **invited)
        assert ask(teacher, PLAN, groupId=class_2b.group.pk, event=event).code == "NOT_FOUND"


def test_invited_people_see_it_and_the_rest_of_the_class_does_not(class_2b, class_2c, teacher, pa1, pa2, pc):
    MembershipFactory(group=class_2c.group, user=teacher, role="teacher")
    event = described(visibility="invited", invitedUserIds=[pa1.pk], invitedGroupIds=[class_2c.group.pk])
    ask(teacher, PLAN, groupId=class_2b.group.pk, event=event)

    seen = [len(ask(person, MY_EVENTS).data["items"]) for person in (pa1, pa2, pc, teacher)]

    assert seen == [1, 0, 1, 1]


def test_signing_up_and_withdrawing(class_2b, pa1, pa2):
    event = EventFactory(group=class_2b.group, sign_up="open", capacity=1)

    first = ask(pa1, SIGN_UP, eventId=event.pk).data
    second = ask(pa2, SIGN_UP, eventId=event.pk).data

    assert first == {
        "errors": [],
        "consentUrl": "",
        "event": {"placesLeft": 0, "card": {"mine": "going", "going": 1}},
    }
    assert second["event"]["card"] == {"mine": "waiting", "going": 1}
    assert ask(pa1, WITHDRAW, eventId=event.pk).data["event"]["card"]["mine"] == ""
    assert SignUp.objects.get(user=pa2).state == "going"


def test_a_stranger_reads_a_public_event_and_cannot_sign_up(class_2b, stranger):
    event = EventFactory(
        group=class_2b.group, visibility="public", sign_up="open", online_url="https://a.example/1"
    )

    assert ask(stranger, EVENT, id=event.pk).data["onlineUrl"] == ""
    assert ask(stranger, SIGN_UP, eventId=event.pk).code == "NOT_SIGNED_IN"


def test_the_online_address_is_for_who_is_going(class_2b, pa1, pa2, teacher):
    event = EventFactory(group=class_2b.group, sign_up="open", online_url="https://a.example/1")
    ask(pa1, SIGN_UP, eventId=event.pk)

    shown = [ask(person, EVENT, id=event.pk).data["onlineUrl"] for person in (pa1, pa2, teacher)]

    assert shown == ["https://a.example/1", "", "https://a.example/1"]


def test_what_the_form_is_filled_with_is_for_who_leads(class_2b, pa1, teacher, issuer):
    event = EventFactory(group=class_2b.group)
    rule = AttendanceRule.objects.create(
        achievement=AchievementFactory(issuer=issuer),
        group=class_2b.group,
        event=event,
        count_from=timezone.now(),
    )

    assert ask(pa1, EVENT, id=event.pk).data["values"] is None
    values = ask(teacher, EVENT, id=event.pk).data["values"]
    assert (values["achievementId"], values["badgeCount"]) == (str(rule.achievement_id), 1)


def test_calling_a_series_off(class_2b, teacher):
    begins = in_days(1)
    event = described(
        startsAt=begins, repeatWeeks=1, repeatUntil=(begins + timedelta(days=8)).date().isoformat()
    )
    ask(teacher, PLAN, groupId=class_2b.group.pk, event=event)
    first = Event.objects.order_by("starts_at").first()

    reply = ask(teacher, CANCEL, eventId=first.pk, reason="Ferie", wholeSeries=True)

    assert reply.data["event"] == {"cancellationReason": "Ferie", "card": {"cancelled": True}}
    assert Event.objects.filter(cancelled_at=None).count() == 0


def test_a_helper_keeps_the_door_but_plans_nothing(club, leader, pa1):
    MembershipFactory(group=club, user=pa1, role="helper")
    event = EventFactory(group=club)

    assert ask(pa1, CANCEL, eventId=event.pk).code == "NOT_FOUND"
    assert ask(pa1, EVENT, id=event.pk).data["projectorUrl"].endswith("/projector")


def test_the_coordinator_sees_a_clubs_event_and_leaves_it_to_the_club(club, leader, coordinator, class_2b):
    event = EventFactory(group=club)

    assert ask(coordinator, EVENT, id=event.pk).data["card"]["mayManage"] is False
    assert ask(coordinator, CANCEL, eventId=event.pk).code == "NOT_FOUND"
    assert ask(coordinator, CANCEL, eventId=EventFactory(group=class_2b.group).pk).code is None


def test_a_school_event_is_for_its_classes_and_not_for_members_of_its_clubs(
    school_a, class_2b, pa1, pb, coordinator, teacher, club
):
    MembershipFactory(group=club, user=pb, role="member")
    event = EventFactory(group=school_a.group)

    assert ask(pa1, EVENT, id=event.pk).code is None
    assert ask(pb, EVENT, id=event.pk).code == "NOT_FOUND"
    assert ask(teacher, EVENT, id=event.pk).data["card"]["mayManage"] is False
    assert ask(coordinator, EVENT, id=event.pk).data["card"]["mayManage"] is True


def test_an_unvouched_clubs_public_event_is_seen_by_members_alone(pa1, pa2):
    club = GroupFactory()
    MembershipFactory(group=club, user=pa1, role="member")
    event = EventFactory(group=club, visibility="public", place=PlaceFactory())

    assert ask(pa1, EVENT, id=event.pk).data["card"]["placeName"] == "Dom Kultury"
    assert ask(pa2, EVENT, id=event.pk).code == "NOT_FOUND"


def test_past_events_are_a_list_of_their_own(class_2b, pa1):
    EventFactory(group=class_2b.group, title={"pl": "Jutro"})
    EventFactory(group=class_2b.group, title={"pl": "Dawno"}, starts_at=in_days(-9), ends_at=in_days(-8))

    assert ask(pa1, GROUP, groupId=class_2b.group.pk).data["items"] == [{"title": "Jutro"}]
    assert ask(pa1, GROUP, groupId=class_2b.group.pk, past=True).data["items"] == [{"title": "Dawno"}]


def test_pages_follow_each_other(class_2b, pa1):
    for day in (3, 1, 2):
        EventFactory(group=class_2b.group, title={"pl": str(day)}, starts_at=in_days(day))

    first = ask(pa1, MY_EVENTS, limit=2).data
    second = ask(pa1, MY_EVENTS, limit=2, after=first["next"]).data

    assert [one["title"] for one in first["items"]] == ["1", "2"]
    assert [one["title"] for one in second["items"]] == ["3"]
    assert second["next"] is None


@pytest.mark.parametrize("many", [1, 3])
def test_my_events_take_the_same_statements(many, class_2b, pa1, issuer, django_assert_num_queries):
    for event in EventFactory.create_batch(many, group=class_2b.group, place=PlaceFactory()):
        AttendanceRule.objects.create(
            achievement=AchievementFactory(issuer=issuer),
            group=class_2b.group,
            event=event,
            count_from=timezone.now(),
        )

    data = statements(pa1, MY_EVENTS, 8, django_assert_num_queries)
    assert len(data["myEvents"]["items"]) == many


@pytest.mark.parametrize("many", [1, 3])
def test_an_event_takes_the_same_statements(many, class_2b, teacher, issuer, django_assert_num_queries):
    event = EventFactory(
        group=class_2b.group, place=PlaceFactory(accessibility=["step_free", "quiet_room"][:many])
    )
    for badge in AchievementFactory.create_batch(many, issuer=issuer):
        AttendanceRule.objects.create(
            achievement=badge, group=class_2b.group, event=event, count_from=timezone.now()
        )

    data = statements(teacher, EVENT, 19, django_assert_num_queries, id=event.pk)
    assert len(data["event"]["badges"]) == many


@pytest.mark.parametrize("many", [1, 3])
def test_the_form_takes_the_same_statements(many, class_2b, teacher, issuer, django_assert_num_queries):
    PlaceFactory.create_batch(many, group=class_2b.group)
    AchievementFactory.create_batch(many, issuer=issuer)

    data = statements(teacher, FORM, 8, django_assert_num_queries, groupId=class_2b.group.pk)
    assert len(data["eventForm"]["badges"]) == len(data["eventForm"]["places"]) == many

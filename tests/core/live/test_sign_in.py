"""WS-02, WS-03, WS-04: who is heard at all, and until when."""

import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from core import live
from core.live import topics
from core.live.connection import MOST_HELD
from people.services.memberships import join, leave
from people.services.sign_ins import end_sign_ins
from tests.core.live.conftest import wait_until
from tests.factories import MembershipFactory, SchoolClassFactory, UserFactory
from tests.servers import cookie_of, session_key_of

pytestmark = pytest.mark.live

CANARY = "paths.Canary"


@pytest.fixture
def class_2b(hall):
    return SchoolClassFactory(name="2B").group


@pytest.fixture
def pa1(class_2b):
    return MembershipFactory(group=class_2b).user


def hundred_facts_in(group) -> None:
    for _ in range(100):
        live.publish([f"group:{group.pk}"], {"fact": CANARY, "scope": str(group.pk)})


def test_ws_02_a_visitor_is_closed_with_4401(hall):
    phone = hall.phone(cookie="sessionid=", listen=False)
    assert phone.closed_with() == (4401, "Unauthorized")
    assert hall.connections() == 0


def test_ws_02_an_expired_sign_in_is_closed_with_4401(hall, pa1):
    cookie = cookie_of(pa1)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert hall.phone(cookie=cookie, listen=False).closed_with()[0] == 4401


def test_ws_02_a_sign_in_from_before_all_were_ended_is_closed_with_4401(hall, pa1):
    cookie = cookie_of(pa1)
    end_sign_ins(pa1, actor=None)

    assert hall.phone(cookie=cookie, listen=False).closed_with()[0] == 4401


def test_ws_02_a_switched_off_account_is_closed_with_4401(hall, pa1):
    cookie = cookie_of(pa1)
    pa1.is_active = False
    pa1.save()

    assert hall.phone(cookie=cookie, listen=False).closed_with()[0] == 4401


def test_ws_02_nobody_hears_anything_before_subscribing(hall, pa1, class_2b):
    phone = hall.phone(pa1, listen=False)
    phone.say({"type": "connection_init"})
    assert phone.hear() == {"type": "connection_ack"}

    hundred_facts_in(class_2b)

    assert phone.facts() == []


def test_subscribing_before_the_conversation_is_opened_is_closed_with_4401(hall, pa1):
    phone = hall.phone(pa1, listen=False)
    phone.say({"type": "subscribe", "id": "1", "payload": {"query": "subscription { live { fact } }"}})

    assert phone.closed_with() == (4401, "Unauthorized")


@pytest.mark.parametrize(
    "document, variables",
    [
        ("subscription($g: ID) { live(group: $g) { fact } }", {"g": "{group}"}),
        ('subscription { live(topic: "group:{group}") { fact } }', {}),
        ('subscription { live(topic: "group:*") { fact } }', {}),
        ('subscription { live(topic: "group:{group}\\n") { fact } }', {}),
        ('subscription { live(topics: ["group.{group}", "group-{group}"]) { fact } }', {}),
    ],
)
def test_ws_03_no_document_names_a_topic(hall, class_2b, document, variables):
    pc = MembershipFactory(group=SchoolClassFactory(name="2C").group).user
    phone = hall.phone(pc)
    filled = document.replace("{group}", str(class_2b.pk))

    phone.subscribe("other", filled, variables={name: str(class_2b.pk) for name in variables})

    assert phone.answer["type"] == "error"
    assert phone.answer["id"] == "other"
    assert phone.answer["payload"][0]["extensions"] == {"code": "BAD_REQUEST"}
    hundred_facts_in(class_2b)
    assert phone.facts() == []


def test_ws_03_one_who_is_not_in_the_class_hears_none_of_a_hundred_facts(hall, pa1, class_2b):
    pc = MembershipFactory(group=SchoolClassFactory(name="2C").group).user
    phone_of_pc, phone_of_pa1 = hall.phone(pc), hall.phone(pa1)

    hundred_facts_in(class_2b)

    assert phone_of_pa1.facts() == [CANARY] * 100
    assert phone_of_pc.facts() == []


def test_ws_04_one_who_was_removed_hears_nothing_more_and_is_closed(hall, pa1, class_2b):
    stays = MembershipFactory(group=class_2b).user
    phone_of_pa1, phone_of_other = hall.phone(pa1), hall.phone(stays)

    leave(class_2b, pa1, actor=None)
    hundred_facts_in(class_2b)

    code, _reason = phone_of_pa1.closed_with()
    assert code == 4403
    assert phone_of_other.facts().count(CANARY) == 100


def test_ws_04_the_removed_hears_no_canary_whatever_the_hurry(hall, class_2b):
    leavers = [MembershipFactory(group=class_2b).user for _ in range(10)]
    phones = [hall.phone(leaver) for leaver in leavers]

    for leaver in leavers:
        leave(class_2b, leaver, actor=None)
    hundred_facts_in(class_2b)

    heard = [phone.until_closed() for phone in phones]
    assert CANARY not in str(heard)


@pytest.fixture
def slow_reading(monkeypatch):
    """Reading what somebody may hear takes long, so that facts come in the middle of it."""

    def slowly(user) -> set[str]:
        time.sleep(0.3)
        return set()

    def begin() -> None:
        monkeypatch.setattr(topics, "_sources", [*topics._sources, slowly])

    return begin


def test_ws_04_while_rights_are_read_again_nothing_is_delivered_to_the_removed(
    hall, pa1, class_2b, slow_reading
):
    phone = hall.phone(pa1)
    slow_reading()

    leave(class_2b, pa1, actor=None)
    hundred_facts_in(class_2b)

    assert CANARY not in str(phone.until_closed())


def test_while_rights_are_read_again_facts_wait_and_then_come_in_order(hall, pa1, class_2b, slow_reading):
    phone = hall.phone(pa1)
    slow_reading()

    live.recheck([pa1.pk])
    for number in range(100):
        live.publish([f"group:{class_2b.pk}"], {"fact": f"paths.Fact{number}"})

    assert phone.facts(1) == [f"paths.Fact{number}" for number in range(100)]


def test_too_many_waiting_facts_become_one_that_says_ask_again(hall, pa1, class_2b, slow_reading):
    phone = hall.phone(pa1)
    slow_reading()

    live.recheck([pa1.pk])
    for _ in range(MOST_HELD + 1):
        live.publish([f"group:{class_2b.pk}"], {"fact": CANARY})

    assert phone.facts(1) == ["core.Resync"]


def test_ws_04_signing_out_elsewhere_closes_with_4401(hall, pa1, class_2b):
    cookie = cookie_of(pa1)
    phone, other = hall.phone(cookie=cookie), hall.phone(pa1)
    key = session_key_of(cookie)
    Session.objects.filter(pk=key).delete()

    live.close_session(key)
    hundred_facts_in(class_2b)

    assert phone.closed_with() == (4401, "Signed out")
    assert other.facts() == [CANARY] * 100


def test_ws_04_ending_all_sign_ins_closes_every_phone_of_the_person(hall, pa1):
    phones = [hall.phone(pa1), hall.phone(pa1)]

    end_sign_ins(pa1, actor=None)

    assert [phone.closed_with()[0] for phone in phones] == [4401, 4401]
    wait_until(lambda: hall.connections() == 0)


def test_a_sign_in_that_ended_unannounced_is_found_by_the_clock(hall, pa1, monkeypatch):
    monkeypatch.setattr("core.live.checks.CHECK_SECONDS", 0.5)
    phone = hall.phone(pa1)

    Session.objects.all().delete()

    assert phone.closed_with(timeout=4)[0] == 4401


def test_who_joins_a_class_hears_it_from_then_on_and_is_told_to_ask_again(hall, class_2b):
    newcomer = UserFactory()
    phone = hall.phone(newcomer)
    from people.enums import Role

    join(class_2b, newcomer, Role.STUDENT, actor=None)
    assert "core.Resync" in phone.facts()
    hundred_facts_in(class_2b)

    assert phone.facts() == [CANARY] * 100


def test_the_eleventh_connection_of_a_person_is_refused_and_the_ten_stay(hall, pa1, class_2b):
    phones = [hall.phone(pa1) for _ in range(10)]

    assert hall.phone(pa1, listen=False).closed_with() == (4429, "Too many connections")

    live.publish([f"group:{class_2b.pk}"], {"fact": CANARY})
    assert [phone.facts() for phone in phones] == [[CANARY]] * 10

"""Facts reach those who may hear them, once, in order."""

import asyncio
import socket
import struct
from uuid import uuid4

import pytest

from core.live import publish
from core.live.publishing import current_office
from tests.core.live.conftest import wait_until
from tests.factories import MembershipFactory, SchoolClassFactory, UserFactory

pytestmark = pytest.mark.live

CLASS_FACT = "paths.PathAssigned"


@pytest.fixture
def school_class(hall):
    return SchoolClassFactory(name="2B").group


def test_a_person_hears_their_own_topic_and_not_anothers(hall):
    ola, jan = UserFactory(), UserFactory()
    phone_of_ola, phone_of_jan = hall.phone(ola), hall.phone(jan)
    step = uuid4()

    publish([f"user:{ola.pk}"], {"fact": "paths.StepCompleted", "about": {"stepId": step}, "scope": None,
                                 "at": "2026-11-21T10:00:00+01:00"})  # fmt: skip

    assert phone_of_ola.fact() == {
        "fact": "paths.StepCompleted",
        "about": {"stepId": str(step)},
        "scope": None,
        "at": "2026-11-21T10:00:00+01:00",
    }
    assert phone_of_jan.facts() == []


def test_a_class_hears_in_the_order_of_publishing_and_once_for_two_topics(hall, school_class):
    members = [MembershipFactory(group=school_class).user for _ in range(5)]
    phones = [hall.phone(member) for member in members]

    for number in range(20):
        publish([f"group:{school_class.pk}", f"user:{members[0].pk}"], {"fact": f"paths.Fact{number}"})

    for phone in phones:
        assert phone.facts() == [f"paths.Fact{number}" for number in range(20)]


def test_two_subscriptions_with_other_names_are_both_answered(hall):
    ola = UserFactory()
    phone = hall.phone(ola)
    phone.subscribe("second", "subscription Mine { news: live { what: fact } }")

    publish([f"user:{ola.pk}"], {"fact": "people.MemberJoined"})

    heard = {message["id"]: message["payload"]["data"] for message in (phone.hear(), phone.hear())}
    assert heard["second"] == {"news": {"what": "people.MemberJoined"}}
    assert heard["1"]["live"]["fact"] == "people.MemberJoined"


def test_nothing_comes_after_complete(hall):
    ola = UserFactory()
    phone = hall.phone(ola)
    phone.say({"type": "complete", "id": "1"})
    phone.say({"type": "ping"})
    assert phone.hear() == {"type": "pong"}

    publish([f"user:{ola.pk}"], {"fact": "people.MemberJoined"})

    assert phone.facts() == []


def test_publishing_to_nobody_is_harmless(hall):
    publish(["user:nobody"], {"fact": "people.MemberJoined"})


@pytest.mark.parametrize("politely", [True, False])
def test_a_phone_that_hangs_up_leaves_nothing_behind(hall, politely):
    loop = current_office().loop
    before = len(asyncio.all_tasks(loop))
    phone = hall.phone()
    assert hall.connections() == 1

    if politely:
        phone.hang_up()
    else:
        # A reset instead of a goodbye, as when a phone loses its network.
        phone.socket.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        phone.socket.socket.shutdown(socket.SHUT_RDWR)
        phone.socket.socket.close()

    wait_until(lambda: hall.connections() == 0)
    wait_until(lambda: len(asyncio.all_tasks(loop)) == before)

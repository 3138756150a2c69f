"""WS-05 and the rules of `graphql-transport-ws`."""

import json

import pytest

from core import live
from core.live import protocol
from tests.core.live.conftest import wait_until
from tests.factories import UserFactory

SUBSCRIBE = {"type": "subscribe", "id": "1", "payload": {"query": "subscription { live { fact } }"}}


@pytest.mark.parametrize(
    "text, reason",
    [
        ("{bad", "Not JSON"),
        ("[" * 10_000, "Not JSON"),
        ("[]", "Not an object"),
        ('"x"', "Not an object"),
        ("null", "Not an object"),
        ("5", "Not an object"),
        ("{}", "Unknown type"),
        ('{"type":"start"}', "Unknown type"),
        ('{"type":["ping"]}', "Unknown type"),
        ('{"type":"ping","payload":[]}', "Bad payload"),
        ('{"type":"subscribe"}', "Bad id"),
        ('{"type":"subscribe","id":""}', "Bad id"),
        ('{"type":"subscribe","id":7}', "Bad id"),
        (json.dumps({"type": "subscribe", "id": "x" * 129, "payload": {"query": "q"}}), "Bad id"),
        ('{"type":"subscribe","id":"1"}', "Missing query"),
        ('{"type":"subscribe","id":"1","payload":{"query":1}}', "Missing query"),
        ('{"type":"subscribe","id":"1","payload":{"query":"q","variables":[]}}', "Bad payload"),
        ('{"type":"subscribe","id":"1","payload":{"query":"q","operationName":1}}', "Bad payload"),
        ('{"type":"complete"}', "Bad id"),
        ('"\\ud800"', "Not JSON"),
    ],
)
def test_ws_05_what_is_no_message_is_named(text, reason):
    with pytest.raises(protocol.Malformed) as refused:
        protocol.read(text)
    assert str(refused.value) == reason


def test_each_message_is_read():
    assert protocol.read('{"type":"connection_init","payload":{"a":1}}') == protocol.Init()
    assert protocol.read('{"type":"ping"}') == protocol.Ping()
    assert protocol.read('{"type":"pong","payload":{}}') == protocol.Pong()
    assert protocol.read('{"type":"complete","id":"1"}') == protocol.Complete("1")
    assert protocol.read(
        '{"type":"subscribe","id":"1","payload":{"query":"q","variables":null,"operationName":"A"}}'
    ) == protocol.Subscribe("1", "q", "A", {})


FRAMES = [
    ("x" * (16 * 1024 + 1), {1009}),
    (b"\x00\x01", {4400}),
    ("[]", {4400}),
    ('"x"', {4400}),
    ("{bad", {4400}),
    ("[" * 16_000, {4400}),
    ("[" * 100_000, {1009}),
    ('{"type":"start"}', {4400}),
    ('{"type":"subscribe","id":"1"}', {4400}),
    ("\ud7ff" * 6_000, {1009}),
]


@pytest.mark.live
@pytest.mark.parametrize("frame, codes", FRAMES)
def test_ws_05_a_bad_frame_closes_its_own_connection_alone(hall, frame, codes):
    ola = UserFactory()
    other, phone = hall.phone(ola), hall.phone()

    phone.socket.send(frame)

    assert phone.closed_with()[0] in codes
    live.publish([f"user:{ola.pk}"], {"fact": "people.Here"})
    assert other.facts() == ["people.Here"]


@pytest.mark.live
def test_ws_05_twenty_megabytes_are_cut_off_at_once(hall):
    from websockets.exceptions import ConnectionClosed

    phone = hall.phone()
    with pytest.raises(ConnectionClosed):
        phone.socket.send("x" * 20_000_000)
    wait_until(lambda: hall.connections() == 0)


@pytest.mark.live
def test_ws_05_sixteen_kilobytes_are_still_a_frame(hall):
    phone = hall.phone()
    message = json.dumps({"type": "ping", "payload": {"fill": "FILL"}})

    phone.socket.send(message.replace("FILL", "x" * (16 * 1024 - len(message) + 4)))

    assert phone.hear() == {"type": "pong"}


@pytest.mark.live
def test_the_subprotocol_is_required(hall):
    phone = hall.phone(protocol="graphql-ws", listen=False)
    assert phone.closed_with() == (4406, "Subprotocol not acceptable")


@pytest.mark.live
def test_a_conversation_never_opened_is_closed_with_4408(hall, monkeypatch):
    monkeypatch.setattr("core.live.consumer.INIT_SECONDS", 0.3)
    phone = hall.phone(listen=False)
    assert phone.closed_with() == (4408, "Connection initialisation timeout")


@pytest.mark.live
def test_an_opened_conversation_is_not_closed_for_its_silence(hall, monkeypatch):
    monkeypatch.setattr("core.live.consumer.INIT_SECONDS", 0.3)
    phone = hall.phone()
    assert phone.facts(0.6) == []


@pytest.mark.live
def test_opening_twice_is_closed_with_4429(hall):
    phone = hall.phone()
    phone.say({"type": "connection_init"})
    assert phone.closed_with() == (4429, "Too many initialisation requests")


@pytest.mark.live
def test_one_name_for_two_subscriptions_is_closed_with_4409(hall):
    phone = hall.phone()
    phone.say(SUBSCRIBE)
    assert phone.closed_with() == (4409, "Subscriber for 1 already exists")


@pytest.mark.live
@pytest.mark.parametrize(
    "document, code",
    [
        ("{ nothing }", "SUBSCRIPTION_ONLY"),
        ("mutation { awardBadge { ok } }", "SUBSCRIPTION_ONLY"),
        ("subscription { everything { fact } }", "BAD_REQUEST"),
        ("subscription { live { name } }", "BAD_REQUEST"),
        ("subscription { live { fact } __schema { types { name } } }", "BAD_REQUEST"),
        ("subscription { live { fact", "BAD_REQUEST"),
        ("subscription A { live { fact } } subscription B { live { fact } }", "BAD_REQUEST"),
        ("subscription { live { " + "fact " * 200 + "} }", "BAD_REQUEST"),
        ("subscription { live { fact } } #" + "x" * 2_000, "QUERY_TOO_LARGE"),
        ("subscription { " + "live { " * 45 + "} " * 45 + "}", "BAD_REQUEST"),
    ],
)
def test_other_documents_are_answered_with_an_error_and_the_connection_stays(hall, document, code):
    ola = UserFactory()
    phone = hall.phone(ola)

    phone.subscribe("other", document)

    assert phone.answer["type"] == "error"
    assert [problem["extensions"]["code"] for problem in phone.answer["payload"]] == [code]
    assert "Did you mean" not in json.dumps(phone.answer)
    live.publish([f"user:{ola.pk}"], {"fact": "people.Here"})
    assert phone.facts() == ["people.Here"]


@pytest.mark.live
def test_the_sixth_subscription_is_refused(hall):
    phone = hall.phone()
    for name in ("2", "3", "4", "5"):
        phone.subscribe(name)
    phone.subscribe("6")
    assert phone.answer["payload"][0]["extensions"] == {"code": "RATE_LIMITED"}

"""WS-01: only our own pages may open a live connection."""

import socket

import pytest
from websockets.exceptions import InvalidStatus

from core.live.origin import is_ours, normal_origin
from tests.phones import Phone
from tests.servers import cookie_of


@pytest.mark.parametrize(
    "text, expected",
    [
        ("https://Good.Example", "https://good.example:443"),
        ("http://good.example:8000", "http://good.example:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("null", None),
        ("", None),
        ("https://good:bad", None),
        ("https://[::1", None),
        ("https://good.example/", None),
        ("https://good.example\n", None),
        ("https://user@good.example", None),
        ("ftp://good.example", None),
    ],
)
def test_an_origin_is_scheme_host_and_port_and_nothing_else(text, expected):
    assert normal_origin(text) == expected


def test_exactly_one_origin_has_to_be_sent():
    own = ["https://good.example"]
    assert is_ours(["https://good.example:443"], own)
    assert not is_ours([], own)
    assert not is_ours(["https://good.example", "https://good.example"], own)


def test_an_unreadable_public_address_opens_nothing():
    assert not is_ours(["null"], ["", "not an address"])


FOREIGN = [
    "null",
    "https://evil.example",
    "http://localhost.evil.example",
    "http://localhost:1",
    "https://localhost:{port}",
    "http://localhost:{port}.evil.example",
    "http://127.0.0.1:{port}",
    "https://good:bad",
    "https://[::1",
    "http://localhost:99999999999999999999",
    "http://loc\xe9lhost:{port}",
]


@pytest.mark.live
@pytest.mark.parametrize("origin", FOREIGN)
def test_ws_01_a_foreign_origin_is_refused_with_403(hall, origin):
    from tests.factories import UserFactory

    cookie = cookie_of(UserFactory())

    with pytest.raises(InvalidStatus) as refused:
        Phone(hall.ws_url, cookie, origin=origin.format(port=hall.port))

    assert refused.value.response.status_code == 403
    assert hall.connections() == 0


@pytest.mark.live
def test_ws_01_no_origin_at_all_is_refused_with_403(hall):
    from websockets.sync.client import connect

    with pytest.raises(InvalidStatus) as refused, connect(hall.ws_url, subprotocols=["graphql-transport-ws"]):
        pass

    assert refused.value.response.status_code == 403


@pytest.mark.live
def test_ws_01_a_host_that_is_not_ours_does_not_make_its_origin_ours(hall):
    from tests.factories import UserFactory

    evil = f"ws://evil.example:{hall.port}/ws/graphql/"

    with pytest.raises(InvalidStatus) as refused:
        Phone(
            evil,
            cookie_of(UserFactory()),
            origin=f"http://evil.example:{hall.port}",
            sock=socket.create_connection(("127.0.0.1", hall.port)),
        )

    assert refused.value.response.status_code == 403


@pytest.mark.live
def test_another_address_of_sockets_is_refused(hall):
    with pytest.raises(InvalidStatus) as refused:
        Phone(hall.ws_url + "more", None, listen=False)

    assert refused.value.response.status_code == 403

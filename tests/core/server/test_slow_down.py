"""A page may ask that its answer be held back; the loop waits, no thread, and the browser learns nothing of it."""

import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import pytest

from core.server import bridge
from core.server.application import server_application
from tests.servers import serving

pytestmark = pytest.mark.live


def page(environ, start_response):
    """Asks for as many seconds as stand after the question mark."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Slow-Down", environ["QUERY_STRING"])])
    return [b"said"]


@pytest.fixture(scope="module")
def port():
    with serving(server_application(page)) as number:
        yield number


def seconds_and_headers(port, asked):
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        began = time.monotonic()
        connection.request("GET", f"/?{asked}")
        answer = connection.getresponse()
        assert answer.read() == b"said"
        return time.monotonic() - began, {name.lower() for name in answer.headers}
    finally:
        connection.close()


def test_the_answer_waits_and_the_header_is_gone(port):
    seconds, headers = seconds_and_headers(port, "0.6")
    assert seconds >= 0.6
    assert "x-slow-down" not in headers


def test_nobody_waits_for_a_value_that_is_no_number(port):
    seconds, headers = seconds_and_headers(port, "soon")
    assert seconds < 0.5
    assert "x-slow-down" not in headers


@pytest.mark.parametrize(("asked", "waited"), [(b"900", 3.0), (b"-5", 0.0), (b"nan", 0.0), (b"2", 2.0)])
def test_the_wait_has_an_end(asked, waited):
    answer = bridge.Answer(headers=[(b"x-slow-down", asked), (b"content-type", b"text/plain")])
    assert bridge._slow_down_seconds(answer) == waited
    assert answer.headers == [(b"content-type", b"text/plain")]


def test_held_back_answers_hold_no_thread(port):
    """Twelve answers held back for a second each come together: four threads would need three seconds."""
    began = time.monotonic()
    with ThreadPoolExecutor(12) as pool:
        waits = list(pool.map(lambda _: seconds_and_headers(port, "1")[0], range(12)))
    assert min(waits) >= 1
    assert time.monotonic() - began < 2.5

"""What the server itself says to a request, before and around the pages."""

import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection
from io import BytesIO

import pytest

from core.server import bodies, bridge
from core.server.application import server_application
from core.server.bodies import KILOBYTE, Allowance, allowance_of
from tests.servers import serving

pytestmark = pytest.mark.live


FILM = 20_000_000
OPEN: list[BytesIO] = []


def page(environ, start_response):
    """Says what reached it."""
    path = environ["PATH_INFO"]
    if path.startswith("/slow"):
        time.sleep(float(environ["QUERY_STRING"]))
    if path == "/broken":
        raise RuntimeError("secret text")
    body = environ["wsgi.input"].read()
    seen = {
        "size": len(body),
        "length": environ.get("CONTENT_LENGTH"),
        "address": environ.get("REMOTE_ADDR"),
        "scheme": environ["wsgi.url_scheme"],
        "claims": sorted(name for name in environ if "FORWARDED" in name or "REAL_IP" in name),
    }
    if path == "/big":
        start_response("200 OK", [("content-type", "text/plain")])
        return (b"x" * 1_000_000 for _ in range(20))
    if path == "/film":
        start_response("200 OK", [("content-type", "video/mp4"), ("content-length", str(FILM))])
        film = BytesIO(b"x" * FILM)
        OPEN.append(film)
        return environ["wsgi.file_wrapper"](film, 4096)
    start_response("200 OK", [("content-type", "application/json"), ("X-Twice", "1"), ("X-Twice", "2")])
    return [json.dumps(seen).encode()]


@pytest.fixture(scope="module")
def port():
    with serving(server_application(page)) as number:
        yield number


def ask(port, method="GET", path="/", body=None, headers=None):
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    finally:
        connection.close()


def code(body: bytes) -> str:
    return json.loads(body)["errors"][0]["extensions"]["code"]


@pytest.mark.parametrize(
    "path, most",
    [
        ("/graphql/", 64 * KILOBYTE),
        ("/rosters/", 1200 * KILOBYTE),
        ("/uploads/", 6 * 1024 * KILOBYTE),
        ("/anything/", 256 * KILOBYTE),
    ],
)
def test_a_body_is_taken_up_to_its_limit_and_refused_one_byte_above(port, path, most):
    assert allowance_of(path).bytes == most

    status, body, _ = ask(port, "POST", path, b"x" * most)
    assert (status, json.loads(body)["size"]) == (200, most)

    status, body, headers = ask(port, "POST", path, b"x" * (most + 1))
    assert (status, code(body)) == (413, "BODY_TOO_LARGE")
    assert headers["cache-control"] == "no-store"


def test_a_body_without_a_length_is_counted_as_it_comes(port):
    def chunks(size):
        for _ in range(size // 1024):
            yield b"x" * 1024

    status, body, _ = ask(port, "POST", "/graphql/", chunks(64 * 1024))
    assert (status, json.loads(body)["size"], json.loads(body)["length"]) == (200, 65536, "65536")

    status, body, _ = ask(port, "POST", "/graphql/", chunks(65 * 1024))
    assert (status, code(body)) == (413, "BODY_TOO_LARGE")


def test_an_understated_length_gives_the_page_no_more_than_was_stated(port):
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.settimeout(5)
        client.sendall(b"POST /graphql/ HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n" + b"x" * 100_000)
        answer = client.recv(65536)
    status = answer.split(b" ", 2)[1]
    # What follows the stated bytes is the next request on the connection, and none that could be read.
    assert status == b"400" or (status == b"200" and b'"size": 5' in answer)


@pytest.mark.parametrize("language, text", [
    ("pl", "To za duże, żeby to wysłać. Zmniejsz i spróbuj jeszcze raz."),
    ("en", "This is too large to send. Make it smaller and try again."),
    ("uk", "Це завелике для надсилання. Зменш і спробуй ще раз."),
])  # fmt: skip
def test_a_refusal_speaks_the_persons_language(port, language, text):
    _, body, _ = ask(port, "POST", "/graphql/", b"x" * 70_000, {"Accept-Language": language})
    assert json.loads(body)["errors"][0]["message"] == text


def test_a_body_that_stops_coming_is_refused_in_time(port, monkeypatch):
    monkeypatch.setitem(bodies._ALLOWANCES, "/short/", Allowance(body_seconds=0.3))
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.settimeout(5)
        client.sendall(b"POST /short/ HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\nx")
        assert client.recv(65536).startswith(b"HTTP/1.1 408")


def test_while_bodies_trickle_in_every_thread_stays_free(port):
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(50)]
    for client in slow:
        client.sendall(b"POST /graphql/ HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\nx")

    started = time.perf_counter()
    assert ask(port)[0] == 200
    assert time.perf_counter() - started < 1
    for client in slow:
        client.close()


def test_a_header_that_never_ends_is_dropped(port, monkeypatch):
    monkeypatch.setattr("core.server.http.HEAD_SECONDS", 0.4)
    for beginning in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nhost: x\r\nx-a: 1"):
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.settimeout(5)
            client.sendall(beginning)
            assert client.recv(65536).startswith(b"HTTP/1.1 408")
            assert client.recv(65536) == b""


def test_a_second_header_on_the_same_connection_is_timed_too(port, monkeypatch):
    monkeypatch.setattr("core.server.http.HEAD_SECONDS", 0.4)
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.settimeout(5)
        client.sendall(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n")
        assert client.recv(65536).startswith(b"HTTP/1.1 200")
        client.sendall(b"\r\n\r\n")
        assert client.recv(65536).startswith(b"HTTP/1.1 408")


def test_a_header_of_megabytes_is_refused(port):
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.settimeout(5)
        client.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n")
        with suppress(ConnectionError):
            for _ in range(200):
                client.sendall(b"x-filler: " + b"y" * 10_000 + b"\r\n")
                time.sleep(0.005)
            pytest.fail("two megabytes of header were taken")


def test_a_page_that_takes_too_long_is_a_clear_504_and_the_others_go_on(port, monkeypatch):
    monkeypatch.setitem(bodies._ALLOWANCES, "/slow", Allowance(answer_seconds=0.3))

    started = time.perf_counter()
    status, body, _ = ask(port, path="/slow?1.5")

    assert (status, code(body)) == (504, "REQUEST_TIMEOUT")
    assert time.perf_counter() - started < 1
    assert ask(port)[0] == 200


def test_health_answers_while_every_thread_is_busy(port):
    with ThreadPoolExecutor(8) as people:
        busy = [people.submit(ask, port, path="/slow?1.5") for _ in range(bridge.THREADS * 2)]
        time.sleep(0.3)
        started = time.perf_counter()
        assert ask(port, path="/healthz")[:2] == (200, b'{"alive":true}')
        assert time.perf_counter() - started < 1
        assert [one.result()[0] for one in busy] == [200] * len(busy)


def test_too_many_waiting_people_are_asked_to_come_back(port, monkeypatch):
    monkeypatch.setattr(bridge, "MOST_WAITING", 2)
    with ThreadPoolExecutor(2) as people:
        busy = [people.submit(ask, port, path="/slow?0.8") for _ in range(2)]
        time.sleep(0.3)
        status, body, headers = ask(port)
        assert (status, code(body), headers["retry-after"]) == (503, "BUSY", "2")
        assert [one.result()[0] for one in busy] == [200, 200]
    assert ask(port)[0] == 200


def test_a_page_that_breaks_outside_django_says_nothing_of_itself(port):
    status, body, _ = ask(port, path="/broken")
    assert status == 500
    assert b"secret" not in body
    assert ask(port)[0] == 200


def test_an_answer_of_many_megabytes_arrives_whole(port):
    status, body, _ = ask(port, path="/big")
    assert (status, len(body)) == (200, 20_000_000)


def test_a_long_file_arrives_whole_and_holds_no_thread(port):
    OPEN.clear()
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(bridge.THREADS * 2)]
    for client in slow:
        client.sendall(b"GET /film HTTP/1.1\r\nhost: x\r\n\r\n")
    time.sleep(0.3)
    started = time.perf_counter()
    status, body, _ = ask(port, path="/film")
    assert (status, len(body)) == (200, FILM)
    assert time.perf_counter() - started < 5
    for client in slow:
        client.close()
    until = time.monotonic() + 10
    while not all(one.closed for one in OPEN) and time.monotonic() < until:
        time.sleep(0.05)
    assert [one.closed for one in OPEN] == [True] * len(OPEN)
    assert len(OPEN) == len(slow) + 1


@pytest.mark.parametrize("path", ["/film", "/big"])
def test_who_takes_nothing_of_an_answer_is_let_go(port, monkeypatch, path):
    monkeypatch.setattr("core.server.http.LOOK_SECONDS", 0.2)
    with socket.socket() as silent:
        silent.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        silent.settimeout(10)
        silent.connect(("127.0.0.1", port))
        silent.sendall(f"GET {path} HTTP/1.1\r\nhost: x\r\n\r\n".encode())
        time.sleep(1.5)
        taken = 0
        with suppress(ConnectionResetError):
            while part := silent.recv(65536):
                taken += len(part)
    # What the system had buffered, and then the end.
    assert taken < FILM


def test_of_large_bodies_only_some_are_taken_at_once(port, monkeypatch):
    monkeypatch.setitem(bodies._ALLOWANCES, "/large/", Allowance(body_seconds=5, at_once=1))
    with socket.create_connection(("127.0.0.1", port)) as first:
        first.sendall(b"POST /large/ HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nx")
        time.sleep(0.2)
        status, body, _ = ask(port, "POST", "/large/", b"second")
        assert (status, code(body)) == (503, "BUSY")
        assert ask(port, "GET", "/large/")[0] == 200
        first.sendall(b"xxxx")
        assert first.recv(65536).startswith(b"HTTP/1.1 200")
    assert ask(port, "POST", "/large/", b"third")[0] == 200


@pytest.mark.parametrize(
    "long",
    [
        ("POST", "/slow/?0.8", b"x" * (100 * KILOBYTE)),
        ("GET", "/slow/page.pdf?0.8"),
        ("POST", "/slow/account?0.8", b"password"),
    ],
    ids=["photo", "pdf", "password"],
)
def test_what_takes_long_keeps_no_page_waiting(port, long):
    """Photos of a class at once, a page that is printed again and again, a flood of passwords."""
    with ThreadPoolExecutor(bridge.THREADS) as people:
        busy = [people.submit(ask, port, *long) for _ in range(bridge.THREADS)]
        time.sleep(0.2)
        started = time.perf_counter()
        assert ask(port)[0] == 200
        assert time.perf_counter() - started < 0.4
        assert {one.result()[0] for one in busy} == {200}


def test_who_sends_slowly_keeps_out_nobody_for_whom_a_large_body_is_meant(port, monkeypatch):
    large = Allowance(bytes=KILOBYTE * KILOBYTE, body_seconds=5, at_once=1, meant_for=lambda person: False)
    monkeypatch.setitem(bodies._ALLOWANCES, "/large/", large)
    with socket.create_connection(("127.0.0.1", port)) as first:
        first.sendall(b"POST /large/ HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nx")
        time.sleep(0.2)
        # No place is taken: a stranger sends what strangers may.
        assert ask(port, "POST", "/large/", b"second")[0] == 200
        status, body, _ = ask(port, "POST", "/large/", b"x" * (300 * KILOBYTE))
        assert (status, code(body)) == (413, "BODY_TOO_LARGE")


def test_strangers_who_send_slowly_fill_no_more_than_their_room(monkeypatch):
    monkeypatch.setattr("core.server.application.OF_STRANGERS", KILOBYTE * KILOBYTE)
    with serving(server_application(page)) as port:
        with socket.create_connection(("127.0.0.1", port)) as slow:
            start = b"POST /uploads/ HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n"
            slow.sendall(start + b"x" * 900_000)
            time.sleep(0.3)
            status, body, _ = ask(port, "POST", "/verify/", b"x" * 400_000)
            assert (status, code(body)) == (503, "BUSY")
            # A tap is no large body.
            assert ask(port, "POST", "/graphql/", b"x" * 60_000)[0] == 200
        until = time.monotonic() + 5
        while ask(port, "POST", "/verify/", b"x" * 400_000)[0] != 200:
            assert time.monotonic() < until
            time.sleep(0.05)


def test_equal_headers_stay_two(port):
    assert ask(port)[2].get_all("x-twice") == ["1", "2"]


FORWARDED = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https", "X_Forwarded_For": "6.6.6.6",
             "X-Real-IP": "6.6.6.6", "Forwarded": "for=6.6.6.6"}  # fmt: skip


def test_forwarded_headers_of_a_stranger_are_dropped(port):
    _, body, _ = ask(port, headers=FORWARDED)
    seen = json.loads(body)
    assert (seen["address"], seen["scheme"], seen["claims"]) == ("127.0.0.1", "http", [])


@pytest.mark.parametrize("proxy", ["127.0.0.1", "127.0.0.0/8"])
def test_forwarded_headers_of_a_named_proxy_are_believed(settings, proxy):
    settings.TRUSTED_PROXIES = [proxy]
    with serving(server_application(page)) as port:
        _, body, _ = ask(port, headers=FORWARDED | {"X-Forwarded-For": "6.6.6.6, 203.0.113.7"})
    seen = json.loads(body)
    assert (seen["address"], seen["scheme"], seen["claims"]) == ("203.0.113.7", "https", [])


def test_head_has_no_body(port):
    status, body, _ = ask(port, "HEAD")
    assert (status, body) == (200, b"")


@pytest.mark.parametrize(
    ("language", "words"), [("pl", "Spróbuj ponownie"), ("en", "Try again"), ("uk", "Спробувати ще раз")]
)
def test_who_opened_an_address_gets_a_page_in_words(port, monkeypatch, language, words):
    monkeypatch.setitem(bodies._ALLOWANCES, "/slow", Allowance(answer_seconds=0.3))
    status, body, headers = ask(
        port, path="/slow?0.8", headers={"Accept": "text/html,*/*;q=0.8", "Accept-Language": language}
    )
    assert (status, headers["content-type"]) == (504, "text/html; charset=utf-8")
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    text = body.decode()
    assert f'<html lang="{language}">' in text
    assert f'<a href="">{words}</a>' in text
    assert "<small>REQUEST_TIMEOUT</small>" in text

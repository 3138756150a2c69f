"""Asking strangers' servers: only where we may, and never for long (SS-01, SS-02)."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field

import pytest
import urllib3.util.connection

from core import outside
from core.outside import Unreachable, fetch, may_be_asked

ANY = "*/*"


@dataclass
class Trap:
    """Listens on the loopback addresses and remembers who came."""

    port: int
    listeners: list[socket.socket] = field(default_factory=list)

    def visitors(self) -> int:
        count = 0
        for listener in self.listeners:
            with suppress(BlockingIOError):
                while True:
                    listener.accept()[0].close()
                    count += 1
        return count


@pytest.fixture
def trap(monkeypatch) -> Iterator[Trap]:
    with ExitStack() as stack:
        first = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        trap = Trap(first.getsockname()[1], [first])
        with suppress(OSError):
            trap.listeners.append(
                stack.enter_context(socket.create_server(("::1", trap.port), family=socket.AF_INET6))
            )
        for listener in trap.listeners:
            listener.setblocking(False)
        # The port is not what keeps us out here.
        monkeypatch.setattr(outside, "PORTS", frozenset({trap.port}))
        yield trap


HOSTS = [
    "127.0.0.1", "localhost", "localhost.", "[::1]", "0x7f.1", "0x7f000001", "2130706433", "017700000001", "127.1",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0", "[::]", "169.254.169.254", "10.0.0.1", "192.168.1.1",
    "172.16.0.1", "[fd00::1]", "[fe80::1]", "100.64.0.1", "[64:ff9b::7f00:1]", "224.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_ss_01_an_inner_address_is_refused_before_connecting(trap, host):
    started = time.monotonic()
    with pytest.raises(Unreachable):
        fetch(f"https://{host}:{trap.port}/did.json", accept=ANY)

    assert trap.visitors() == 0
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com/did.json", "file:///etc/passwd", "gopher://127.0.0.1:6379/_INFO", "ftp://example.com/",
        "https://example.com:22/", "https://example.com:25/", "https://example.com:6379/", "https://example.com:80/",
        "https://user:secret@example.com/", "https:///did.json", "//example.com/", "", "https://exämple.com/",
        "https://example.com/" + "a" * 2000, "data:application/json,{}", "https://[::1", "https://example.com:99999/",
    ],
)  # fmt: skip
def test_ss_01_another_scheme_or_port_is_not_asked(address, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("it was looked up"))

    assert not may_be_asked(address)
    with pytest.raises(Unreachable):
        fetch(address, accept=ANY)


def test_ss_01_the_address_that_was_checked_is_the_one_that_is_connected_to(trap, monkeypatch):
    """A name that leads outside when it is checked and home when it is used."""
    real, asked, reached = socket.getaddrinfo, [], []

    def resolve(host, port, *rest, **options):
        if host != "rebinding.example":
            return real(host, port, *rest, **options)
        asked.append(host)
        return real("93.184.216.34" if len(asked) == 1 else "127.0.0.1", port, *rest, **options)

    def connect(address, *_, **__):
        reached.append(address)
        raise OSError("no road from here")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(urllib3.util.connection, "create_connection", connect)
    with pytest.raises(Unreachable):
        fetch(f"https://rebinding.example:{trap.port}/", accept=ANY)

    assert reached == [("93.184.216.34", trap.port)]
    assert (asked, trap.visitors()) == (["rebinding.example"], 0)


def test_ss_01_a_proxy_of_the_environment_is_not_used(trap, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{trap.port}")
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{trap.port}")
    with pytest.raises(Unreachable):
        fetch(f"https://10.0.0.1:{trap.port}/", accept=ANY)

    assert trap.visitors() == 0


@pytest.fixture
def serve(settings) -> Iterator[Callable[[Callable[[socket.socket], None]], str]]:
    """A server of one answer, on a port that the test allows: `serve(talk)` → its address."""
    with ExitStack() as stack:

        def start(talk: Callable[[socket.socket], None]) -> str:
            listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
            port = listener.getsockname()[1]
            settings.OUTSIDE_LOOPBACK_PORTS = frozenset({port})

            def answer() -> None:
                with suppress(OSError):
                    connection, _ = listener.accept()
                    with connection:
                        connection.recv(65_536)
                        talk(connection)

            threading.Thread(target=answer, daemon=True).start()
            return f"http://localhost:{port}/did.json"

        yield start


def with_body(body: bytes, *headers: bytes) -> bytes:
    return b"\r\n".join([b"HTTP/1.1 200 OK", b"Content-Length: %d" % len(body), *headers, b"", body])


def test_a_plain_answer_is_fetched(serve):
    assert fetch(serve(lambda to: to.sendall(with_body(b'{"id":1}'))), accept=ANY) == b'{"id":1}'


def drip(content: bytes) -> Callable[[socket.socket], None]:
    def talk(to: socket.socket) -> None:
        for byte in content:
            to.sendall(bytes([byte]))
            time.sleep(0.05)

    return talk


@pytest.mark.parametrize(
    "talk",
    [
        lambda to: time.sleep(3),
        drip(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100),
        drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + b"a" * 100),
        lambda to: [to.sendall(b"HTTP/1.1 200 OK\r\n\r\n"), time.sleep(3)],
    ],
    ids=["silent", "a byte at a time in the headers", "a byte at a time in the body", "no body"],
)
def test_ss_02_a_slow_server_is_given_up_in_time(serve, talk):
    address = serve(talk)
    started = time.monotonic()
    with pytest.raises(Unreachable):
        fetch(address, accept=ANY, seconds=0.5)

    assert time.monotonic() - started < 1.5


def test_the_real_time_is_five_seconds_and_a_megabyte():
    assert (5.0, 1_000_000, {443, 8443}) == (outside.SECONDS, outside.MOST_BYTES, outside.PORTS)


def endless(to: socket.socket) -> None:
    to.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(16_384):
        to.sendall(b"a" * 65_536)


@pytest.mark.parametrize(
    "talk",
    [
        endless,
        lambda to: to.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n"),
        lambda to: to.sendall(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"fffff\r\n" + b"a" * 0xFFFFF
        ),
        lambda to: to.sendall(with_body(gzip.compress(bytes(50_000_000)), b"Content-Encoding: gzip")),
        lambda to: to.sendall(with_body(b"{}", *(b"X-%d: a" % number for number in range(10_000)))),
        lambda to: to.sendall(with_body(b"{}", b"X: " + b"a" * 200_000)),
        lambda to: to.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}"),
        lambda to: to.sendall(b"\x00\x01\x02 nonsense\r\n\r\n"),
        lambda to: to.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"),
    ],
    ids=[
        "endless",
        "1 GB",
        "chunks",
        "gzip bomb",
        "10,000 headers",
        "long header",
        "404",
        "nonsense",
        "odd length",
    ],
)
def test_ss_02_what_is_too_much_or_no_answer_is_not_read(serve, talk):
    started = time.monotonic()
    with pytest.raises(Unreachable):
        fetch(serve(talk), accept=ANY, seconds=3)

    assert time.monotonic() - started < 2.5


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_ss_01_no_redirect_is_followed(serve, trap, code):
    away = b"HTTP/1.1 %d Away\r\nLocation: https://127.0.0.1:%d/\r\nContent-Length: 0\r\n\r\n" % (
        code,
        trap.port,
    )
    with pytest.raises(Unreachable):
        fetch(serve(lambda to: to.sendall(away)), accept=ANY)

    assert trap.visitors() == 0


def test_ss_02_many_slow_servers_leave_no_thread_behind(serve):
    before = threading.active_count()
    for _ in range(5):
        with pytest.raises(Unreachable):
            fetch(serve(lambda to: time.sleep(0.4)), accept=ANY, seconds=0.1)
    time.sleep(0.6)

    assert threading.active_count() <= before

"""Asking other people's servers at addresses that strangers give us (cases SS-01, SS-02).

`fetch` is for workers: it waits up to `SECONDS`. It asks by https alone, at two ports, follows nothing, believes no
proxy of the environment, unpacks nothing, and connects only to the very address that it has checked
(`requests-hardened`). The whole takes five seconds at most, however slowly the other side speaks.
"""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import requests
from django.conf import settings
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter_adapter import IPFilterAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.util import parse_url

SECONDS = 5.0
MOST_BYTES = 1_000_000
PORTS = frozenset({443, 8443})
LOOPBACK = frozenset({"localhost", "127.0.0.1"})
_CHUNK = 65_536

# Both would write addresses into the log that somebody typed.
for _name in ("requests_hardened", "urllib3"):
    logging.getLogger(_name).setLevel(logging.ERROR)


class Unreachable(OSError):
    """The document cannot be had: forbidden, silent, too slow, too long or not there. Which, no visitor is told."""


def fetch(address: str, *, accept: str, seconds: float = SECONDS, most: int = MOST_BYTES) -> bytes:
    """The body of a plain 200 answer. Raises Unreachable for everything else, after `seconds` at the latest."""
    try:
        plain = _check(address)
        with (
            _until(time.monotonic() + seconds) as deadline,
            _session(plain=plain, seconds=seconds) as session,
        ):
            headers = {"Accept": accept, "Accept-Encoding": "identity"}
            with session.get(address, headers=headers, stream=True) as answer:
                return _body(answer, deadline, most)
    # ValueError: what the parsers of addresses and headers say. AttributeError: urllib3 reading a closed socket.
    except (requests.RequestException, HTTPError, OSError, ValueError, AttributeError) as error:
        raise Unreachable(type(error).__name__) from error


def may_be_asked(address: str) -> bool:
    """Whether `fetch` would try at all. Says nothing about where the name leads."""
    try:
        _check(address)
    except ValueError:
        return False
    return True


def _check(address: str) -> bool:
    """Whether it is an address by plain http that a developer allowed. Raises ValueError unless it may be asked."""
    if not address.isascii() or len(address) > 2000:
        raise ValueError("not an address")
    parts = parse_url(address)
    port, host = parts.port, parts.host or ""
    if parts.auth or not host:
        raise ValueError("not an address")
    if host in LOOPBACK and port in settings.OUTSIDE_LOOPBACK_PORTS:
        return parts.scheme == "http"
    if parts.scheme != "https" or (port or 443) not in PORTS:
        raise ValueError("not asked")
    return False


def _body(answer: requests.Response, deadline: float, most: int) -> bytes:
    if (
        answer.status_code != requests.codes.ok
        or answer.headers.get("Content-Encoding", "identity") != "identity"
    ):
        raise ValueError("no plain answer")
    if int(answer.headers.get("Content-Length") or 0) > most:
        raise ValueError("too long")
    body = bytearray()
    while chunk := answer.raw.read1(_CHUNK, decode_content=False):
        body += chunk
        if len(body) > most or time.monotonic() > deadline:
            raise ValueError("too long")
    if time.monotonic() > deadline:
        raise ValueError("too long")
    return bytes(body)


def _session(*, plain: bool, seconds: float) -> HTTPSession:
    """A session that knows one scheme and leads nowhere else."""
    session = HTTPSession(
        Config(
            ip_filter_enable=True,
            ip_filter_allow_loopback_ips=plain,
            never_redirect=True,
            default_timeout=(seconds, seconds),
            user_agent_override="Kotylion",
        )
    )
    session.trust_env = False
    session.adapters.clear()
    scheme = "http" if plain else "https"
    session.mount(f"{scheme}://", _Adapter(is_https_proto=not plain, allow_loopback=plain))
    return session


# --- the whole within its time -------------------------------------------------------------------
# A timeout of `requests` is for one read: a byte a second would be listened to for ever. So a timer hangs up.

_hang_up: ContextVar[_HangUp | None] = ContextVar("hang_up", default=None)


class _HangUp:
    """Shuts every connection it was told of, once its time has come."""

    def __init__(self, seconds: float) -> None:
        self._connections: list[socket.socket] = []
        self._lock = threading.Lock()
        self._over = False
        self._timer = threading.Timer(max(seconds, 0), self.now)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, connection: socket.socket) -> None:
        # A copy: TLS takes the first one over, and shutting a copy ends the connection all the same.
        copy = connection.dup()
        with self._lock:
            self._connections.append(copy)
            over = self._over
        if over:
            self.now()

    def now(self) -> None:
        with self._lock:
            self._over = True
            for connection in self._connections:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # the other side was quicker

    def end(self) -> None:
        self._timer.cancel()
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()


@contextmanager
def _until(deadline: float) -> Iterator[float]:
    hang_up = _HangUp(deadline - time.monotonic())
    token = _hang_up.set(hang_up)
    try:
        yield deadline
    finally:
        _hang_up.reset(token)
        hang_up.end()


class _Watched(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        connection = super()._new_conn()
        hang_up = _hang_up.get()
        if hang_up is not None:
            hang_up.watch(connection)
        return connection


class _WatchedTls(_Watched, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTls


class _Adapter(IPFilterAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}

"""A network that can be cut: a SOCKS5 proxy (RFC 1928) between a browser and the portal.

Chromium's own offline switch leaves open sockets alone; cutting here closes every connection as a dead spot does, and
refuses new ones until `mend`.
"""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress

GREETING, NO_PASSWORD = 5, b"\x05\x00"
CONNECT, BY_ADDRESS, BY_NAME = 1, 1, 3
GRANTED = b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00"


class WeakNetwork:
    """Listens on a free port of this computer from the start until `close`."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._is_cut = False
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def address(self) -> str:
        return f"socks5://127.0.0.1:{self._listener.getsockname()[1]}"

    def cut(self) -> None:
        """Every connection ends now; new ones fail."""
        with self._lock:
            self._is_cut = True
            ending = list(self._open)
        for one in ending:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        with self._lock:
            self._is_cut = False

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client:
            with suppress(OSError, struct.error), self._reach(client) as server:
                if not self._keep(client, server):
                    return
                back = threading.Thread(target=_pump, args=(server, client), daemon=True)
                back.start()
                _pump(client, server)
                back.join()
            with self._lock:
                self._open.discard(client)

    def _keep(self, *both: socket.socket) -> bool:
        with self._lock:
            if not self._is_cut:
                self._open.update(both)
            return not self._is_cut

    def _reach(self, client: socket.socket) -> socket.socket:
        """Speak SOCKS5 with the browser and connect where it asks to."""
        if self._is_cut:
            raise OSError("cut")
        _, methods = _take(client, 2)
        _take(client, methods)
        client.sendall(NO_PASSWORD)
        _, command, _, kind = _take(client, 4)
        if command != CONNECT:
            raise OSError("only CONNECT is understood")
        length = {BY_ADDRESS: 4}.get(kind) or _take(client, 1)[0]
        name = _take(client, length)
        (port,) = struct.unpack("!H", _take(client, 2))
        host = name.decode() if kind == BY_NAME else socket.inet_ntoa(name)
        server = socket.create_connection((host, port), timeout=10)
        server.settimeout(None)
        client.sendall(GRANTED)
        return server


def _take(source: socket.socket, count: int) -> bytes:
    taken = b""
    while len(taken) < count:
        more = source.recv(count - len(taken))
        if not more:
            raise OSError("ended early")
        taken += more
    return taken


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)

"""Starting uvicorn the way this product needs it."""

import logging
import socket
import sys
from dataclasses import dataclass

import uvicorn

from core.server.forwarded import AsgiApplication
from core.server.http import PatientHttpProtocol
from core.server.sockets import SocketProtocol

MOST_FRAME_BYTES = 16 * 1024


@dataclass(frozen=True)
class Address:
    """Where to listen. Certificate and key are files in PEM; without them plain HTTP."""

    host: str = "127.0.0.1"
    port: int = 8000
    certificate: str | None = None
    key: str | None = None


def server_config(application: AsgiApplication, address: Address) -> uvicorn.Config:
    """Uvicorn's settings: our two protocols, no compression, nothing logged that names a secret."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    return uvicorn.Config(
        application,
        http=PatientHttpProtocol,
        ws=SocketProtocol,
        loop="uvloop",
        lifespan="on",
        interface="asgi3",
        ws_max_size=MOST_FRAME_BYTES,
        ws_per_message_deflate=False,
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_config=None,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=10,
        ssl_certfile=address.certificate,
        ssl_keyfile=address.key,
    )


def serve(application: AsgiApplication, address: Address) -> None:
    """Listen and serve until SIGTERM or SIGINT; then finish what is under way, ten seconds at most."""
    listener = listen(address)
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    sys.stdout.write(f"Kotylion listens on {'https' if address.certificate else 'http'}://{shown}:{port}\n")
    sys.stdout.flush()
    uvicorn.Server(server_config(application, address)).run(sockets=[listener])


def listen(address: Address) -> socket.socket:
    """A listening socket; a second server on the same address fails here, clearly."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    return socket.create_server((address.host, address.port), family=family, backlog=2048)

"""`./dev run`: from a fresh clone to a portal that answers, and down again at Ctrl-C."""

from __future__ import annotations

import ipaddress
import os
import secrets
import signal
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tools import database, preparing, processes
from tools.console import Failed, say
from tools.places import PYTHON, ROOT

READY_SECONDS = 60.0
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104
DEMO_ACCOUNTS = ("teacher", "student", "leader", "coordinator", "issuer", "editor", "admin")
DEMO_PASSWORD = "kotylion"  # noqa: S105  (published on purpose; see RunOptions.demo_password)


class Stopped(Exception):
    """Somebody asked us to end."""


@dataclass(frozen=True)
class RunOptions:
    """What the person asked of `./dev run`."""

    port: int
    host: str
    certificate: Path | None
    key: Path | None
    data: Path
    demo: bool

    @property
    def on_loopback(self) -> bool:
        """Whether only this computer can reach the portal."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def origin(self) -> str:
        """The address of the portal as a browser writes it."""
        name = "localhost" if self.on_loopback else f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.certificate else 'http'}://{name}:{self.port}"

    def check(self) -> None:
        """Refuse what cannot work, before anything is built. Raises Failed with status 2."""
        if bool(self.certificate) != bool(self.key):
            raise Failed("--cert and --key go together.", status=2)
        for file in (self.certificate, self.key):
            if file is not None and not file.is_file():
                raise Failed(f"There is no file {file}.", status=2)
        if not self.on_loopback and self.certificate is None:
            raise Failed(
                f"Others can reach {self.host}, so the portal needs https there: give --cert and --key.\n"
                "Without --host it serves this computer alone and needs neither.",
                status=2,
            )
        if self.host in EVERYWHERE and "PUBLIC_URL" not in os.environ:
            raise Failed(
                f"{self.host} is no address a phone can open: give --host the address of this computer,\n"
                "or set PUBLIC_URL to the one that people will use.",
                status=2,
            )

    def demo_password(self) -> str:
        """The demo accounts' password: the published one only where nobody else can reach them."""
        return DEMO_PASSWORD if self.on_loopback else secrets.token_urlsafe(9)


def run(options: RunOptions) -> int:
    """Set up, start, report, and serve until asked to end."""
    options.check()
    if processes.port_is_taken(options.host, options.port):
        raise Failed(f"Port {options.port} is taken; choose another with --port.")
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, _stopped)
    try:
        return _serve(options)
    except Stopped:
        say("\nStopped.")
        return 0


def _serve(options: RunOptions) -> int:
    started = time.monotonic()
    say("Kotylion")
    preparing.set_up("run")
    password = options.demo_password()
    env = portal_environment(options, password)
    preparing.make_data_folder(env)
    database.prepare(env)
    server = processes.start(server_command(options), cwd=ROOT, env=env)
    try:
        wait_until_ready(server, options)
        say("\n".join(welcome(options, password, time.monotonic() - started)))
        raise Failed(f"The server ended by itself (exit {server.wait()}).")
    finally:
        for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(signum, signal.SIG_IGN)
        processes.stop(server)


def portal_environment(options: RunOptions, password: str) -> dict[str, str]:
    """What the portal's settings read; an address or a key that the caller set stands."""
    env = preparing.for_portal(str(options.data))
    defaults = {"PUBLIC_URL": options.origin}
    if not options.on_loopback:
        defaults["ALLOWED_HOSTS"] = f"localhost,127.0.0.1,{options.host}"
    return defaults | env | {"DEMO": "1" if options.demo else "0", "DEMO_PASSWORD": password}


def server_command(options: RunOptions) -> list[str | Path]:
    """The command line of the server."""
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "portal.server",
        "--host",
        options.host,
        "--port",
        str(options.port),
    ]
    if options.certificate and options.key:
        command += ["--cert", options.certificate, "--key", options.key]
    return command


def wait_until_ready(server: subprocess.Popen[bytes], options: RunOptions) -> None:
    """Wait until `/readyz` says yes. Raises Failed when a minute has passed or the server has ended."""
    host = f"[{options.host}]" if ":" in options.host else options.host
    address = f"{options.origin.split(':')[0]}://{host}:{options.port}/readyz"
    trust = ssl.create_default_context()
    # Our own process, known by its port; its certificate may well name another address.
    trust.check_hostname = False
    trust.verify_mode = ssl.CERT_NONE
    answer = "no answer"
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise Failed(f"The server did not start (exit {server.returncode}).")
        try:
            with urllib.request.urlopen(address, timeout=5, context=trust) as response:  # noqa: S310
                response.read()
                return
        except urllib.error.HTTPError as error:
            answer = f"{error.code} {error.read(2000).decode(errors='replace')}"
        except OSError as error:
            answer = str(error)
        time.sleep(0.1)
    raise Failed(f"The portal is not ready after {READY_SECONDS:.0f} s: {answer}")


def welcome(options: RunOptions, password: str, seconds: float) -> list[str]:
    """What stands on the screen when the portal is up: addresses, who can open them, demo sign-ins."""
    origin = os.environ.get("PUBLIC_URL", options.origin)
    lines = [f"\nReady after {seconds:.1f} s\n"]
    lines += [
        f"  {name:<10}{origin}{path}"
        for name, path in (("portal", "/"), ("app", "/app/"), ("editors", "/cms/"), ("verify", "/verify/"))
    ]
    lines.append("")
    if options.on_loopback:
        lines.append("  Only this computer can open these addresses. For phones in the room:")
        lines.append("  ./dev run --host ADDRESS --cert FILE --key FILE")
    else:
        lines.append(f"  Everybody who can reach {options.host} can open these addresses.")
    if options.demo:
        lines.append(f"\n  demo sign-ins, password {password}")
        lines.append("  " + ", ".join(DEMO_ACCOUNTS))
        lines.append("  and the class 2B: student01 … student30")
    else:
        lines.append("\n  First person: ./dev manage start_school")
    lines.append(f"\n  data in {options.data} · Ctrl-C stops")
    return lines


def _stopped(signum: int, frame: FrameType | None) -> NoReturn:
    raise Stopped

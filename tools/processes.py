"""Starting and stopping processes, always by their own id."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO


def start(
    command: Sequence[str | Path],
    *,
    output: IO[bytes] | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    account: str | None = None,
) -> subprocess.Popen[bytes]:
    """Start `command` in a process group of its own that ends with us, even when we are killed.

    (That is when the thread which called us ends, so call it from the main one.) `account` names the user to
    run it as, for root alone. With `output` both of its streams go there; otherwise they stay ours.
    """
    owner = account if os.geteuid() == 0 and account else None
    return subprocess.Popen(
        [*ending_with_us(), *(str(part) for part in command)],
        cwd=cwd,
        env=dict(env) if env is not None else None,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output is not None else None,
        start_new_session=True,
        user=owner,
        group=pwd.getpwnam(owner).pw_gid if owner else None,
        extra_groups=[] if owner else None,
    )


def ending_with_us() -> list[str]:
    """What to write before a command so that it is told to end when the thread that started it ends."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM"] if setpriv else []


def stop(
    process: subprocess.Popen[bytes], *, first: signal.Signals = signal.SIGTERM, patience: float = 10.0
) -> int:
    """End `process`: politely with `first`, and its whole group by force after `patience` seconds.

    Returns its exit status, negative for a signal. Stopping what has ended already is harmless.
    """
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(first)
        try:
            return process.wait(patience)
        except subprocess.TimeoutExpired:
            kill(process)
    return process.wait()


def kill(process: subprocess.Popen[bytes]) -> None:
    """End `process` and everything in its group at once, as a power cut would."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def free_port(host: str = "127.0.0.1") -> int:
    """A TCP port of `host` that nobody listens on at this moment."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.bind((host, 0))
        port: int = listener.getsockname()[1]
        return port


def port_is_taken(host: str, port: int) -> bool:
    """Whether something listens on `host`:`port` already (or we may not listen there)."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            return True
    return False

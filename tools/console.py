"""What `./dev` says: short lines with seconds, and a failure's own words when something goes wrong."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools.places import LOGS, ROOT

HEAD_LINES = 8
TAIL_LINES = 40


class Failed(Exception):
    """A command cannot go on; the message is for the person, `status` for the shell."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def say(text: str = "") -> None:
    """Print a line now, also into a pipe."""
    print(text, flush=True)


def complain(text: str) -> None:
    """Print a line to the error stream."""
    print(text, file=sys.stderr, flush=True)


def step_line(label: str, seconds: float, mark: str = " ") -> str:
    """One line of a report: mark, label, seconds in a column."""
    return f"{mark} {label:<34}{seconds:>7.1f} s"


@contextlib.contextmanager
def step(label: str) -> Iterator[None]:
    """Say what is being done and, when it is done, how long it took."""
    started = time.monotonic()
    if sys.stdout.isatty():
        print(f"  {label} …", end="\r", flush=True)
    yield
    say(step_line(label, time.monotonic() - started))


def run_quietly(
    label: str, command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> None:
    """Run `command` as one step, its output in a log. Raises Failed with the end of the log."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{label.replace(' ', '-').replace('/', '-')}.log"
    with step(label), log.open("wb") as output:
        try:
            status = subprocess.run(
                [str(part) for part in command],
                cwd=cwd,
                env=dict(env) if env is not None else None,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
        except OSError as error:
            raise Failed(f"{label}: {error}") from error
        if status != 0:
            raise Failed(f"{tail(log)}\n{label} failed (exit {status}); all of it: {log.relative_to(ROOT)}")


def tail(log: Path) -> str:
    """The part of a log worth showing: its end, and its first lines, where some programs say it all."""
    lines = log.read_text(errors="replace").splitlines()
    if len(lines) > HEAD_LINES + TAIL_LINES:
        lines = [*lines[:HEAD_LINES], "…", *lines[-TAIL_LINES:]]
    return "\n".join(lines)

"""Remembering what has been done, by the content it was done from, so that a second start takes seconds."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.places import LOCK, ROOT, STAMPS, STATE


def digest(files: Iterable[Path], *, extra: str = "") -> str:
    """SHA-256 over the names (relative to the tree) and contents of `files` in order, and `extra`."""
    total = hashlib.sha256(extra.encode())
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"\n{file.relative_to(ROOT)} {content}".encode())
    return total.hexdigest()


def is_done(name: str, key: str) -> bool:
    """Whether the step `name` was last finished for exactly this `key`."""
    return recorded(name) == key


def recorded(name: str) -> str | None:
    """The key for which the step `name` was last finished, or None."""
    stamp = STAMPS / name
    return stamp.read_text() if stamp.exists() else None


def begin(name: str) -> None:
    """Forget the step before it is done again, so that one cut short is not taken for finished."""
    (STAMPS / name).unlink(missing_ok=True)


def finish(name: str, key: str) -> None:
    """Remember that the step `name` is finished for `key`."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(key)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let one `./dev` at a time set up this tree; the others wait."""
    STATE.mkdir(exist_ok=True)
    with LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

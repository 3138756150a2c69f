"""How a request ends in time: no statement starts after its deadline, and SQLite breaks off one that is
running.

On PostgreSQL a running statement is broken off by `statement_timeout`, which the settings give with the
connection.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from django.db import OperationalError, connection

# SQLite's virtual machine asks this often whether to go on: a fraction of a millisecond of work.
_INSTRUCTIONS = 50_000
_timeouts: WeakKeyDictionary[Any, int] = WeakKeyDictionary()


class OutOfTime(Exception):
    """The request has used up its seconds."""


class TooManyStatements(Exception):
    """The request has used up its statements."""


@contextmanager
def deadline(seconds: float, statements: int | None = None) -> Iterator[None]:
    """Inside, no statement starts after `seconds`, nor (if given) a `statements`+1st one.

    Raises OutOfTime or TooManyStatements out of the statement that was one too many.
    """
    ends = time.monotonic() + seconds
    used = 0

    def guard(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        nonlocal used
        used += 1
        if time.monotonic() > ends:
            raise OutOfTime
        if statements is not None and used > statements:
            raise TooManyStatements
        try:
            return execute(sql, params, many, context)
        except OperationalError as error:
            if time.monotonic() > ends:
                raise OutOfTime from error
            raise

    with _interrupting(seconds), connection.execute_wrapper(guard):
        yield


@contextmanager
def _interrupting(seconds: float) -> Iterator[None]:
    connection.ensure_connection()
    raw = connection.connection
    if connection.vendor != "sqlite":
        _set_statement_timeout(raw, max(1, int(seconds * 1000)))
        yield
        return
    ends = time.monotonic() + seconds
    raw.set_progress_handler(lambda: time.monotonic() > ends, _INSTRUCTIONS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)


def _set_statement_timeout(raw: Any, milliseconds: int) -> None:
    # Only the threads that answer requests come here: migrations and tasks, on connections of their own, take longer.
    if _timeouts.get(raw) != milliseconds:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [str(milliseconds)])
        _timeouts[raw] = milliseconds

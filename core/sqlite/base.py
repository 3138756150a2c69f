"""Django's SQLite backend, set up for many people writing at once.

`ENGINE = "core.sqlite"`. WAL, so that readers never wait for a writer; `synchronous=FULL`, so that what was
acknowledged survives a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous); `BEGIN IMMEDIATE`,
so that a transaction never finds out half-way that it may not write; and the writers' lane of `lane.py`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base as sqlite3

from core.sqlite.features import DatabaseFeatures
from core.sqlite.lane import lane_of
from core.sqlite.operations import FOLDED, FOLDING, DatabaseOperations, folded

WAIT_SECONDS = 20.0
_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLAC", "CREATE", "ALTER ", "DROP T", "DROP I")
_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA cache_size = -16000",
    "PRAGMA temp_store = MEMORY",
)


class LaneCursor(sqlite3.SQLiteCursorWrapper):
    """A cursor whose lone writes, outside any transaction, take the lane for their own length."""

    lane_owner: "DatabaseWrapper"

    def execute(self, query: str, params: Any = None) -> Any:
        with self._lane(query):
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Any) -> Any:
        with self._lane(query):
            return super().executemany(query, param_list)

    @contextmanager
    def _lane(self, query: str) -> Iterator[None]:
        alone = not self.connection.in_transaction and query.lstrip()[:6].upper() in _WRITES
        if not alone or not self.lane_owner.enter_lane():
            yield
            return
        try:
            yield
        finally:
            self.lane_owner.leave_lane()


class DatabaseWrapper(sqlite3.DatabaseWrapper):
    """One connection. It holds the lane from `BEGIN` to the end of its outermost transaction."""

    features_class = DatabaseFeatures
    ops_class = DatabaseOperations
    # SQLite's LIKE knows capitals of ASCII alone: “łódź” would not find “Łódź” (https://www.sqlite.org/lang_expr.html#like).
    operators = sqlite3.DatabaseWrapper.operators | {"icontains": f"LIKE {FOLDED} ESCAPE '\\'"}
    pattern_ops = sqlite3.DatabaseWrapper.pattern_ops | {
        "icontains": rf"LIKE '%%' || {FOLDING}({{}}) || '%%' ESCAPE '\'"
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._in_lane = False

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        params.setdefault("timeout", WAIT_SECONDS)
        self.transaction_mode: str = self.transaction_mode or "IMMEDIATE"
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        if not self.is_in_memory_db() and connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            self._turn_to_wal(connection)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.create_function(FOLDING, 1, folded, deterministic=True)
        return connection

    def _turn_to_wal(self, connection: Any) -> None:
        # Once in the life of a file, and SQLite refuses it while anybody writes.
        entered = self.enter_lane()
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            if entered:
                self.leave_lane()

    def create_cursor(self, name: str | None = None) -> LaneCursor:
        cursor: LaneCursor = self.connection.cursor(factory=LaneCursor)
        cursor.lane_owner = self
        return cursor

    def enter_lane(self) -> bool:
        """Take the lane; False when this connection already holds it.

        Raises `OperationalError` ("database is locked") when the wait took longer than `WAIT_SECONDS`.
        """
        if self._in_lane:
            return False
        if not lane_of(self._lane_name()).acquire(WAIT_SECONDS):
            raise OperationalError("database is locked: no turn in the writers' lane")
        self._in_lane = True
        return True

    def leave_lane(self) -> None:
        """Let the next writer in, if this connection holds the lane."""
        if self._in_lane:
            self._in_lane = False
            lane_of(self._lane_name()).release()

    def _lane_name(self) -> str:
        name = str(self.settings_dict["NAME"])
        return name if self.is_in_memory_db() else os.path.realpath(name)

    def _start_transaction_under_autocommit(self) -> None:
        self.enter_lane()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self.leave_lane()
            raise

    def _commit(self) -> None:
        # A commit that fails leaves the transaction open; Django rolls it back, and that leaves the lane.
        super()._commit()  # type: ignore[misc]
        self.leave_lane()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self.leave_lane()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self.leave_lane()

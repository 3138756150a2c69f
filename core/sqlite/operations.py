"""Reading ids quickly, and emptying tables whose rows the database itself protects."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.backends.sqlite3 import operations

# Triggers of this name refuse changes of what is final; a flush of the whole table is meant.
PROTECTION = "refuses_"

# Building a UUID from its digits costs more than reading the row it stands in, and a class board reads a step's id once
# a student. They never change, so that those of one busy school are kept.
uuid_of = lru_cache(maxsize=1 << 16)(UUID)


class DatabaseOperations(operations.DatabaseOperations):
    def convert_uuidfield_value(self, value: str | None, expression: Any, connection: Any) -> UUID | None:
        return None if value is None else uuid_of(value)

    def sql_flush(self, style: Any, tables: Sequence[str], **options: Any) -> list[str]:
        """Django's statements with the protecting triggers taken off before and put back after."""
        statements: list[str] = super().sql_flush(style, tables, **options)
        if not statements:
            return []
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
                [f"{PROTECTION}%"],
            )
            triggers = cursor.fetchall()
        off = [f"DROP TRIGGER {self.quote_name(name)}" for name, _ in triggers]
        return [*off, *statements, *(sql for _, sql in triggers)]

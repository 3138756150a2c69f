"""Emptying tables whose rows the database itself protects."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.sqlite3 import operations

# Triggers of this name refuse changes of what is final; a flush of the whole table is meant.
PROTECTION = "refuses_"


class DatabaseOperations(operations.DatabaseOperations):
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

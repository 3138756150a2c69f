"""Reading ids quickly, comparing words without capitals, emptying tables whose rows the database protects."""

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


# Text without the difference of capitals, in every alphabet.
FOLDING = "CASE_FOLDED"
FOLDED = f"{FOLDING}(%s)"


def folded(text: Any) -> Any:
    return text.casefold() if isinstance(text, str) else text


class DatabaseOperations(operations.DatabaseOperations):
    def lookup_cast(self, lookup_type: str, internal_type: str | None = None) -> str:
        """Both sides of `icontains` are compared without capitals, as on PostgreSQL."""
        return FOLDED if lookup_type == "icontains" else super().lookup_cast(lookup_type, internal_type)

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

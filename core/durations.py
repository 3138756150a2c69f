"""Time between two moments, counted by the database itself."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import FloatField, Func
from django.db.models.sql.compiler import SQLCompiler


class SecondsBetween(Func):
    """`SecondsBetween("since", "until")` in seconds, negative when `until` is the earlier; NULL when one is NULL.

    Django's own difference of two datetimes is a Python function on SQLite, called for every row.
    """

    arity = 2
    output_field = FloatField()

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        since, until = (compiler.compile(one) for one in self.source_expressions)
        sql = f"((julianday({until[0]}) - julianday({since[0]})) * 86400.0)"
        return sql, (*until[1], *since[1])

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> Any:
        since, until = (compiler.compile(one) for one in self.source_expressions)
        return f"EXTRACT(EPOCH FROM (({until[0]}) - ({since[0]})))", (*until[1], *since[1])

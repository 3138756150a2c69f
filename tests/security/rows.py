"""What a database holds, in one number: a refusal must leave it as it was."""

from __future__ import annotations

import hashlib

from django.db import connection

# Sessions and the queue of work are no one's data; a refusal may write neither of the rest.
NOT_DATA = frozenset({"django_session", "django_migrations", "sqlite_sequence", "core_receipt"})


def row_hash() -> str:
    """A digest over every row of every table but sessions and answers kept for retries.

    Signing a test's client in writes when that was, and nothing else.
    """
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if table in NOT_DATA or table.startswith("wagtailsearch"):
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            kept = [at for at, column in enumerate(cursor.description) if column[0] != "last_login"]
            digest.update(table.encode())
            for row in sorted(repr([row[at] for at in kept]) for row in cursor.fetchall()):
                digest.update(row.encode())
    return digest.hexdigest()

"""The database into one file and back: SQLite by its own backup API, PostgreSQL by pg_dump and pg_restore."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection, connections


def kind() -> str:
    """`sqlite` or `postgresql`."""
    return str(connection.vendor)


def dump_database(target: Path) -> None:
    """One consistent moment of the database, while others go on writing."""
    if kind() == "sqlite":
        # One step over all pages: a read transaction, which in WAL mode stops no writer.
        source = sqlite3.connect(connection.settings_dict["NAME"])
        copy = sqlite3.connect(target)
        try:
            source.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
            source.close()
        return
    _postgresql("pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def load_database(dumped: Path) -> None:
    """Put `dumped` in the place of the configured database. No server may be running."""
    if kind() == "sqlite":
        place = Path(connection.settings_dict["NAME"])
        connections.close_all()
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(".restoring")
        draft.write_bytes(dumped.read_bytes())
        draft.chmod(0o600)
        for rest in ("-wal", "-shm"):
            place.with_name(place.name + rest).unlink(missing_ok=True)
        draft.replace(place)
        return
    _postgresql("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(dumped))


def is_empty() -> bool:
    """Whether nobody has an account here yet; a database without tables is empty as well."""
    tables = connection.introspection.table_names()
    if "people_user" not in tables:
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM people_user LIMIT 1")
        return cursor.fetchone() is None


def _postgresql(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs. The password goes by the environment, never on the command line."""
    about: dict[str, Any] = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    given = {variable: str(about[name]) for variable, name in names.items() if about.get(name)}
    command = [program, f"--dbname={about['NAME']}", *arguments]
    subprocess.run(command, env=os.environ | given, check=True)  # noqa: S603 (our own words)

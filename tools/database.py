"""The portal's database, brought to today's shape before the server starts, and left alone when it has it.

Asking Django whether there is anything to migrate costs seconds of every start. So a note in the data folder says
which code last prepared which file. A file put back from a backup, or one that another release has migrated, does
not fit its note and is prepared again; so is every database behind DATABASE_URL.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from tools import environment, stamps
from tools.console import run_quietly
from tools.places import PYTHON, ROOMS, ROOT

NOTE = ".prepared"
FILE = "kotylion.sqlite3"


def prepare(env: Mapping[str, str]) -> None:
    """Migrate, and fill the demo school when `env` asks for it. Raises Failed."""
    note = Path(env["KOTYLION_DATA"]) / NOTE
    if note.exists() and note.read_text() == mark(env):
        return
    note.unlink(missing_ok=True)
    label = "database and demo school" if env["DEMO"] == "1" else "database"
    run_quietly(label, [PYTHON, "-m", "tools.first_start"], env=env)
    if found := mark(env):
        note.write_text(found)


def mark(env: Mapping[str, str]) -> str:
    """What the note has to say for the database to be left alone; empty when it never may."""
    file = Path(env["KOTYLION_DATA"]) / FILE
    if env.get("DATABASE_URL") or not file.exists():
        return ""
    facts = (code_digest(), env["DEMO"], env["DEMO_PASSWORD"], file.stat().st_ino, migrated(file))
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def code_digest() -> str:
    """Everything that decides what preparing does: the rooms' code, the seed, the installed packages."""
    rooms = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    seed = [file for file in (ROOT / "content").rglob("*") if file.is_file()]
    return stamps.digest([*rooms, *seed], extra=str(stamps.recorded(environment.STAMP)))


def migrated(file: Path) -> str:
    """A digest of the migrations that the SQLite database `file` has seen; empty when it cannot be read."""
    try:
        connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return ""
    try:
        rows = connection.execute("select app, name from django_migrations order by app, name").fetchall()
    except sqlite3.Error:
        return ""
    finally:
        connection.close()
    return hashlib.sha256(repr(rows).encode()).hexdigest()

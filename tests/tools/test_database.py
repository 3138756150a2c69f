"""A prepared database is left alone; one that is new, put back, or migrated by other code is prepared."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tools import database

ENV = {"DEMO": "1", "DEMO_PASSWORD": "kotylion"}


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    with sqlite3.connect(tmp_path / database.FILE) as connection:
        connection.execute("create table django_migrations (app text, name text)")
        connection.execute("insert into django_migrations values ('people', '0001_people')")
    connection.close()
    return ENV | {"KOTYLION_DATA": str(tmp_path)}


def test_the_same_code_on_the_same_file_gives_the_same_mark(env: dict[str, str]) -> None:
    assert database.mark(env) == database.mark(env) != ""


def test_another_choice_about_the_demo_gives_another_mark(env: dict[str, str]) -> None:
    marks = {database.mark(env | more) for more in ({}, {"DEMO": "0"}, {"DEMO_PASSWORD": "x"})}
    assert len(marks) == 3


def test_a_file_put_back_from_a_backup_gives_another_mark(env: dict[str, str], tmp_path: Path) -> None:
    before = database.mark(env)
    shutil.copy(tmp_path / database.FILE, tmp_path / "backup")
    (tmp_path / "backup").rename(tmp_path / database.FILE)
    assert database.mark(env) not in ("", before)


def test_a_migration_more_or_fewer_gives_another_mark(env: dict[str, str], tmp_path: Path) -> None:
    before = database.mark(env)
    with sqlite3.connect(tmp_path / database.FILE) as connection:
        connection.execute("insert into django_migrations values ('people', '0002_consents')")
    connection.close()
    assert database.mark(env) not in ("", before)


def test_no_file_and_a_database_elsewhere_are_always_prepared(env: dict[str, str], tmp_path: Path) -> None:
    assert database.mark(env | {"DATABASE_URL": "postgresql://db/kotylion"}) == ""
    (tmp_path / database.FILE).unlink()
    assert database.mark(env) == ""


def test_a_file_that_is_no_database_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / database.FILE).write_text("not a database")
    assert database.migrated(tmp_path / database.FILE) == ""
    assert database.migrated(tmp_path / "missing") == ""

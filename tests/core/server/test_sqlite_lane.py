"""Two hundred people claim in the same second, on one SQLite file."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from core.sqlite.lane import Lane

CLAIMS = 200


@pytest.fixture
def databases(tmp_path: Path, django_db_blocker) -> Iterator[ConnectionHandler]:
    place = {"ENGINE": "core.sqlite", "NAME": str(tmp_path / "claims.sqlite3")}
    handler = ConnectionHandler({"default": place})
    with django_db_blocker.unblock():
        with handler["default"].cursor() as cursor:
            cursor.execute("CREATE TABLE claim (person INTEGER UNIQUE, place INTEGER)")
            cursor.execute("CREATE TABLE counter (taken INTEGER)")
            cursor.execute("INSERT INTO counter VALUES (0)")
        yield handler
        handler["default"].close()


def claim(databases: ConnectionHandler, person: int) -> None:
    """Read, then write what was read: the shape that fails under Django's own defaults."""
    connection = databases["default"]
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    try:
        with connection.cursor() as cursor:
            taken = cursor.execute("SELECT taken FROM counter").fetchone()[0]
            cursor.execute("INSERT INTO claim VALUES (%s, %s)", [person, taken])
            cursor.execute("UPDATE counter SET taken = %s", [taken + 1])
        connection.commit()
    finally:
        connection.close()


def run_all(target, count: int) -> list[BaseException]:
    failures: list[BaseException] = []
    together = threading.Barrier(count)

    def one(number: int) -> None:
        together.wait()
        try:
            target(number)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def test_two_hundred_claims_at_once_all_succeed_and_each_once(databases):
    started = time.perf_counter()
    failures = run_all(lambda person: claim(databases, person), CLAIMS)
    seconds = time.perf_counter() - started

    assert failures == []
    with databases["default"].cursor() as cursor:
        places = [row[0] for row in cursor.execute("SELECT place FROM claim ORDER BY place")]
        assert places == list(range(CLAIMS))
        assert cursor.execute("SELECT taken FROM counter").fetchone() == (CLAIMS,)
    print(f"{CLAIMS / seconds:.0f} claims/s")  # noqa: T201
    # A noisy machine may be slow; a lane that polls instead of queueing is slower than this by far.
    assert seconds < 5


def test_lone_writes_outside_a_transaction_queue_too(databases):
    def write(person: int) -> None:
        connection = databases["default"]
        try:
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO claim VALUES (%s, 0)", [person])
        finally:
            connection.close()

    assert run_all(write, 100) == []
    with databases["default"].cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM claim").fetchone() == (100,)


def test_the_file_is_in_wal_with_full_synchronisation_and_foreign_keys(databases):
    with databases["default"].cursor() as cursor:
        read = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert read == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_failed_transaction_lets_the_next_writer_in(databases):
    connection = databases["default"]
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with connection.cursor() as cursor, pytest.raises(Exception, match="no such table"):
        cursor.execute("INSERT INTO absent VALUES (1)")
    connection.rollback()
    connection.set_autocommit(True)

    assert run_all(lambda person: claim(databases, person), 1) == []


def test_a_connection_closed_in_the_middle_lets_the_next_writer_in(databases):
    connection = databases["default"]
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    connection.close()

    assert run_all(lambda person: claim(databases, person), 1) == []


def test_readers_do_not_wait_for_a_writer(databases):
    writer = databases["default"]
    writer.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    counted: list[tuple[int]] = []

    def read(_: int) -> None:
        connection = databases["default"]
        try:
            with connection.cursor() as cursor:
                counted.append(cursor.execute("SELECT count(*) FROM claim").fetchone())
        finally:
            connection.close()

    started = time.perf_counter()
    assert run_all(read, 4) == []
    assert counted == [(0,)] * 4
    assert time.perf_counter() - started < 2
    writer.rollback()
    writer.set_autocommit(True)


def test_another_process_that_holds_the_file_is_waited_for(databases, tmp_path):
    stranger = sqlite3.connect(tmp_path / "claims.sqlite3", isolation_level=None, check_same_thread=False)
    stranger.execute("BEGIN IMMEDIATE")
    threading.Timer(0.5, lambda: stranger.execute("COMMIT")).start()

    assert run_all(lambda person: claim(databases, person), 3) == []
    stranger.close()


def test_the_lane_is_handed_over_in_the_order_of_asking():
    lane, served = Lane(), []
    assert lane.acquire(1)

    def ask(number: int) -> None:
        assert lane.acquire(5)
        served.append(number)
        lane.release()

    threads = []
    for number in range(20):
        threads.append(threading.Thread(target=ask, args=(number,)))
        threads[-1].start()
        while len(lane._waiting) <= number:
            time.sleep(0.001)
    lane.release()
    for thread in threads:
        thread.join()

    assert served == list(range(20))


def test_whoever_gives_up_waiting_does_not_block_those_behind():
    lane = Lane()
    assert lane.acquire(1)
    assert lane.acquire(0.05) is False
    lane.release()
    assert lane.acquire(0.05)


def test_waiting_too_long_is_a_locked_database(databases, monkeypatch):
    monkeypatch.setattr("core.sqlite.base.WAIT_SECONDS", 0.05)
    holder = databases["default"]
    holder.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)

    failures = run_all(lambda person: claim(databases, person), 1)

    assert [type(error) for error in failures] == [OperationalError]
    holder.rollback()
    holder.set_autocommit(True)

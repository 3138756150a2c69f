"""PostgreSQL and Redis of our own: they answer, survive being killed, and leave nothing behind."""

import subprocess
from collections.abc import Iterator

import psycopg
import pytest
from redis import Redis
from redis.exceptions import ConnectionError as RedisGone

from tools.services import PostgresServer, RedisServer, ServiceFailed, postgres, redis


@pytest.fixture
def redis_server() -> Iterator[RedisServer]:
    with RedisServer() as server:
        yield server


def test_postgres_is_an_empty_utf8_database_and_leaves_nothing_behind() -> None:
    with PostgresServer() as server:
        with psycopg.connect(server.url) as connection:
            encoding = connection.execute("show server_encoding").fetchone()
            tables = connection.execute(
                "select count(*) from information_schema.tables where table_schema = 'public'"
            ).fetchone()
        process = server.process
    assert (encoding, tables) == (("UTF8",), (0,))
    assert process is not None
    assert process.returncode == 0
    assert not server.directory.exists()


def test_postgres_keeps_its_rows_over_a_restart() -> None:
    with PostgresServer() as server:
        with psycopg.connect(server.url, autocommit=True) as connection:
            connection.execute("create table seen (name text)")
            connection.execute("insert into seen values ('Ола')")
        server.stop()
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(server.url, connect_timeout=2)
        server.start()
        with psycopg.connect(server.url) as connection:
            assert connection.execute("select name from seen").fetchall() == [("Ола",)]


def test_redis_answers_is_gone_when_killed_and_comes_back_on_the_same_address(
    redis_server: RedisServer,
) -> None:
    with Redis.from_url(redis_server.url) as client:
        client.set("badge", "kotylion")
        redis_server.kill()
        with pytest.raises(RedisGone):
            client.ping()
        redis_server.start()
        assert client.get("badge") is None


def test_two_of_each_live_side_by_side() -> None:
    with postgres() as first, postgres() as second, redis() as third, redis() as fourth:
        assert len({first, second, third, fourth}) == 4


def test_a_server_that_cannot_start_says_why_and_leaves_nothing_behind(redis_server: RedisServer) -> None:
    second = RedisServer()
    second.port = redis_server.port
    second.answers = lambda: False  # type: ignore[method-assign]
    with pytest.raises(ServiceFailed, match="Address already in use"):
        second.__enter__()
    assert not second.directory.exists()


def test_servers_listen_on_loopback_alone(redis_server: RedisServer) -> None:
    listening = subprocess.run(["ss", "-Hltn"], capture_output=True, text=True, check=True).stdout
    ours = [
        line.split()[3]
        for line in listening.splitlines()
        if line.split()[3].endswith(f":{redis_server.port}")
    ]
    assert ours == [f"127.0.0.1:{redis_server.port}"]

"""Readiness, sweeps and tasks."""

import json
import threading
import urllib.error
import urllib.request
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core.server import periodic, readiness
from core.server.application import server_application
from core.server.periodic import Sweep, Sweeper, run_round
from tests.core.live.conftest import wait_until
from tests.servers import database, serving, start_server


def nothing(environ, start_response):
    start_response("404 Not Found", [])
    return [b""]


def ready(port) -> tuple[int, dict]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, json.load(answer)


@pytest.mark.live
def test_ready_names_what_fails_and_nothing_more(transactional_db, monkeypatch):
    def keys() -> None:
        raise RuntimeError("no key in a secret place")

    monkeypatch.setattr(readiness, "_checks", {"layer": readiness._checks["layer"]})
    with serving(server_application(nothing)) as port:
        assert ready(port) == (200, {"ready": True, "failing": []})
        readiness.register("keys", keys)
        assert ready(port) == (503, {"ready": False, "failing": ["keys"]})


@pytest.fixture
def no_sweeps(monkeypatch):
    monkeypatch.setattr(periodic, "_sweeps", [])
    monkeypatch.setattr(periodic, "_LOOK_SECONDS", 0.01)


def test_a_sweep_comes_again_and_again_and_survives_its_own_errors(no_sweeps, transactional_db):
    rounds, enough = [], threading.Event()

    def sweep() -> None:
        rounds.append(1)
        if len(rounds) == 2:
            enough.set()
        raise RuntimeError("a round that fails")

    periodic.register(sweep, every_seconds=0.05)
    sweeper = Sweeper()
    sweeper.start()
    assert enough.wait(5)
    sweeper.stop()
    count = len(rounds)
    assert not enough.wait(0) or len(rounds) == count


def test_one_process_at_a_time_does_a_round(no_sweeps, db):
    rounds = []
    sweep = Sweep("tests.sweep", lambda: rounds.append(1), every=60)

    assert [run_round(sweep), run_round(sweep)] == [True, False]
    assert rounds == [1]


def test_registering_twice_counts_once(no_sweeps):
    periodic.register(nothing, 5)
    periodic.register(nothing, 7)
    assert [(sweep.name, sweep.every) for sweep in periodic._sweeps] == [(f"{__name__}.nothing", 7)]


@pytest.mark.live
def test_the_server_of_the_portal_is_ready_and_stops_in_good_order():
    server = start_server()
    try:
        assert ready(server.port) == (200, {"ready": True, "failing": []})
        server.process.terminate()
        assert server.process.wait(10) in (0, -15)
        assert "Traceback" not in server.log
    finally:
        server.stop()


@pytest.mark.live
def test_a_due_task_is_done_by_the_worker_in_the_server_and_a_later_one_waits(django_db_blocker):
    server = start_server()
    try:
        with database(server.database, django_db_blocker):
            now, later = (
                DBTaskResult.objects.create(
                    task_path="tests.core.server.chores.note_down",
                    args_kwargs={"args": [str(server.data / name)], "kwargs": {}},
                    backend_name="default",
                    queue_name="default",
                    priority=0,
                    run_after=when,
                )
                for name, when in (("now", timezone.now()), ("later", timezone.now() + timedelta(hours=1)))
            )
            wait_until(lambda: (server.data / "now").exists())
            wait_until(lambda: DBTaskResult.objects.get(pk=now.pk).status == TaskResultStatus.SUCCESSFUL)
            assert DBTaskResult.objects.get(pk=later.pk).status == TaskResultStatus.READY
        assert not (server.data / "later").exists()
    finally:
        server.stop()

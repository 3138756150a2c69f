"""A full hall checks in by the code on the screen, over HTTP on SQLite, while the screen asks every four seconds:
nobody fails, nobody twice, and each gets the badge for having been there.
"""

from __future__ import annotations

import json
import sqlite3
import time
from datetime import timedelta
from threading import Event as Stop
from threading import Thread
from urllib.request import Request, urlopen

from django.db import connections
from django.utils import timezone

from bench.http_clients import Load, load, post
from bench.measuring import Row, Samples, row
from bench.processes import cpu_seconds
from bench.world import World
from credentials.models import Achievement, Issuer
from events.models import AttendanceRule, Event
from events.services.check_in_codes import make_printed_code
from people.enums import Role
from people.models import Group, Membership, User
from tests.servers import Server, cookie_of

# Five a second need few connections; one that waits long between two phones is hung up by the server.
CLIENTS, CLIENTS_AT_ONCE = 20, 100
SCREEN_ASKS_EVERY = 4.0
FORM = "application/x-www-form-urlencoded"
# The server gathers check-ins for some seconds before it awards.
BADGES_WITHIN = 30.0


def run(world: World) -> list[Row]:
    sizes = world.sizes
    hall = world.people.groups[-1]
    teacher = world.people.teacher_of(hall)
    people = _crowd(hall, sizes.rush // 3)
    seconds = sizes.seconds * 2
    event, letters = _meeting(hall, teacher, world.people.fresh[-1], len(people))
    requests = [post(f"/e/{letters}", b"", FORM, cookie=cookie_of(user)) for user in people]
    keeper = cookie_of(teacher)
    with world.served() as server:
        load(server.port, [requests[0]], clients=1).demand(200)
        with _Screen(server, event, keeper) as screen:
            spread = _arrive(server, requests, seconds, CLIENTS)
        again = _arrive(server, requests, 0, CLIENTS_AT_ONCE)
        rows, doubled = _counted(server, event)
        badges, after = _badges(server, len(people))
    assert [rows, doubled, badges] == [len(people), 0, len(people)]
    assert screen.last_seen == len(people)
    return [
        _told(f"{len(people)} people check in within {seconds:.0f} s", spread, "no error, p95 ≤ 500 ms", 500),
        _told("all of them again in the same second", again, "no error, nobody twice"),
        row("checkin", "the screen meanwhile", screen.samples, goal="live", met=screen.samples.p95 <= 500),
        row(
            "checkin", "the last badge after the last person", Samples(wall=[after * 1000]),
            goal="≤ 15 s", met=after <= 15,
        ),
    ]  # fmt: skip


def _crowd(group: Group, count: int) -> list[User]:
    people = User.objects.bulk_create(
        User(username=f"hall-{n}", given_name="Ola", family_name=f"Nowak{n}", password="!")
        for n in range(count)
    )
    Membership.objects.bulk_create(Membership(group=group, user=user, role=Role.STUDENT) for user in people)
    return people


def _meeting(group: Group, teacher: User, badge: Achievement, cap: int) -> tuple[Event, str]:
    now = timezone.now()
    event = Event.objects.create(
        slug="hala", kind="meeting", title={"pl": "Hala", "en": "Hall", "uk": "Зала"}, group=group, published_at=now,
        starts_at=now, ends_at=now + timedelta(hours=2), created_by=teacher,
    )  # fmt: skip
    AttendanceRule.objects.create(
        achievement=badge, group=group, event=event, count_from=now - timedelta(hours=1), created_by=teacher
    )
    Issuer.objects.get(pk=badge.issuer_id).may_award.add(group)
    # A code that lasts, so that requests can be written before: the screen's own needs one HMAC more.
    _row, letters = make_printed_code(
        event, cap=cap, valid_from=now - timedelta(minutes=1), valid_until=event.ends_at, actor=teacher
    )
    return event, letters


def _arrive(server: Server, requests: list[bytes], seconds: float, clients: int) -> Load:
    before = cpu_seconds(server.process.pid)
    crowd = load(server.port, requests, clients=clients, seconds=seconds)
    crowd.samples.cpu = [(cpu_seconds(server.process.pid) - before) * 1000 / len(requests)]
    crowd.demand(200)
    return crowd


def _told(what: str, crowd: Load, goal: str, most: float = float("inf")) -> Row:
    return row(
        "checkin",
        what,
        crowd.samples,
        goal=goal,
        met=crowd.samples.p95 <= most,
        counted=f"({crowd.per_second:.0f}/s)",
    )


class _Screen:
    """The projector at the door: asks as its page does, and remembers the last count it showed."""

    def __init__(self, server: Server, event: Event, cookie: str) -> None:
        self._address = f"http://127.0.0.1:{server.port}/events/{event.pk}/projector.json"
        self._cookie = cookie
        self._stop = Stop()
        self._thread = Thread(target=self._watch, daemon=True)
        self.samples = Samples()
        self.last_seen = 0

    def __enter__(self) -> _Screen:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join()
        self._look()

    def _watch(self) -> None:
        while not self._stop.is_set():
            self._look()
            self._stop.wait(SCREEN_ASKS_EVERY)

    def _look(self) -> None:
        started = time.perf_counter()
        asked = Request(self._address, headers={"Cookie": self._cookie, "Host": "localhost"})
        with urlopen(asked, timeout=10) as answer:
            self.last_seen = json.load(answer)["here"]
        self.samples.wall.append((time.perf_counter() - started) * 1000)


def _counted(server: Server, event: Event) -> tuple[int, int]:
    """Attendances, and how many people have more than one, as they stand in the server's own file."""
    connections.close_all()
    with sqlite3.connect(server.database) as file:
        (rows,) = file.execute(
            "SELECT count(*) FROM events_attendance WHERE event_id = ?", [event.pk.hex]
        ).fetchone()
        (people,) = file.execute(
            "SELECT count(DISTINCT user_id) FROM events_attendance WHERE event_id = ?", [event.pk.hex]
        ).fetchone()
    return rows, rows - people


def _badges(server: Server, wanted: int) -> tuple[int, float]:
    """How many badges were given for it, and after how many seconds there were all."""
    started = time.perf_counter()
    found = 0
    while found < wanted and time.perf_counter() - started < BADGES_WITHIN:
        with sqlite3.connect(server.database) as file:
            (found,) = file.execute(
                "SELECT count(*) FROM credentials_credential WHERE context LIKE '%Hala%'"
            ).fetchone()
        time.sleep(0.2)
    return found, time.perf_counter() - started

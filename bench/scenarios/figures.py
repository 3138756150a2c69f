"""Figures of a school as its coordinator opens them, and a file of 16,000 students; the floor counts the same rows."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.measuring import Row, in_turn, row
from bench.population import populate
from bench.world import World
from credentials.models import Credential
from people.enums import Role
from people.models import Membership, School, User
from tests.asking import client_of

COUNT = """SELECT c.achievement_id, c.state, count(*) FROM people_group g
  JOIN credentials_awardbatch b ON b.group_id = g.id JOIN credentials_credential c ON c.batch_id = b.id
  WHERE g.parent_id = %s GROUP BY c.achievement_id, c.state"""
MOST_PAGE, MOST_FILE = 200, 5_000


def run(world: World) -> list[Row]:
    sizes = world.sizes
    # Schools of its own: what other scenarios awarded and undid is in nobody's figures here.
    small = populate(classes=sizes.classes, size=sizes.students, steps=2, badges=sizes.badges, seed=15).school
    big = populate(classes=sizes.figures_classes, size=32, steps=2, badges=sizes.badges, seed=16).school
    return [
        _measured("page of a school", small, "/", sizes.rounds, MOST_PAGE),
        _measured("XLSX of a large one", big, ".xlsx", min(sizes.rounds, 5), MOST_FILE),
    ]


def _measured(what: str, school: School, form: str, rounds: int, most: int) -> Row:
    offered = Credential.objects.filter(batch__group__parent=school.group).count()
    read = _reader(school, form)
    read()
    with CaptureQueriesContext(connection) as asked:
        answer = read()
    statements = len(asked)
    if form == "/":
        assert f">{offered}<" in answer.decode()
    ours, floor = in_turn(read, _bare(school), rounds=rounds)
    return row(
        "figures", what, ours, floor, goal=f"≤ {most} ms, ≤ 16 SQL", met=ours.median <= most and statements <= 16,
        counted=f"({offered} badges, {statements} SQL)",
    )  # fmt: skip


def _reader(school: School, form: str) -> Callable[[], bytes]:
    coordinator = User.objects.create(username=f"bench-coordinator-{school.slug}", password="!")
    Membership.objects.create(group=school.group, user=coordinator, role=Role.COORDINATOR)
    browser = client_of(coordinator)
    address = f"/figures/school/{school.pk}{form}"

    def read() -> bytes:
        answer = browser.get(address, HTTP_HOST="localhost")
        assert answer.status_code == 200, answer.status_code
        return bytes(answer.content)

    return read


def _bare(school: School) -> Callable[[], object]:
    def read() -> object:
        with connection.cursor() as cursor:
            cursor.execute(COUNT, [school.group_id.hex])
            return cursor.fetchall()

    assert read()
    return read

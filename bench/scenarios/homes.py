"""The first screens as the app asks for them; one query for the person's rows and orjson as the floor."""

from __future__ import annotations

from collections.abc import Callable

import orjson
from django.db import connection

from bench.measuring import Row, in_turn, row
from bench.phones import Phone
from bench.world import World
from people.models import User

BADGES = """SELECT v.name, c.awarded_at, c.note FROM credentials_credential c
  JOIN credentials_achievementversion v ON v.id = c.version_id
  WHERE c.recipient_id = %s ORDER BY c.awarded_at DESC LIMIT 6"""
STEPS = """SELECT p.title, s.title, d.id FROM paths_enrollment e JOIN paths_learningpath p ON p.id = e.path_id
  JOIN paths_step s ON s.path_id = p.id
  LEFT JOIN paths_stepcompletion d ON d.step_id = s.id AND d.enrollment_id = e.id WHERE e.student_id = %s"""
CLASSES = """SELECT g.name, count(DISTINCT o.user_id) FROM people_membership m JOIN people_group g ON g.id = m.group_id
  JOIN people_membership o ON o.group_id = g.id AND o.role = 'student' WHERE m.user_id = %s GROUP BY g.id"""
WAITING = """SELECT e.student_id, count(d.id) FROM people_membership m
  JOIN paths_pathassignment a ON a.group_id = m.group_id JOIN paths_enrollment e ON e.assignment_id = a.id
  LEFT JOIN paths_stepcompletion d ON d.enrollment_id = e.id WHERE m.user_id = %s GROUP BY e.id"""


def run(world: World) -> list[Row]:
    people, sizes = world.people, world.sizes
    student, teacher = people.students[people.groups[3 % sizes.classes]][0], people.teachers[1]
    return [
        _home(world, "student", "StudentHome", student, (BADGES, STEPS)),
        _home(world, "teacher", "TeacherHome", teacher, (CLASSES, WAITING)),
    ]


def _home(world: World, who: str, operation: str, user: User, queries: tuple[str, ...]) -> Row:
    phone = Phone(user)
    home = phone.ask(operation)
    if operation == "StudentHome":
        assert home["studentHome"]["badgeCount"] >= 1
        assert len(home["studentHome"]["paths"]) == 1
    else:
        assert home["teacherHome"]["classes"][0]["students"] == world.sizes.students
    statements = phone.statements(operation)
    ours, floor = in_turn(
        lambda: phone.body(operation), _bare(queries, user.pk.hex), rounds=world.sizes.rounds
    )
    return row(
        "home", f"of a {who}", ours, floor, goal="≤ 10 ms, ≤ 10 SQL", met=ours.median <= 10 and statements <= 10,
        counted=f"({statements} SQL)",
    )  # fmt: skip


def _bare(queries: tuple[str, ...], key: str) -> Callable[[], bytes]:
    def read() -> bytes:
        found = []
        with connection.cursor() as cursor:
            for query in queries:
                cursor.execute(query, [key])
                found.append(cursor.fetchall())
        return orjson.dumps(found, default=str)

    assert all(orjson.loads(read()))
    return read

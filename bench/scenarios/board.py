"""The class board as the app asks for it; the same rows by the driver and orjson as the floor."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice

import orjson
from django.db import connection

from bench.http_clients import ask
from bench.measuring import Row, in_turn, row
from bench.phones import Phone, document_id
from bench.population import Population, populate
from bench.serving import loaded
from bench.world import World
from people.enums import Role
from people.models import Group, Membership, User
from tests.servers import cookie_of

MOST_BYTES = 20 * 1024
CLIENTS = 16

STUDENTS = """SELECT u.id, u.given_name, u.family_name, count(c.id) FROM people_membership m
  JOIN people_user u ON u.id = m.user_id LEFT JOIN credentials_credential c ON c.recipient_id = u.id
  WHERE m.group_id = %s AND m.role = 'student' GROUP BY u.id ORDER BY u.family_name, u.given_name"""
STEPS = "SELECT id, title, kind, required FROM paths_step WHERE path_id = %s ORDER BY position"
DONE = """SELECT e.student_id, d.step_id FROM paths_stepcompletion d
  JOIN paths_enrollment e ON e.id = d.enrollment_id
  JOIN paths_pathassignment a ON a.id = e.assignment_id WHERE a.group_id = %s"""


def run(world: World) -> list[Row]:
    sizes = world.sizes
    people = populate(classes=2, size=sizes.board_students, steps=sizes.board_steps, badges=16, seed=5)
    group, teacher = people.groups[0], people.teachers[0]
    phone = Phone(teacher)
    rows = phone.ask("ClassBoard", groupId=group.pk)["classBoard"]["rows"]
    assert [len(one["cells"]) for one in rows] == [sizes.board_steps] * sizes.board_students
    size = len(phone.body("ClassBoard", groupId=group.pk))
    statements = phone.statements("ClassBoard", groupId=group.pk)
    ours, floor = in_turn(
        lambda: phone.body("ClassBoard", groupId=group.pk), bare(people, group), rounds=sizes.rounds
    )
    return [
        row(
            "board", f"{sizes.board_students} students × {sizes.board_steps} steps", ours, floor,
            goal="≤ 12 ms, ≤ 8 SQL, ≤ 20 KB", met=ours.median <= 12 and statements <= 8 and size <= MOST_BYTES,
            counted=f"({statements} SQL, {size / 1024:.1f} KB)",
        ),
        _by_many(world, group),
    ]  # fmt: skip


def bare(people: Population, group: Group) -> Callable[[], bytes]:
    """The floor: three statements and `orjson.dumps`."""

    def read() -> bytes:
        cells: dict[bytes, set[bytes]] = {}
        with connection.cursor() as cursor:
            cursor.execute(DONE, [group.pk.hex])
            for student, step in cursor.fetchall():
                cells.setdefault(student, set()).add(step)
            cursor.execute(STEPS, [people.path.pk.hex])
            steps = cursor.fetchall()
            cursor.execute(STUDENTS, [group.pk.hex])
            rows = [
                {
                    "id": str(pk), "name": f"{given} {family}", "badges": badges,
                    "cells": "".join("d" if step[0] in cells.get(pk, ()) else "." for step in steps),
                }
                for pk, given, family, badges in cursor.fetchall()
            ]  # fmt: skip
        return orjson.dumps({"rows": rows, "steps": [[str(step[0]), step[1], step[2]] for step in steps]})

    answer = orjson.loads(read())
    assert len(answer["rows"]) == len(people.students[group])
    assert sum(one["cells"].count("d") for one in answer["rows"]) > 0
    return read


def _by_many(world: World, group: Group) -> Row:
    # A person may ask only so much in a minute, so sixteen teachers look at it.
    others = User.objects.bulk_create(
        User(username=f"looking-{n}", given_name="Anna", family_name=f"Patrzy{n}", password="!")
        for n in range(CLIENTS)
    )
    Membership.objects.bulk_create(Membership(group=group, user=one, role=Role.TEACHER) for one in others)
    requests = [ask(document_id("ClassBoard"), cookie_of(one), groupId=group.pk) for one in others]
    asked = list(islice(cycle(requests), world.sizes.requests // 5))
    with world.served() as server:
        load = loaded(server.process.pid, server.port, asked, clients=CLIENTS)
    assert len(load.answers[0].data["classBoard"]["rows"]) == world.sizes.board_students
    return row(
        "board", f"{CLIENTS} clients over HTTP", load.samples, goal="≥ 120/s", met=load.per_second >= 120,
        counted=f"({load.per_second:.0f}/s; {1000 / max(load.samples.cpu[0], 0.01):.0f} a second of CPU)",
    )  # fmt: skip

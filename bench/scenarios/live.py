"""From the teacher's tap to the last of thirty phones; one fact to a thousand sockets, beside a bare broadcast."""

from __future__ import annotations

import asyncio
import json
import math
import subprocess
import time
from pathlib import Path
from uuid import uuid4

import uvloop

from bench import http_clients
from bench.listening import Listener, listeners, until_heard
from bench.measuring import Row, Samples, row
from bench.phones import document_id
from bench.population import Population
from bench.processes import memory_bytes
from bench.serving import beside
from bench.world import World
from credentials.models import Credential
from people.enums import Role
from people.models import Group, Membership, User
from tests.servers import Server, cookie_of

# The portal takes ten of one person.
SOCKETS_A_PERSON = 8
PATIENCE = 30.0


def run(world: World) -> list[Row]:
    people, sizes = world.people, world.sizes
    group = people.groups[0]
    Credential.objects.filter(achievement__in=people.fresh).update(state="cancelled")
    teacher = cookie_of(people.teacher_of(group))
    students = [cookie_of(student) for student in people.students[group]]
    with world.served() as server:
        taps = uvloop.run(_taps(server, people, teacher, students, min(sizes.rounds, len(people.fresh) * 2)))
    rows = [
        row(
            "live", f"tap → last of {len(students)} phones, with the commit", taps, goal="median ≤ 60, p95 ≤ 120 ms",
            met=taps.median <= 60 and taps.p95 <= 120,
        )
    ]  # fmt: skip
    crowd, cookies = _crowd(people, sizes.sockets)
    with world.copied() as data:
        rows += uvloop.run(_pushes(world, str(crowd.pk), cookies, data))
    return rows


def _crowd(people: Population, sockets: int) -> tuple[Group, list[str]]:
    """A group of as many people as it takes to hold so many connections, and their sign-ins."""
    group = Group.objects.create(kind=people.groups[0].kind, name="9X", parent=people.school.group)
    members = User.objects.bulk_create(
        User(username=f"crowd-{n}", given_name="Ola", family_name=f"Tłum{n}", password="!")
        for n in range(math.ceil(sockets / SOCKETS_A_PERSON))
    )
    Membership.objects.bulk_create(Membership(group=group, user=one, role=Role.STUDENT) for one in members)
    return group, [cookie_of(one) for one in members]


async def _taps(
    server: Server, people: Population, teacher: str, students: list[str], rounds: int
) -> Samples:
    """The badge goes to the whole class, then it is undone; from the request to the last phone that heard of it."""
    group = people.groups[0]
    phones = await listeners(server.port, students, len(students))
    connection = await http_clients.Connection.open(server.port)
    samples = Samples()
    ids = [student.pk for student in people.students[group]]
    for turn in range(rounds):
        badge = people.fresh[turn // 2 % len(people.fresh)]
        for phone in phones:
            phone.heard.clear()
        started = time.perf_counter()
        answer = await connection.ask(
            http_clients.ask(
                document_id("AwardBadge"),
                teacher,
                groupId=group.pk,
                achievementId=badge.pk,
                studentIds=ids,
                key=uuid4(),
            )
        )
        await until_heard(phones, 1, PATIENCE)
        samples.wall.append((max(phone.heard[0] for phone in phones) - started) * 1000)
        done = answer.data["awardBadge"]
        assert done["people"] == len(ids), done
        await asyncio.sleep(0.1)
        undone = await connection.ask(
            http_clients.ask(document_id("UndoAward"), teacher, batchId=done["batchId"], key=uuid4())
        )
        assert undone.data["undoAward"]["errors"] == []
        await asyncio.sleep(0.1)
    for phone in phones:
        await phone.close()
    await connection.close()
    return samples


async def _pushes(world: World, group: str, cookies: list[str], data: Path) -> list[Row]:
    sizes = world.sizes
    few, many = min(sizes.students, sizes.sockets // 2), sizes.sockets
    small: dict[str, Samples] = {}
    large: dict[str, Samples] = {}
    memory = 0.0
    for kind in ("floor", "ours"):
        with beside("bench.served_live", kind, group, data=data) as (process, port):
            phones = await listeners(port, cookies, few)
            small[kind] = await _facts(process, phones, sizes.facts)
            before = memory_bytes(process.pid)
            phones += await listeners(port, cookies, many - few)
            memory = (memory_bytes(process.pid) - before) / max(1, many - few) / 1024
            large[kind] = await _facts(process, phones, sizes.facts)
            for phone in phones:
                await phone.close()
    ratio = large["ours"].cpu_median / large["floor"].cpu_median
    return [
        row(
            "live", f"push alone to {few} phones", small["ours"], small["floor"], goal="≤ 15 ms",
            met=small["ours"].median <= 15,
        ),
        row(
            "live", f"one fact to {many} sockets", large["ours"], large["floor"],
            goal="≤ 3 × CPU of the floor; ≤ 60 KB each", met=ratio <= 3 and memory <= 60,
            counted=f"(none lost; {large['ours'].cpu_median * 1000 / many:.0f} µs a message; {memory:.0f} KB a socket)",
        ),
    ]  # fmt: skip


async def _facts(process: subprocess.Popen[str], phones: list[Listener], facts: int) -> Samples:
    """So many facts, one after the other; wall time to the last phone, CPU a fact."""
    assert process.stdin is not None
    assert process.stdout is not None
    for phone in phones:
        phone.heard.clear()
    process.stdin.write(f"{facts} {0.02 + len(phones) * 1e-4}\n")
    process.stdin.flush()
    report = json.loads(await asyncio.to_thread(_report, process))
    await until_heard(phones, facts, PATIENCE)
    samples = Samples()
    for at, moment in enumerate(report["moments"]):
        samples.wall.append((max(phone.heard[at] for phone in phones) - moment) * 1000)
    samples.cpu = [report["cpu"] * 1000 / facts]
    return samples


def _report(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("{"):
            return line
    raise RuntimeError("the server ended")

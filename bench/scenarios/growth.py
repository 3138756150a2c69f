"""Board, homes and award of one class, at 1 × and at 10 × the classes: the work of a class must not grow with them."""

from __future__ import annotations

from collections.abc import Callable

from bench.measuring import Row, Samples, row, timed
from bench.phones import Phone
from bench.population import FRESH, Population, populate
from bench.scenarios.awarding import awarding
from bench.world import World
from credentials.models import Credential

MOST = 1.2


def run(world: World) -> list[Row]:
    people, sizes = world.people, world.sizes
    works = _works(people)
    rounds = min(sizes.rounds, FRESH)
    before = {name: _measured(work, rounds) for name, work in works.items()}
    populate(
        classes=sizes.classes * (sizes.growth - 1),
        size=sizes.students,
        steps=sizes.steps,
        badges=sizes.badges,
        seed=8,
    )
    rows_now = Credential.objects.count()
    Credential.objects.filter(achievement__in=people.fresh).update(state="cancelled")
    after = {name: _measured(work, rounds) for name, work in works.items()}
    rows = []
    for name, now in after.items():
        ratio = now.cpu_median / before[name].cpu_median
        rows.append(
            row(
                "growth", f"{name} at {sizes.growth} ×, floor: at 1 ×", now, before[name], goal="≤ 1.2 × the CPU",
                met=ratio <= MOST, counted=f"({ratio:.2f} ×, {rows_now} credentials)",
            )
        )  # fmt: skip
    return rows


def _works(people: Population) -> dict[str, Callable[[], object]]:
    group = people.groups[3 % len(people.groups)]
    teacher, student = Phone(people.teacher_of(group)), Phone(people.students[group][0])
    ids = [one.pk for one in people.students[group]]
    return {
        "board": lambda: teacher.ask("ClassBoard", groupId=group.pk),
        "teacher's home": lambda: teacher.ask("TeacherHome"),
        "student's home": lambda: student.ask("StudentHome"),
        "award": awarding(people, group, ids),
    }


def _measured(work: Callable[[], object], rounds: int) -> Samples:
    samples = Samples()
    timed(work, Samples())
    for _ in range(rounds - 1):
        timed(work, samples)
    return samples

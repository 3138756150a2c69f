"""Board, homes, award and figures at 1 × and at 10 × the classes: the work of a class must not grow with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import connection
from django.utils import timezone

from bench.measuring import Row, Samples, row, timed
from bench.phones import Phone
from bench.population import FRESH, Population, populate
from bench.scenarios.awarding import awarding
from bench.world import World
from cms.figures.report import report
from cms.figures.scopes import of_school
from credentials.models import Credential

MOST = 1.2
BLOCKS = 3


def run(world: World) -> list[Row]:
    """Both databases are asked in turn, so that a noisy machine is noisy for both."""
    people, sizes = world.people, world.sizes
    works = _works(people)
    grown = Path(str(connection.settings_dict["NAME"]))
    with world.copied() as data:
        populate(
            classes=sizes.classes * (sizes.growth - 1),
            size=sizes.students,
            steps=sizes.steps,
            badges=sizes.badges,
            seed=8,
        )
        credentials = Credential.objects.count()
        found = {place: {name: Samples() for name in works} for place in (data / grown.name, grown)}
        for _ in range(BLOCKS):
            for place, samples in found.items():
                _use(place)
                Credential.objects.filter(achievement__in=people.fresh).update(state="cancelled")
                for name, work in works.items():
                    timed(work, Samples())
                    for _ in range(min(sizes.rounds, FRESH) // 2):
                        timed(work, samples[name])
        _use(grown)
    before, after = found.values()
    return [_compared(world, name, after[name], before[name], credentials) for name in works]


def _compared(world: World, name: str, now: Samples, before: Samples, credentials: int) -> Row:
    ratio = now.cpu_median / before.cpu_median
    return row(
        "growth", f"{name} at {world.sizes.growth} ×, floor: at 1 ×", now, before, goal="≤ 1.2 × the CPU",
        met=ratio <= MOST, counted=f"({ratio:.2f} ×, {credentials} credentials)",
    )  # fmt: skip


def _use(place: Path) -> None:
    connection.close()
    connection.settings_dict["NAME"] = str(place)


def _works(people: Population) -> dict[str, Callable[[], object]]:
    group = people.groups[3 % len(people.groups)]
    teacher, student = Phone(people.teacher_of(group)), Phone(people.students[group][0])
    ids = [one.pk for one in people.students[group]]
    return {
        "board": lambda: teacher.ask("ClassBoard", groupId=group.pk),
        "teacher's home": lambda: teacher.ask("TeacherHome"),
        "student's home": lambda: student.ask("StudentHome"),
        "award": awarding(people, group, ids),
        "school's figures": lambda: report(of_school(people.school), timezone.localdate()),
    }

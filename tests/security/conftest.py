"""A school full of canaries, and the same things in the class next door and in another school."""

from __future__ import annotations

from pathlib import Path

import pytest

from paths.services.assigning import assign_path
from people.models import Group, User
from tests.architecture.world import World, make_world
from tests.conftest import ClassOf
from tests.factories import AchievementFactory, IssuerFactory
from tests.paths.conftest import SmallPath, small_path  # noqa: F401
from tests.security.canaries import Canaried, mark_class, mark_student
from tests.security.gatherings import Gatherings, make_gatherings


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def everybody(
    class_2b: ClassOf,
    class_2c: ClassOf,
    class_1a: ClassOf,
    coordinator: User,
    leader: User,
    editor: User,
    operator: User,
) -> None:
    """The whole cast stands."""


@pytest.fixture
def canaried(
    everybody: None,
    small_path: SmallPath,
    class_2b: ClassOf,
    class_2c: ClassOf,
    class_1a: ClassOf,
) -> dict[str, Canaried]:
    """PA1 and PA2 (2B), PC (2C) and PB (1A), each with names, work, files and a badge full of tokens."""
    task = small_path.task
    task.evidence_kinds = [*task.evidence_kinds, "pdf"]
    task.save()
    foreign = IssuerFactory(slug="lo-b", group=class_1a.group.parent)
    foreign.may_award.add(class_1a.group.parent)
    of_school_b = AchievementFactory(slug="obca", issuer=foreign)
    for other in (class_2c, class_1a):
        assign_path(small_path.path, other.group, actor=other.teacher)
    for sign, of in (("A2B", class_2b), ("A2C", class_2c), ("B1A", class_1a)):
        mark_class(of.group, sign)
        of.group.refresh_from_db()
    debate = small_path.debate
    return {
        "PA1": mark_student("PA1", class_2b.students[0], class_2b, task, debate),
        "PA2": mark_student("PA2", class_2b.students[1], class_2b, task, debate),
        "PC": mark_student("PC", class_2c.students[0], class_2c, task, debate),
        "PB": mark_student("PB", class_1a.students[0], class_1a, task, of_school_b),
    }


@pytest.fixture
def gatherings(
    canaried: dict[str, Canaried],
    class_2b: ClassOf,
    class_2c: ClassOf,
    class_1a: ClassOf,
    club: Group,
    leader: User,
) -> Gatherings:
    """Three clubs and four events, each with words of its own and a minor in it."""
    return make_gatherings(
        club, leader, class_2b.group, class_2b.teacher, class_2b.students[0], class_2c.students[0], class_1a.students[0]
    )  # fmt: skip


@pytest.fixture
def world(everybody: None, class_2b: ClassOf, small_path: SmallPath) -> World:
    """Real targets in 2B for every operation."""
    return make_world(class_2b, small_path)

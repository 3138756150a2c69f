"""The people and progress that scenarios run on: 40 classes of 30, paths of 20 steps, 60 badges (performance.md)."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from classroom.models import SchoolClass
from credentials.models import Achievement, AchievementVersion, AwardBatch, Credential, Issuer
from paths.models import Enrollment, LearningPath, PathAssignment, Section, Step, StepCompletion
from people.enums import AccountKind, GroupKind, Role
from people.models import Group, Membership, School, User

FRESH = 10
BADGES_EACH = 6


@dataclass
class Population:
    """A school with everything in it. The last `FRESH` badges nobody has yet; a class has the teacher of its place."""

    school: School
    groups: list[Group]
    teachers: list[User]
    students: dict[Group, list[User]]
    badges: list[Achievement]
    path: LearningPath

    @property
    def fresh(self) -> list[Achievement]:
        return self.badges[-FRESH:]

    def teacher_of(self, group: Group) -> User:
        return self.teachers[self.groups.index(group)]


def words(text: str) -> dict[str, str]:
    return {"pl": text, "en": text, "uk": text}


@transaction.atomic
def populate(
    *, classes: int = 40, size: int = 30, steps: int = 20, badges: int = 60, seed: int = 7
) -> Population:
    """About 24,000 progress rows and 7,200 awards at the default size, by bulk inserts."""
    chance = random.Random(seed)
    top = Group.objects.create(kind=GroupKind.SCHOOL, name="Szkoła")
    school = School.objects.create(
        name="Szkoła", slug=f"szkola-{seed}", type="LO", register_number=f"B{seed}", group=top
    )
    issuer = Issuer.objects.create(
        slug=f"wydawca-{seed}", name=words("Wydawca"), standing="accredited", group=top
    )
    issuer.may_award.add(top)
    earned = add_badges(issuer, badges, seed)
    path = _path(steps, seed)
    groups = Group.objects.bulk_create(
        Group(kind=GroupKind.SCHOOL_CLASS, name=f"{n // 6 + 1}{'ABCDEF'[n % 6]}{n}", parent=top)
        for n in range(classes)
    )
    SchoolClass.objects.bulk_create(SchoolClass(group=group, school_year=2026) for group in groups)
    teachers = User.objects.bulk_create(
        User(username=f"bench-teacher-{seed}-{n}", given_name="Anna", family_name=f"Uczy{n}", password="!")
        for n in range(classes)
    )
    students = {
        group: User.objects.bulk_create(
            User(
                username=f"bench-{seed}-{at}-{n}", given_name=f"Imię{n}", family_name=f"Nazwisko{n}",
                kind=AccountKind.SCHOOL_MANAGED, password="!",
            )
            for n in range(size)
        )
        for at, group in enumerate(groups)
    }  # fmt: skip
    Membership.objects.bulk_create(
        [Membership(group=g, user=t, role=Role.TEACHER) for g, t in zip(groups, teachers, strict=True)]
        + [Membership(group=top, user=t, role=Role.TEACHER) for t in teachers]
        + [Membership(group=g, user=s, role=Role.STUDENT) for g in groups for s in students[g]]
    )
    _progress(path, groups, teachers, students, chance)
    _awards(groups, teachers, students, earned, chance)
    return Population(school, groups, teachers, students, earned, path)


def add_badges(issuer: Issuer, count: int, seed: int) -> list[Achievement]:
    """`count` published badges of one issuer; `seed` tells them from others' badges."""
    achievements = Achievement.objects.bulk_create(
        Achievement(slug=f"bench-{seed}-{n}", kind="digital_badge", issuer=issuer) for n in range(count)
    )
    versions = AchievementVersion.objects.bulk_create(
        AchievementVersion(
            achievement=achievement, number=1, published_at=timezone.now(), digest="0" * 64,
            name=words(f"Odznaka {n}"), description=words("Za dobrą robotę"), how_to_earn=words("Zrób to"),
            art={"shape": "rosette", "palette": "indigo", "symbol": "star", "ribbon": "none"}, art_alt=words("Rozeta"),
            learning_outcomes=[{"id": "1", "text": words("Umie"), "criteria": [words("pokazuje")]}],
            workload_hours=5,
        )
        for n, achievement in enumerate(achievements)
    )  # fmt: skip
    for achievement, version in zip(achievements, versions, strict=True):
        achievement.current_version = version
    Achievement.objects.bulk_update(achievements, ["current_version"])
    return achievements


def _path(steps: int, seed: int) -> LearningPath:
    path = LearningPath.objects.create(
        slug=f"bench-{seed}", title=words("Ścieżka"), description=words("Opis")
    )
    section = Section.objects.create(path=path, key="s", position=1, title=words("Część"))
    Step.objects.bulk_create(
        Step(
            path=path, section=section, key=f"s{n}", position=n, kind="task", title=words(f"Krok {n}"),
            description=words("Zrób"), why=words("Bo warto"), example=words("Zdjęcie"), evidence_kinds=["text"],
        )
        for n in range(1, steps + 1)
    )  # fmt: skip
    return path


def _progress(
    path: LearningPath,
    groups: Sequence[Group],
    teachers: Sequence[User],
    students: Mapping[Group, Sequence[User]],
    chance: random.Random,
) -> None:
    steps = list(path.steps.all())
    assignments = PathAssignment.objects.bulk_create(
        PathAssignment(path=path, group=group, assigned_by=teacher)
        for group, teacher in zip(groups, teachers, strict=True)
    )
    enrollments = Enrollment.objects.bulk_create(
        Enrollment(path=path, student=student, assignment=assignment)
        for assignment in assignments
        for student in students[assignment.group]
    )
    StepCompletion.objects.bulk_create(
        [
            StepCompletion(enrollment=enrollment, step=step)
            for enrollment in enrollments
            for step in steps[: chance.randint(0, len(steps) - 1) * 2 % len(steps)]
        ],
        batch_size=500,
    )


def _awards(
    groups: Sequence[Group],
    teachers: Sequence[User],
    students: Mapping[Group, Sequence[User]],
    badges: Sequence[Achievement],
    chance: random.Random,
) -> None:
    now = timezone.now()
    for group, teacher in zip(groups, teachers, strict=True):
        pool = badges[:-FRESH]
        picked = chance.sample(pool, min(len(pool), BADGES_EACH))
        batches = AwardBatch.objects.bulk_create(
            AwardBatch(
                version=badge.current_version, group=group, actor=teacher, undo_until=now - timedelta(hours=1)
            )
            for badge in picked
        )
        Credential.objects.bulk_create(
            Credential(
                batch=batch, version=badge.current_version, achievement=badge, recipient=student, state="held",
                celebrated_at=now,
            )
            for batch, badge in zip(batches, picked, strict=True)
            for student in students[group]
        )  # fmt: skip

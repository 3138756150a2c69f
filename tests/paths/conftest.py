"""A small path of the four kinds of step that matter, assigned to 2B."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from credentials.models import Achievement, Issuer
from paths.models import Enrollment, LearningPath, PathAssignment, Step
from paths.services.assigning import assign_path
from tests.conftest import ClassOf
from tests.factories import AchievementFactory, LearningPathFactory, StepFactory


@dataclass
class SmallPath:
    path: LearningPath
    read: Step
    choice_1: Step
    choice_2: Step
    task: Step
    final: Step
    debate: Achievement
    petition: Achievement
    composite: Achievement
    assignment: PathAssignment

    def of(self, student) -> Enrollment:
        return Enrollment.objects.select_related("assignment__group", "student", "path").get(student=student)


@pytest.fixture
def small_path(class_2b: ClassOf, issuer: Issuer) -> SmallPath:
    debate, petition = (AchievementFactory(slug=slug, issuer=issuer) for slug in ("debata", "petycja"))
    composite = AchievementFactory(
        slug="aktywnosc",
        issuer=issuer,
        version={"requires": {"min_of": {"count": 2, "badges": ["debata", "petycja"], "distinct": True}}},
    )
    path = LearningPathFactory(slug="cztery")
    made = {
        "read": StepFactory(path=path, position=1, kind="lesson", verified_by="auto"),
        "choice_1": StepFactory(path=path, position=2, kind="choice", choose_count=1, distinct_in_path=True, needs_topic=True),
        "choice_2": StepFactory(path=path, position=3, kind="choice", choose_count=1, distinct_in_path=True, needs_topic=True),
        "task": StepFactory(path=path, position=4),
        "final": StepFactory(path=path, position=5, kind="credential", verified_by="auto", achievement=composite),
    }  # fmt: skip
    for choice in ("choice_1", "choice_2"):
        made[choice].choices.set([debate, petition])
    assignment, people = assign_path(path, class_2b.group, actor=class_2b.teacher)
    assert people == 3
    return SmallPath(
        path, **made, debate=debate, petition=petition, composite=composite, assignment=assignment
    )

"""A class on a path, for the stories of the classroom."""

from __future__ import annotations

from dataclasses import dataclass

from credentials.models import Achievement, Issuer
from paths.models import Enrollment, LearningPath, PathAssignment, Step
from paths.services.assigning import assign_path
from people.models import User
from tests.conftest import ClassOf
from tests.factories import AchievementFactory, LearningPathFactory, StepFactory


@dataclass
class OnPath:
    """2B on a path of three steps: a task, a badge, and a task that is optional."""

    path: LearningPath
    task: Step
    badge_step: Step
    extra: Step
    achievement: Achievement
    assignment: PathAssignment

    def enrollment(self, student: User) -> Enrollment:
        return Enrollment.objects.get(path=self.path, student=student)


def put_on_path(class_of: ClassOf, issuer: Issuer, *, slug: str = "sciezka", badge: str = "debata") -> OnPath:
    achievement = AchievementFactory(slug=badge, issuer=issuer)
    path = LearningPathFactory(slug=slug)
    task = StepFactory(path=path)
    badge_step = StepFactory(path=path, kind="badge", achievement=achievement)
    extra = StepFactory(path=path, required=False)
    assignment, _count = assign_path(path, class_of.group, actor=class_of.teacher)
    return OnPath(path, task, badge_step, extra, achievement, assignment)

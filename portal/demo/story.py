"""A few weeks of class 2B on the path *Cyfrowo i krytycznie*, told with the same services that phones use.

*Cztery działania i projekt* is left for the demonstration to assign.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from classroom.services.recognising import award_badge
from credentials.models import Achievement, Credential
from credentials.services.collecting import Piece
from paths.models import Enrollment, LearningPath, PathAssignment, Step, Submission
from paths.services.assigning import assign_path
from paths.services.reviewing import accept, not_yet, tick
from paths.services.working import choose_action, hand_in, propose_topic
from people.enums import GroupKind
from people.models import Group, User
from people.selectors.groups import students_of
from portal.demo.clock import at
from portal.demo.words import ACCEPTED, FIRST_TASK, HINT, NOTES, TOPIC, VERIFIED, WORK

PATH = "cyfrowo-i-krytycznie"
PROTECTS_DATA, VERIFIES = "chronie-dane", "weryfikuje-informacje"


def tell(now: datetime) -> None:
    """Tell the story once; when 2B has the path already, nothing happens."""
    path = LearningPath.objects.get(slug=PATH)
    group = Group.objects.get(kind=GroupKind.SCHOOL_CLASS, name="2B", parent__school__slug="lo-przykladowo")
    if PathAssignment.objects.filter(path=path, group=group).exists():
        return
    Story(path, group, User.objects.get(username="teacher"), now).tell()


class Story:
    """Days are counted back from `now`, each at a lesson's hour."""

    def __init__(self, path: LearningPath, group: Group, teacher: User, now: datetime) -> None:
        self._path, self._group, self._teacher, self._now = path, group, teacher, now
        self._steps = {
            step.key: step for step in Step.objects.filter(path=path).select_related("achievement")
        }
        self._students = list(students_of(group))

    def tell(self) -> None:
        with at(self._day(38)):
            due_on = timezone.localdate(self._now) + timedelta(days=34)
            assign_path(self._path, self._group, actor=self._teacher, due_on=due_on)
        self._first_task()
        self._award(28, PROTECTS_DATA, self._students[:21], NOTES[0])
        self._verified()
        self._award(9, PROTECTS_DATA, self._students[21:26], NOTES[1])
        self._waiting()
        # Everybody saw their badge in the same lesson.
        given = Credential.objects.filter(batch__group=self._group)
        given.update(celebrated_at=F("awarded_at") + timedelta(minutes=4))

    def _day(self, days: int, minutes: int = 0) -> datetime:
        lesson = (self._now - timedelta(days=days)).replace(hour=9, minute=15, second=0, microsecond=0)
        return min(lesson + timedelta(minutes=minutes), self._now)

    def _enrollment(self, student: User) -> Enrollment:
        found = Enrollment.objects.select_related("assignment__group", "student")
        return found.get(path=self._path, student=student)

    def _hand_in(self, student: User, key: str, text: str) -> Submission:
        piece = Piece(kind="text", text=text)
        return hand_in(self._enrollment(student), self._steps[key], [piece], actor=student)

    def _first_task(self) -> None:
        """Most of the class in one lesson; two have not begun."""
        for at_minute, student in enumerate(self._students[:28]):
            with at(self._day(35, at_minute)):
                enrollment = self._enrollment(student)
                tick(enrollment, self._steps["s01"], actor=self._teacher)
                Enrollment.objects.filter(pk=enrollment.pk).update(active_at=timezone.now())

    def _award(self, days: int, slug: str, students: Sequence[User], note: str) -> None:
        with at(self._day(days)):
            achievement = Achievement.objects.get(slug=slug)
            ids = [student.pk for student in students]
            award_badge(self._group, achievement.pk, ids, actor=self._teacher, note=note)
            Enrollment.objects.filter(path=self._path, student__in=students).update(active_at=timezone.now())

    def _verified(self) -> None:
        """Nine have shown how they check what they read; each has a sentence of feedback."""
        for at_minute, student in enumerate(self._students[:9]):
            with at(self._day(16, at_minute * 3)):
                work = self._hand_in(student, "s02", VERIFIED[at_minute % len(VERIFIED)])
            with at(self._day(14, at_minute * 2)):
                accept(work, actor=self._teacher, note=ACCEPTED[at_minute % len(ACCEPTED)])

    def _waiting(self) -> None:
        """What the teacher finds today: work, a topic, a hint that nobody has answered."""
        answered, proposer, *fresh = (self._students[at_row] for at_row in (9, 0, 10, 11, 12, 13))
        with at(self._day(20)):
            work = self._hand_in(answered, "s02", FIRST_TASK)
        with at(self._day(19)):
            not_yet(work, HINT, actor=self._teacher)
        for hours, (student, text) in enumerate(zip(fresh, WORK, strict=True)):
            with at(self._now - timedelta(hours=50 - 12 * hours)):
                self._hand_in(student, "s02", text)
        with at(self._now - timedelta(hours=5)):
            propose_topic(self._enrollment(proposer), self._steps["s04"], TOPIC, actor=proposer)
        with at(self._now - timedelta(hours=4)):
            chooser = self._students[1]
            step = self._steps["s05"]
            option = step.choices.order_by("slug").first()
            if option is not None:
                choose_action(self._enrollment(chooser), step, option, actor=chooser)

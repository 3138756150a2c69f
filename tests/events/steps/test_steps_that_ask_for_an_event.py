"""A step of a path may ask for an event: being there does it, or hands it in where the teacher verifies."""

from datetime import timedelta

import pytest
from django.utils import timezone

from classroom.services.presences import count_presences_at, is_asked_for
from credentials.models import Credential
from events.models import AttendanceRule, Event
from events.services import checking_in
from events.services.attendance_badges import reward
from paths.models import Enrollment, StepCompletion, Submission
from paths.services.assigning import assign_path
from tests.factories import AchievementFactory, EventFactory, LearningPathFactory, PlaceFactory, StepFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(class_2b):
    path = LearningPathFactory()
    path.any_council = StepFactory(
        path=path, position=1, kind="event", event_kinds=["youth_council", "children_parliament"]
    )
    path.youth = StepFactory(
        path=path, position=2, kind="event", event_kinds=["youth_council"], required=False
    )
    assign_path(path, class_2b.group, actor=class_2b.teacher)
    return path


def session(class_2b, **fields) -> Event:
    now = timezone.now()
    return EventFactory(
        group=class_2b.group, starts_at=now, ends_at=now + timedelta(hours=2), place=PlaceFactory(),
        **{"kind": "youth_council", **fields},
    )  # fmt: skip


def states(path, student) -> dict:
    enrollment = Enrollment.objects.get(path=path, student=student)
    return dict(Submission.objects.filter(enrollment=enrollment).values_list("step__position", "state"))


def test_being_there_hands_in_the_step_for_the_teacher(path, class_2b, teacher, pa1, pa2):
    event = session(class_2b, kind="children_parliament")
    checking_in.check_in_people(event, [pa1], actor=teacher)

    assert count_presences_at(event.pk) == 1
    assert (states(path, pa1), states(path, pa2)) == ({1: "handed_in"}, {})
    piece = Submission.objects.get().evidence.get()
    assert event.title["pl"] in piece.text
    assert "Dom Kultury, Ełk" in piece.text
    assert not StepCompletion.objects.exists()


def test_one_presence_serves_one_step_the_most_particular_first(path, class_2b, teacher, pa1):
    first, second = session(class_2b), session(class_2b)
    checking_in.check_in_people(first, [pa1], actor=teacher)

    assert [count_presences_at(first.pk), count_presences_at(first.pk)] == [1, 0]
    assert states(path, pa1) == {2: "handed_in"}
    checking_in.check_in_people(second, [pa1], actor=teacher)
    assert count_presences_at(second.pk) == 1
    assert states(path, pa1) == {1: "handed_in", 2: "handed_in"}


def test_a_step_that_verifies_itself_is_done(class_2b, teacher, pa1):
    path = LearningPathFactory()
    step = StepFactory(path=path, position=1, kind="event", verified_by="auto", event_kinds=["debate"])
    assign_path(path, class_2b.group, actor=teacher)
    event = session(class_2b, kind="debate")
    checking_in.check_in_people(event, [pa1], actor=teacher)

    assert count_presences_at(event.pk) == 1
    assert StepCompletion.objects.get().step == step
    assert count_presences_at(event.pk) == 0


def test_what_was_before_the_path_was_given_does_not_count(path, class_2b, teacher, pa1):
    event = session(class_2b)
    checking_in.check_in_people(event, [pa1], actor=teacher)
    Enrollment.objects.update(created_at=timezone.now() + timedelta(minutes=1))

    assert count_presences_at(event.pk) == 0
    assert states(path, pa1) == {}


def test_other_kinds_of_event_move_nothing(path, class_2b, teacher, pa1):
    event = session(class_2b, kind="debate")
    checking_in.check_in_people(event, [pa1], actor=teacher)

    assert not is_asked_for(event.pk)
    assert count_presences_at(event.pk) == 0


@pytest.mark.django_db(transaction=True)
def test_it_happens_by_itself(path, class_2b, pa1):
    checking_in.check_in(session(class_2b), pa1, method="projector", actor=pa1)

    assert states(path, pa1) == {2: "handed_in"}


@pytest.mark.django_db(transaction=True)
def test_a_badge_for_being_there_completes_a_step_and_a_mistake_takes_both_back(
    class_2b, teacher, issuer, pa1
):
    badge = AchievementFactory(slug="sprzatamy", issuer=issuer)
    path = LearningPathFactory()
    step = StepFactory(path=path, position=1, kind="badge", achievement=badge)
    assign_path(path, class_2b.group, actor=teacher)
    event = session(class_2b)
    AttendanceRule.objects.create(
        achievement=badge, group=class_2b.group, event=event, count_from=event.starts_at - timedelta(hours=1),
        created_by=teacher,
    )  # fmt: skip
    checking_in.check_in(event, pa1, method="leader", actor=teacher)
    reward(event.pk)

    assert StepCompletion.objects.standing().get().step == step
    checking_in.undo_check_in(event, pa1, actor=teacher)
    assert not StepCompletion.objects.standing().exists()
    assert not Credential.objects.living().exists()

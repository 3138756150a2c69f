"""One learner's way along a path, and the ways off it."""

from __future__ import annotations

import pytest

from core.refusals import Refusal
from credentials.models import Credential
from credentials.services.collecting import Piece
from paths.models import Enrollment, StepCompletion, Submission
from paths.selectors.standings import standings
from paths.services import reviewing, working
from people.services.memberships import join, leave
from tests.factories import StudentFactory

TEXT = [Piece("text", text="Zebraliśmy 120 podpisów.")]


def refused(act, *args, **kwargs) -> str:
    with pytest.raises(Refusal) as caught:
        act(*args, **kwargs)
    return caught.value.code


def do_action(path, step, achievement, student, teacher) -> None:
    enrollment = path.of(student)
    working.choose_action(enrollment, step, achievement, actor=student)
    working.propose_topic(enrollment, step, "Ławki przy szkole", actor=student)
    reviewing.agree_topic(Submission.objects.get(enrollment=enrollment, step=step), actor=teacher)
    working.hand_in(enrollment, step, TEXT, actor=student)
    reviewing.accept(Submission.objects.get(enrollment=enrollment, step=step), actor=teacher, note="Brawo")


def states(path, student) -> str:
    (standing,) = standings([path.of(student)])
    return " ".join(str(standing.state(spec)) for spec in standing.path.specs)


def test_a_learner_goes_from_choice_to_microcredential(small_path, pa1, teacher):
    working.confirm_step(small_path.of(pa1), small_path.read, actor=pa1)
    do_action(small_path, small_path.choice_1, small_path.debate, pa1, teacher)
    do_action(small_path, small_path.choice_2, small_path.petition, pa1, teacher)
    assert states(small_path, pa1) == "done done done open locked"

    working.hand_in(small_path.of(pa1), small_path.task, TEXT, actor=pa1)
    reviewing.accept(Submission.objects.get(step=small_path.task), actor=teacher)
    working.confirm_step(small_path.of(pa1), small_path.final, actor=pa1)

    assert states(small_path, pa1) == "done done done done done"
    held = Credential.objects.living().filter(recipient=pa1).values_list("achievement__slug", flat=True)
    assert sorted(held) == ["aktywnosc", "debata", "petycja"]
    assert small_path.of(pa1).completed_at is not None


def test_the_same_action_cannot_be_chosen_twice(small_path, pa1):
    enrollment = small_path.of(pa1)
    working.choose_action(enrollment, small_path.choice_1, small_path.debate, actor=pa1)

    assert (
        refused(working.choose_action, enrollment, small_path.choice_2, small_path.debate, actor=pa1)
        == "ALREADY_USED"
    )
    assert Submission.objects.filter(step=small_path.choice_2).count() == 0


def test_work_waits_for_an_agreed_topic(small_path, pa1):
    enrollment = small_path.of(pa1)
    working.choose_action(enrollment, small_path.choice_1, small_path.debate, actor=pa1)

    assert refused(working.hand_in, enrollment, small_path.choice_1, TEXT, actor=pa1) == "TOPIC_FIRST"
    working.propose_topic(enrollment, small_path.choice_1, "Ławki", actor=pa1)
    assert refused(working.hand_in, enrollment, small_path.choice_1, TEXT, actor=pa1) == "TOPIC_WAITS"


def test_not_yet_carries_a_hint_and_can_be_answered_as_often_as_one_likes(small_path, pa1, teacher):
    enrollment = small_path.of(pa1)
    for _round in range(3):
        working.hand_in(enrollment, small_path.task, TEXT, actor=pa1)
        reviewing.not_yet(Submission.objects.get(step=small_path.task), "Dodaj źródło.", actor=teacher)
    working.hand_in(enrollment, small_path.task, TEXT, actor=pa1)
    reviewing.accept(Submission.objects.get(step=small_path.task), actor=teacher)

    submission = Submission.objects.get(step=small_path.task)
    assert submission.state == "accepted"
    assert [review.decision for review in submission.reviews.all()] == ["not_yet"] * 3 + ["accepted"]
    assert submission.evidence.count() == 4


def test_a_not_yet_without_a_hint_is_refused(small_path, pa1, teacher):
    working.hand_in(small_path.of(pa1), small_path.task, TEXT, actor=pa1)

    assert refused(reviewing.not_yet, Submission.objects.get(), " ", actor=teacher) == "TEXT_EMPTY"
    assert Submission.objects.get().state == "handed_in"


def test_accepting_twice_awards_once(small_path, pa1, teacher):
    do_action(small_path, small_path.choice_1, small_path.debate, pa1, teacher)

    assert refused(reviewing.accept, Submission.objects.get(), actor=teacher) == "ALREADY_ACCEPTED"
    assert Credential.objects.filter(recipient=pa1).count() == 1
    assert StepCompletion.objects.count() == 1


def test_an_accept_that_was_a_mistake_takes_step_and_badge_back(small_path, pa1, teacher):
    do_action(small_path, small_path.choice_1, small_path.debate, pa1, teacher)

    reviewing.take_back(small_path.of(pa1), small_path.choice_1, actor=teacher)

    assert Credential.objects.get(recipient=pa1).state == "cancelled"
    assert states(small_path, pa1) == "open handed_in open open locked"


def test_the_credential_needs_what_it_is_made_of(small_path, pa1):
    assert refused(working.confirm_step, small_path.of(pa1), small_path.final, actor=pa1) == "STEP_NOT_OPEN"


def test_a_teacher_ticks_a_step_for_a_student_without_a_phone(small_path, pa1, teacher):
    reviewing.tick(small_path.of(pa1), small_path.task, actor=teacher)

    assert states(small_path, pa1) == "open open open done locked"
    assert refused(reviewing.tick, small_path.of(pa1), small_path.task, actor=teacher) == "STEP_ALREADY_DONE"


@pytest.mark.django_db(transaction=True)
def test_a_later_joiner_is_on_the_path_and_a_leaver_is_not(small_path, class_2b, teacher):
    new = StudentFactory(username="nowa")
    join(class_2b.group, new, "student", actor=teacher)
    leave(class_2b.group, class_2b.students[0], actor=teacher)

    running = Enrollment.objects.running().values_list("student__username", flat=True)
    assert sorted(running) == ["2b-student02", "2b-student03", "nowa"]


@pytest.mark.parametrize(
    "piece",
    [
        Piece("link", url="javascript:alert(1)"),
        Piece("link", url="ftp://x.pl/a"),
        Piece("text", text="  "),
        Piece("photo"),
        Piece("tattoo", text="x"),
    ],
)
def test_evidence_of_no_use_is_refused_and_nothing_is_stored(small_path, pa1, piece):
    code = refused(working.hand_in, small_path.of(pa1), small_path.task, [piece], actor=pa1)

    assert code in {"NOT_A_LINK", "TEXT_EMPTY", "UPLOAD_MISSING", "EVIDENCE_KIND"}
    assert Submission.objects.count() == 0


def test_taking_back_the_last_piece_leaves_the_step_as_it_was(small_path, pa1, teacher):
    enrollment = small_path.of(pa1)

    def take_back() -> None:
        (piece,) = Submission.objects.get(step=small_path.task).evidence.kept()
        working.withdraw_evidence(enrollment, small_path.task, piece, actor=pa1)

    before = states(small_path, pa1)
    working.hand_in(enrollment, small_path.task, TEXT, actor=pa1)
    take_back()
    assert states(small_path, pa1) == before

    work = working.hand_in(enrollment, small_path.task, TEXT, actor=pa1)
    reviewing.not_yet(work, "Dodaj datę.", actor=teacher)
    take_back()
    assert Submission.objects.get(step=small_path.task).state == "not_yet"
    working.hand_in(enrollment, small_path.task, TEXT, actor=pa1)
    take_back()
    assert Submission.objects.get(step=small_path.task).state == "not_yet"

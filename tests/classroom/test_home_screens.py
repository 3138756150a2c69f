"""Home of a student and of a teacher (performance.md `home`; product.md §4)."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from classroom.selectors.student_homes import student_home
from classroom.selectors.teacher_homes import teacher_home
from classroom.services.recognising import award_badge
from credentials.models import AwardBatch, Credential, Issuer
from credentials.services.collecting import Piece
from paths.models import Enrollment
from paths.services.reviewing import not_yet, tick
from paths.services.working import hand_in, propose_topic
from people.enums import Role
from people.models import School, User
from tests.asking import ask
from tests.classroom.journey import OnPath, put_on_path
from tests.conftest import ClassOf, make_class
from tests.factories import AchievementFactory, MembershipFactory, StepFactory, StudentFactory

STUDENT = """{ studentHome { groups { name role } badgeCount
  next { stepId stepTitle pathTitle state line } paths { title done of next { title } }
  latestBadges { name signed celebrated } celebrations { name } near { achievement { slug } stepsLeft stepId }
  notices { line } feed { line icon fact } } }"""
TEACHER = """{ teacherHome { classes { name students toReview stuck ready pathTitles signInOpenUntil }
  needsMe { kind studentName stepTitle submissionId line } needsMeTotal notRecognised { name groupName }
  recentAwards { people cancelled achievement { slug } } heldRate } }"""
TEXT = [Piece(kind="text", text="Moja praca")]


def days_ago(days: int):
    return timezone.now() - timedelta(days=days)


def test_a_student_sees_the_one_next_step_and_what_is_near(pa1: User, on_path: OnPath) -> None:
    home = ask(pa1, STUDENT).data
    assert home["groups"] == [{"name": "2B", "role": "student"}]
    assert home["next"]["stepId"] == str(on_path.task.pk)
    assert home["next"]["state"] == "open"
    assert [(one["title"], one["done"], one["of"]) for one in home["paths"]] == [("sciezka", 0, 2)]
    assert home["near"] == [
        {"achievement": {"slug": "debata"}, "stepsLeft": 1, "stepId": str(on_path.badge_step.pk)}
    ]
    assert [line["fact"] for line in home["feed"]] == ["paths.PathAssigned"]
    assert "sciezka" in home["feed"][0]["line"]
    assert (home["badgeCount"], home["latestBadges"], home["celebrations"]) == (0, [], [])


def test_a_hint_comes_before_an_open_step(pa1: User, teacher: User, on_path: OnPath) -> None:
    work = hand_in(on_path.enrollment(pa1), on_path.badge_step, TEXT, actor=pa1)
    not_yet(work, "Dodaj źródło", actor=teacher)
    tick(on_path.enrollment(pa1), on_path.task, actor=teacher)
    following = ask(pa1, STUDENT).data["next"]
    assert (following["stepId"], following["state"]) == (str(on_path.badge_step.pk), "not_yet")


def test_a_badge_is_there_at_once_and_is_celebrated_once(
    pa1: User, teacher: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    award_badge(class_2b.group, on_path.achievement.pk, [pa1.pk], actor=teacher)
    home = ask(pa1, STUDENT).data
    assert (home["badgeCount"], [one["name"] for one in home["celebrations"]]) == (1, ["Odznaka debata"])
    assert home["latestBadges"] == [{"name": "Odznaka debata", "signed": False, "celebrated": False}]
    badge = Credential.objects.get()
    ask(pa1, "mutation($c: ID!) { markCelebrated(credentialId: $c) { errors { code } } }", c=badge.pk)
    home = ask(pa1, STUDENT).data
    assert (home["badgeCount"], home["celebrations"]) == (1, [])


def test_classmates_are_nowhere_on_a_students_home(
    pa1: User, pa2: User, teacher: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    award_badge(class_2b.group, on_path.achievement.pk, [pa2.pk], actor=teacher)
    reply = ask(pa1, STUDENT)
    assert pa2.family_name not in str(reply.body)
    assert pa2.given_name not in str(reply.body)


def test_the_teachers_home_says_who_needs_them_the_oldest_first(
    teacher: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    first, second, third = class_2b.students
    on_path.extra.needs_topic = True
    on_path.extra.save()
    work = hand_in(on_path.enrollment(first), on_path.task, TEXT, actor=first)
    topic = propose_topic(
        on_path.enrollment(second), on_path.extra, "Debata o zadaniach domowych", actor=second
    )
    type(topic).objects.filter(pk=topic.pk).update(waiting_since=days_ago(2))
    Enrollment.objects.filter(pk=on_path.enrollment(third).pk).update(active_at=days_ago(40))
    home = ask(teacher, TEACHER).data
    assert [(one["kind"], one["studentName"]) for one in home["needsMe"]] == [
        ("stuck", third.get_full_name()),
        ("topic", second.get_full_name()),
        ("review", first.get_full_name()),
    ]
    assert "Debata o zadaniach domowych" in home["needsMe"][1]["line"]
    assert home["needsMe"][2]["submissionId"] == str(work.pk)
    assert home["needsMeTotal"] == 3
    assert home["classes"] == [
        {
            "name": "2B", "students": 3, "toReview": 2, "stuck": 1, "ready": 0, "pathTitles": ["sciezka"],
            "signInOpenUntil": None,
        }
    ]  # fmt: skip


def test_nobody_is_forgotten_after_three_weeks(teacher: User, class_2b: ClassOf, on_path: OnPath) -> None:
    first, second, third = class_2b.students
    class_2b.group.memberships.update(joined_at=days_ago(60))
    award_badge(class_2b.group, on_path.achievement.pk, [first.pk, second.pk], actor=teacher)
    Credential.objects.filter(recipient=second).update(awarded_at=days_ago(30))
    forgotten = ask(teacher, TEACHER).data["notRecognised"]
    assert [one["name"] for one in forgotten] == [third.get_full_name(), second.get_full_name()]


def test_somebody_new_is_not_forgotten_yet(teacher: User, class_2b: ClassOf) -> None:
    assert ask(teacher, TEACHER).data["notRecognised"] == []


def test_the_held_rate_counts_what_was_seen_or_signed_within_a_lesson(
    teacher: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    assert ask(teacher, TEACHER).data["heldRate"] is None
    award_badge(class_2b.group, on_path.achievement.pk, [one.pk for one in class_2b.students], actor=teacher)
    assert ask(teacher, TEACHER).data["heldRate"] is None
    Credential.objects.update(awarded_at=days_ago(1))
    assert ask(teacher, TEACHER).data["heldRate"] == 0
    seen = Credential.objects.filter(recipient=class_2b.students[0])
    seen.update(celebrated_at=days_ago(1) + timedelta(minutes=44))
    late = Credential.objects.filter(recipient=class_2b.students[1])
    late.update(celebrated_at=days_ago(1) + timedelta(minutes=46))
    assert ask(teacher, TEACHER).data["heldRate"] == 33


def test_a_coordinator_sees_the_classes_but_not_how_students_fare(
    coordinator: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    hand_in(on_path.enrollment(class_2b.students[0]), on_path.task, TEXT, actor=class_2b.students[0])
    home = ask(coordinator, TEACHER).data
    assert [(one["name"], one["students"], one["toReview"]) for one in home["classes"]] == [("2B", 3, 0)]
    assert (home["needsMe"], home["recentAwards"]) == ([], [])


def test_each_teacher_sees_their_own_class_alone(
    teacher: User, teacher_c: User, teacher_b: User, class_2c: ClassOf, on_path: OnPath
) -> None:
    for user, name in ((teacher, "2B"), (teacher_c, "2C"), (teacher_b, "1A")):
        assert [one["name"] for one in ask(user, TEACHER).data["classes"]] == [name]


def grow(class_of: ClassOf, issuer: Issuer, teacher: User, many: int) -> None:
    """More students, more badges, more awards than before."""
    for _ in range(many):
        student = StudentFactory()
        MembershipFactory(group=class_of.group, user=student, role=Role.STUDENT)
        class_of.students.append(student)
    for _ in range(many):
        achievement = AchievementFactory(issuer=issuer)
        award_badge(class_of.group, achievement.pk, [one.pk for one in class_of.students], actor=teacher)


def asked_by(screen) -> int:
    with CaptureQueriesContext(connection) as asked:
        screen()
    return len(asked)


def test_nine_statements_for_a_students_home_with_one_path_and_with_three(
    pa1: User, teacher: User, class_2b: ClassOf, issuer: Issuer, on_path: OnPath
) -> None:
    grow(class_2b, issuer, teacher, 1)
    assert asked_by(lambda: student_home(pa1)) == 9
    for number in (2, 3):
        other = put_on_path_again(class_2b, issuer, number)
        tick(other.enrollment(pa1), other.task, actor=teacher)
    grow(class_2b, issuer, teacher, 3)
    assert asked_by(lambda: student_home(pa1)) == 9


def put_on_path_again(class_of: ClassOf, issuer: Issuer, number: int) -> OnPath:
    return put_on_path(class_of, issuer, slug=f"sciezka-{number}", badge=f"odznaka-sciezki-{number}")


def test_seven_statements_for_a_teachers_home_with_one_class_and_with_three(
    school_a: School, teacher: User, class_2b: ClassOf, issuer: Issuer, on_path: OnPath
) -> None:
    grow(class_2b, issuer, teacher, 1)
    assert asked_by(lambda: teacher_home(teacher, timezone.now())) == 7
    for number in (2, 3):
        more = make_class(school_a, f"{number}X", f"{number}x")
        MembershipFactory(group=more.group, user=teacher, role=Role.TEACHER)
        put_on_path_again(more, issuer, number)
        grow(more, issuer, teacher, 3)
    assert asked_by(lambda: teacher_home(teacher, timezone.now())) == 7


def test_an_undone_award_is_marked_and_can_be_seen_by_its_maker(
    teacher: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    awarded = award_badge(class_2b.group, on_path.achievement.pk, [class_2b.students[0].pk], actor=teacher)
    assert ask(
        teacher, "mutation($b: ID!) { undoAward(batchId: $b) { cancelled } }", b=awarded.batch.pk
    ).data["cancelled"]
    (award,) = ask(teacher, TEACHER).data["recentAwards"]
    assert award == {"people": 1, "cancelled": True, "achievement": {"slug": "debata"}}
    assert AwardBatch.objects.count() == 1


def test_a_badge_that_waits_for_many_steps_is_not_within_reach(
    pa1: User, teacher: User, on_path: OnPath
) -> None:
    StepFactory.create_batch(2, path=on_path.path)
    StepFactory(path=on_path.path, kind="credential", achievement=AchievementFactory(slug="calosc"))
    assert [one["achievement"]["slug"] for one in ask(pa1, STUDENT).data["near"]] == ["debata"]
    tick(on_path.enrollment(pa1), on_path.task, actor=teacher)
    tick(on_path.enrollment(pa1), on_path.badge_step, actor=teacher)
    assert [(one["achievement"]["slug"], one["stepsLeft"]) for one in ask(pa1, STUDENT).data["near"]] == [
        ("calosc", 3)
    ]

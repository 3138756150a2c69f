"""Board, list, one student, projector, feed: who reads what (performance.md `board`; AC-02, AC-08)."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from classroom.models import SchoolClass
from classroom.selectors.feeds import class_feed
from classroom.services.recognising import award_badge
from core.models import Activity
from credentials.models import AwardBatch, Issuer
from credentials.services.collecting import Piece
from paths.services.assigning import assign_path, enrol_member
from paths.services.reviewing import tick
from paths.services.working import hand_in
from people.enums import Role
from people.models import User
from people.services.memberships import leave
from tests.asking import ask
from tests.classroom.journey import OnPath, put_on_path
from tests.conftest import ClassOf
from tests.factories import (
    AchievementFactory,
    LearningPathFactory,
    MembershipFactory,
    StepFactory,
    StudentFactory,
)

BOARD = """query($g: ID!, $p: ID) { classBoard(groupId: $g, pathId: $p) {
  name signInOpenUntil paths { id title } pathId toReview stuck ready steps { title milestone section }
  rows { studentId name cells done review stuck ready badges submissionId } } }"""
FEED = "query($g: ID!, $l: Int, $a: ID) { classFeed(groupId: $g, limit: $l, after: $a) { items { line fact } next } }"
TOGETHER = "query($g: ID!) { classFeed(groupId: $g) { together { title done of } } }"
PROJECTOR = """query($g: ID!) { projector(groupId: $g) { groupName students pathTitle stepsDone stepsOf badges
  sections { title done of } latest { people achievement { name } } } }"""
STUDENT = """query($g: ID!, $s: ID!) { classStudent(groupId: $g, studentId: $s) { name groupName
  paths { title done of sections { title steps { title state } } } badges { name } } }"""
ROSTER = "query($g: ID!) { classRoster(groupId: $g) { name led students { familyName } } }"
OPEN = "mutation($g: ID!) { openSignIn(groupId: $g) { signInOpenUntil errors { code } } }"
CLOSE = "mutation($g: ID!) { closeSignIn(groupId: $g) { signInOpenUntil errors { code } } }"


def test_one_character_a_step_in_register_order(teacher: User, class_2b: ClassOf, on_path: OnPath) -> None:
    first, second, third = class_2b.students
    tick(on_path.enrollment(first), on_path.task, actor=teacher)
    work = hand_in(on_path.enrollment(second), on_path.task, [Piece(kind="text", text="x")], actor=second)
    award_badge(class_2b.group, on_path.achievement.pk, [first.pk], actor=teacher)
    board = ask(teacher, BOARD, g=class_2b.group.pk).data
    assert board["pathId"] == str(on_path.path.pk)
    assert [one["milestone"] for one in board["steps"]] == [False, True, False]
    assert [(one["name"], one["cells"], one["done"], one["badges"]) for one in board["rows"]] == [
        (first.get_full_name(), "dd.", 2, 1),
        (second.get_full_name(), "h..", 0, 0),
        (third.get_full_name(), "...", 0, 0),
    ]
    assert (board["toReview"], board["rows"][1]["submissionId"]) == (1, str(work.pk))


def test_a_class_without_a_path_has_rows_all_the_same(teacher: User, class_2b: ClassOf) -> None:
    board = ask(teacher, BOARD, g=class_2b.group.pk).data
    assert (board["pathId"], board["steps"], [one["cells"] for one in board["rows"]]) == (
        None,
        [],
        ["", "", ""],
    )


def test_a_path_of_another_class_is_not_on_this_board(
    teacher: User, class_2b: ClassOf, class_2c: ClassOf, issuer: Issuer, on_path: OnPath
) -> None:
    other = put_on_path(class_2c, issuer, slug="inna", badge="inna")
    made_up = ask(teacher, BOARD, g=class_2b.group.pk, p=uuid4())
    assert ask(teacher, BOARD, g=class_2b.group.pk, p=other.path.pk).body == made_up.body
    assert made_up.code == "NOT_FOUND"


def test_six_statements_for_a_board_at_any_size(teacher: User, class_2b: ClassOf, on_path: OnPath) -> None:
    counts = [board_statements(teacher, class_2b)]
    for _ in range(20):
        student = StudentFactory()
        MembershipFactory(group=class_2b.group, user=student, role=Role.STUDENT)
    big = LearningPathFactory(slug="duza")
    StepFactory.create_batch(30, path=big)
    assign_path(big, class_2b.group, actor=teacher)
    counts.append(board_statements(teacher, class_2b))
    assert counts == [6, 6]


def board_statements(teacher: User, class_2b: ClassOf) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask(teacher, BOARD, g=class_2b.group.pk)
    statements = [one["sql"] for one in asked]
    # What stands before it is the test's browser signing in, and the session.
    start = max(at for at, sql in enumerate(statements) if "django_session" in sql)
    return len(statements) - start - 2


@pytest.mark.parametrize(
    ("document", "allowed"),
    [
        (BOARD, {"teacher"}),
        (PROJECTOR, {"teacher"}),
        (ROSTER, {"teacher", "coordinator"}),
        (FEED, {"teacher", "pa1"}),
        (OPEN, {"teacher", "coordinator"}),
    ],
)
def test_each_screen_is_for_whom_it_is_for(
    document: str, allowed: set[str], class_2b: ClassOf, teacher: User, teacher_c: User, teacher_b: User,
    coordinator: User, pa1: User, pc: User, pb: User, leader: User, editor: User, operator: User,
) -> None:  # fmt: skip
    cast = {
        "teacher": teacher, "teacher_c": teacher_c, "teacher_b": teacher_b, "coordinator": coordinator, "pa1": pa1,
        "pc": pc, "pb": pb, "leader": leader, "editor": editor, "operator": operator,
    }  # fmt: skip
    let_in = {name for name, user in cast.items() if ask(user, document, g=class_2b.group.pk).code is None}
    assert let_in == allowed
    assert ask(None, document, g=class_2b.group.pk).code == "NOT_SIGNED_IN"


def test_only_who_teaches_the_class_is_offered_its_board(
    teacher: User, coordinator: User, class_2b: ClassOf
) -> None:
    said = [ask(user, ROSTER, g=class_2b.group.pk).data["led"] for user in (teacher, coordinator)]
    assert said == [True, False]


def test_ac_02_a_foreign_class_and_a_made_up_one_answer_alike(pc: User, class_2b: ClassOf) -> None:
    for document in (BOARD, FEED, PROJECTOR, ROSTER, OPEN):
        answers = [
            ask(pc, document, g=group) for group in (class_2b.group.pk, uuid4(), "%%%", "Group:1 OR 1=1")
        ]
        assert {one.code for one in answers} == {"NOT_FOUND"}
        assert len({str(one.body).replace("openSignIn", "") for one in answers}) == 1


def test_a_teacher_sees_a_student_of_the_class_and_nobody_elses(
    teacher: User, class_2b: ClassOf, class_1a: ClassOf, on_path: OnPath, pa1: User, pc: User, pb: User
) -> None:
    award_badge(class_2b.group, on_path.achievement.pk, [pa1.pk], actor=teacher)
    seen = ask(teacher, STUDENT, g=class_2b.group.pk, s=pa1.pk).data
    assert (seen["groupName"], seen["paths"][0]["done"], [one["name"] for one in seen["badges"]]) == (
        "2B", 1, ["Odznaka debata"],
    )  # fmt: skip
    for other in (pc.pk, pb.pk, teacher.pk, uuid4()):
        assert ask(teacher, STUDENT, g=class_2b.group.pk, s=other).code == "NOT_FOUND"
    assert ask(pa1, STUDENT, g=class_2b.group.pk, s=pa1.pk).code == "NOT_FOUND"


def test_badges_from_elsewhere_are_the_students_own(
    teacher: User, class_2b: ClassOf, club: object, leader: User, pa1: User
) -> None:
    badge = AchievementFactory(kind="club_badge", issuer=None, club=club)
    MembershipFactory(group=club, user=pa1, role=Role.MEMBER)
    award_badge(club, badge.pk, [pa1.pk], actor=leader)
    assert ask(teacher, STUDENT, g=class_2b.group.pk, s=pa1.pk).data["badges"] == []


def test_the_projector_and_the_feed_hold_no_name(
    teacher: User, class_2b: ClassOf, on_path: OnPath, pa1: User
) -> None:
    award_badge(
        class_2b.group, on_path.achievement.pk, [one.pk for one in class_2b.students[:2]], actor=teacher
    )
    shown = ask(teacher, PROJECTOR, g=class_2b.group.pk)
    assert (shown.data["stepsDone"], shown.data["stepsOf"], shown.data["badges"]) == (2, 6, 2)
    assert shown.data["latest"] == [{"people": 2, "achievement": {"name": "Odznaka debata"}}]
    feed = ask(pa1, FEED, g=class_2b.group.pk)
    for reply in (shown, feed):
        assert not any(
            name in str(reply.body)
            for one in (*class_2b.students, teacher)
            for name in (one.given_name, one.family_name)
        )


def test_the_feed_counts_a_day_of_one_badge_in_one_line_and_leaves_out_what_was_undone(
    teacher: User, class_2b: ClassOf, issuer: Issuer, on_path: OnPath
) -> None:
    for student in class_2b.students:
        award_badge(class_2b.group, on_path.achievement.pk, [student.pk], actor=teacher)
    mistaken = award_badge(
        class_2b.group, AchievementFactory(issuer=issuer).pk, [class_2b.students[0].pk], actor=teacher
    )
    ask(teacher, "mutation($b: ID!) { undoAward(batchId: $b) { cancelled } }", b=mistaken.batch.pk)
    lines = ask(teacher, FEED, g=class_2b.group.pk).data["items"]
    assert [line["fact"] for line in lines] == ["credentials.CredentialsAwarded", "paths.PathAssigned"]
    assert "3" in lines[0]["line"]


def test_pages_of_the_feed_hold_every_line_once(teacher: User, class_2b: ClassOf, issuer: Issuer) -> None:
    for day in range(9):
        for _ in range(2):
            batch = award_badge(
                class_2b.group, AchievementFactory(issuer=issuer).pk, [class_2b.students[0].pk], actor=teacher
            ).batch
            AwardBatch.objects.filter(pk=batch.pk).update(created_at=timezone.now() - timedelta(days=day))
    seen, after = [], None
    while True:
        page = class_feed(class_2b.group, limit=5, after=after)
        seen += [line.id for line in page.items]
        if page.next is None:
            break
        after = page.next
    assert len(seen) == len(set(seen)) == 18
    assert class_feed(class_2b.group, after="not a day").items == ()


def test_ac_08_who_left_reads_nothing_newer_and_keeps_their_badges(
    teacher: User, class_2b: ClassOf, on_path: OnPath, pa1: User
) -> None:
    award_badge(class_2b.group, on_path.achievement.pk, [pa1.pk], actor=teacher)
    first = ask(pa1, FEED, g=class_2b.group.pk, l=1).data
    leave(class_2b.group, pa1, actor=teacher)
    award_badge(class_2b.group, on_path.achievement.pk, [class_2b.students[1].pk], actor=teacher)
    assert ask(pa1, FEED, g=class_2b.group.pk).code == "NOT_FOUND"
    assert ask(pa1, FEED, g=class_2b.group.pk, l=1, a=first["next"] or "2026-11-21").code == "NOT_FOUND"
    home = ask(
        pa1,
        "{ studentHome { groups { name } paths { title } feed { line } badgeCount latestBadges { name } } }",
    ).data
    assert home == {
        "groups": [], "paths": [], "feed": [], "badgeCount": 1, "latestBadges": [{"name": "Odznaka debata"}],
    }  # fmt: skip
    assert ask(teacher, BOARD, g=class_2b.group.pk).data["rows"][0]["name"] != pa1.get_full_name()


def test_sign_in_opens_for_a_quarter_of_an_hour_and_closes(teacher: User, class_2b: ClassOf) -> None:
    opened = ask(teacher, OPEN, g=class_2b.group.pk).data
    left = SchoolClass.objects.get(group=class_2b.group).sign_in_open_until - timezone.now()
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)
    assert ask(teacher, BOARD, g=class_2b.group.pk).data["signInOpenUntil"] == opened["signInOpenUntil"]
    assert ask(teacher, CLOSE, g=class_2b.group.pk).data == {"signInOpenUntil": None, "errors": []}
    assert (
        ask(
            teacher, ROSTER.replace("name led students", "signInOpenUntil students"), g=class_2b.group.pk
        ).data["signInOpenUntil"]
        is None
    )
    facts = list(Activity.objects.filter(fact__startswith="classroom.SignIn").values_list("fact", flat=True))
    assert sorted(facts) == ["classroom.SignInClosed", "classroom.SignInOpened"]


def test_au_05_the_teacher_ends_a_students_sign_ins_but_not_a_colleagues(
    teacher: User, class_2b: ClassOf, teacher_c: User, pa1: User
) -> None:
    end = "mutation($g: ID!, $s: ID!) { endStudentSignIns(groupId: $g, studentId: $s) { errors { code } } }"
    assert ask(teacher, end, g=class_2b.group.pk, s=pa1.pk).data == {"errors": []}
    pa1.refresh_from_db()
    assert pa1.sign_in_epoch == 1
    assert ask(teacher, end, g=class_2b.group.pk, s=teacher_c.pk).code == "NOT_FOUND"


@pytest.mark.parametrize("extra", ["role", "isStaff", "schoolId", "points", "awardedBy", "verified"])
def test_ac_06_no_mutation_takes_more_than_it_declares(
    teacher: User, class_2b: ClassOf, on_path: OnPath, pa1: User, extra: str
) -> None:
    for document in (
        f'mutation {{ addStudent(groupId: "{class_2b.group.pk}", givenName: "A", familyName: "B", {extra}: "1") '
        "{ errors { code } } }",
        f'mutation {{ awardBadge(groupId: "{class_2b.group.pk}", achievementId: "{on_path.achievement.pk}", '
        f'studentIds: ["{pa1.pk}"], {extra}: "1") {{ errors {{ code }} }} }}',
    ):
        assert ask(teacher, document).code == "BAD_QUERY"
    assert AwardBatch.objects.count() == 0
    assert class_2b.group.memberships.count() == 4


def test_a_class_sees_its_steps_as_one_sum_and_a_small_group_sees_none(
    teacher: User, pa1: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    tick(on_path.enrollment(pa1), on_path.task, actor=teacher)
    assert ask(pa1, TOGETHER, g=class_2b.group.pk).data["together"] == []
    for student in StudentFactory.create_batch(2):
        MembershipFactory(group=class_2b.group, user=student, role=Role.STUDENT)
        enrol_member(class_2b.group.pk, student)
    assert ask(pa1, TOGETHER, g=class_2b.group.pk).data["together"] == [
        {"title": "sciezka", "done": 1, "of": 10}
    ]

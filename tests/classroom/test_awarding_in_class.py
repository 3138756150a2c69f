"""A teacher recognises the whole class in one act (the issue, step 7; performance.md `award`; AC-04, AC-05)."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import Activity, Delivery
from credentials.enums import CredentialState
from credentials.models import AwardBatch, Credential, Issuer
from paths.models import StepCompletion
from people.enums import Role
from people.models import Group, User
from tests.asking import ask
from tests.classroom.journey import OnPath, put_on_path
from tests.conftest import ClassOf
from tests.factories import AchievementFactory, IssuerFactory, MembershipFactory, StudentFactory

AWARD = """mutation($group: ID!, $achievement: ID!, $students: [ID!]!, $note: String, $key: ID) {
  awardBadge(groupId: $group, achievementId: $achievement, studentIds: $students, note: $note, key: $key) {
    batchId people undoUntil cancelled errors { field code message } } }"""
UNDO = """mutation($batch: ID!) { undoAward(batchId: $batch) { batchId cancelled people errors { code } } }"""
RELEASE = (
    """mutation($batch: ID!) { releaseAward(batchId: $batch) { batchId people cancelled errors { code } } }"""
)
SCREEN = """query($group: ID!, $achievement: ID) { awardScreen(groupId: $group, achievementId: $achievement) {
  groupName recent { slug } all { slug name art { svgUrl } } achievement { name outcomes { text } }
  candidates { name has ready line } } }"""


def ids(people: list[User]) -> list[str]:
    return [str(one.pk) for one in people]


def test_three_in_one_act_complete_the_step_that_asks_for_the_badge(
    teacher: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    given = ask(
        teacher,
        AWARD,
        group=class_2b.group.pk,
        achievement=on_path.achievement.pk,
        students=ids(class_2b.students),
    ).data
    assert (given["errors"], given["people"], given["cancelled"]) == ([], 3, False)
    batch = AwardBatch.objects.get(pk=given["batchId"])
    assert Credential.objects.filter(batch=batch, state=CredentialState.AWARDED).count() == 3
    assert StepCompletion.objects.standing().filter(step=on_path.badge_step).count() == 3
    fact = Activity.objects.get(fact="credentials.CredentialsAwarded")
    assert fact.scope == class_2b.group.pk
    assert Delivery.objects.filter(activity=fact).count() == 3


def test_the_last_part_brings_the_larger_badge(teacher: User, class_2b: ClassOf, on_path: OnPath) -> None:
    part = on_path.achievement
    AchievementFactory(slug="wieksza", issuer=part.issuer, version={"requires": {"all_of": [part.slug]}})
    first = ids(class_2b.students[:1])
    given = ask(teacher, AWARD, group=class_2b.group.pk, achievement=part.pk, students=first).data
    assert given["errors"] == []
    held = Credential.objects.values_list("achievement__slug", "recipient").order_by("pk")
    assert {(slug, str(recipient)) for slug, recipient in held} == {
        (part.slug, first[0]),
        ("wieksza", first[0]),
    }


def test_who_holds_it_already_is_left_as_they_are(teacher: User, class_2b: ClassOf, on_path: OnPath) -> None:
    award = {"group": class_2b.group.pk, "achievement": on_path.achievement.pk}
    first = ask(teacher, AWARD, **award, students=ids(class_2b.students[:1])).data
    second = ask(teacher, AWARD, **award, students=ids(class_2b.students)).data
    third = ask(teacher, AWARD, **award, students=ids(class_2b.students)).data
    assert [one["people"] for one in (first, second, third)] == [1, 2, 0]
    assert third["batchId"] is None
    assert Credential.objects.count() == 3


def test_undo_takes_back_the_badges_and_the_steps_and_says_it_once_calmly(
    teacher: User, class_2b: ClassOf, on_path: OnPath, pa1: User
) -> None:
    batch = ask(
        teacher,
        AWARD,
        group=class_2b.group.pk,
        achievement=on_path.achievement.pk,
        students=ids(class_2b.students),
    ).data["batchId"]
    assert ask(teacher, UNDO, batch=batch).data == {
        "batchId": batch,
        "cancelled": True,
        "people": 0,
        "errors": [],
    }
    assert set(Credential.objects.values_list("state", flat=True)) == {CredentialState.CANCELLED}
    assert not StepCompletion.objects.standing().exists()
    home = ask(
        pa1, "{ studentHome { badgeCount celebrations { id } notices { id line } feed { line } } }"
    ).data
    assert (home["badgeCount"], home["celebrations"]) == (0, [])
    (notice,) = home["notices"]
    assert "Odznaka debata" in notice["line"]
    assert not any("Odznaka debata" in line["line"] for line in home["feed"])
    read = "mutation($n: [ID!]!) { readNotices(noticeIds: $n) { errors { code } } }"
    assert ask(pa1, read, n=[notice["id"]]).data == {"errors": []}
    assert ask(pa1, "{ studentHome { notices { id } } }").data["notices"] == []


def test_nobody_reads_the_notices_of_another_for_them(
    teacher: User, class_2b: ClassOf, on_path: OnPath, pa1: User, pa2: User
) -> None:
    batch = ask(
        teacher, AWARD, group=class_2b.group.pk, achievement=on_path.achievement.pk, students=ids([pa1])
    ).data["batchId"]
    ask(teacher, UNDO, batch=batch)
    (notice,) = ask(pa1, "{ studentHome { notices { id } } }").data["notices"]
    ask(pa2, "mutation($n: [ID!]!) { readNotices(noticeIds: $n) { errors { code } } }", n=[notice["id"]])
    assert len(ask(pa1, "{ studentHome { notices { id } } }").data["notices"]) == 1


def test_after_ten_minutes_or_after_signing_now_there_is_no_undo(
    teacher: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    batch = ask(
        teacher,
        AWARD,
        group=class_2b.group.pk,
        achievement=on_path.achievement.pk,
        students=ids(class_2b.students),
    ).data["batchId"]
    released = ask(teacher, RELEASE, batch=batch).data
    assert (released["people"], released["errors"]) == (3, [])
    assert ask(teacher, UNDO, batch=batch).code == "UNDO_TOO_LATE"
    AwardBatch.objects.filter(pk=batch).update(undo_until=timezone.now() - timedelta(minutes=1))
    assert ask(teacher, UNDO, batch=batch).code == "UNDO_TOO_LATE"
    assert StepCompletion.objects.standing().count() == 3


def test_the_screen_shows_who_has_it_and_who_is_ready(
    teacher: User, class_2b: ClassOf, on_path: OnPath
) -> None:
    first, second, _third = class_2b.students
    ask(teacher, AWARD, group=class_2b.group.pk, achievement=on_path.achievement.pk, students=ids([first]))
    work = on_path.enrollment(second).submissions.create(step=on_path.badge_step, state="handed_in")
    screen = ask(teacher, SCREEN, group=class_2b.group.pk, achievement=on_path.achievement.pk).data
    assert [one["slug"] for one in screen["recent"]] == ["debata"]
    assert screen["achievement"]["name"] == "Odznaka debata"
    assert [(one["has"], one["ready"], bool(one["line"])) for one in screen["candidates"]] == [
        (True, False, True),
        (False, True, True),
        (False, False, False),
    ]
    assert work.state == "handed_in"


def test_a_badge_that_may_not_be_awarded_here_is_not_on_the_screen(
    teacher: User, class_2b: ClassOf, issuer: Issuer
) -> None:
    foreign = AchievementFactory(slug="obca", issuer=IssuerFactory())
    AchievementFactory(slug="nasza", issuer=issuer)
    assert [one["slug"] for one in ask(teacher, SCREEN, group=class_2b.group.pk).data["all"]] == ["nasza"]
    assert ask(teacher, SCREEN, group=class_2b.group.pk, achievement=foreign.pk).code == "NOT_FOUND"


def test_ac_05_each_foreign_id_in_turn_refuses_the_whole_act(
    teacher: User, class_2b: ClassOf, class_2c: ClassOf, on_path: OnPath, pc: User, pb: User
) -> None:
    foreign = AchievementFactory(slug="obca", issuer=IssuerFactory(slug="inny"))
    own = {
        "group": class_2b.group.pk,
        "achievement": on_path.achievement.pk,
        "students": ids(class_2b.students),
    }
    for change, code in (
        ({"group": class_2c.group.pk}, "NOT_FOUND"),
        ({"group": uuid4()}, "NOT_FOUND"),
        ({"achievement": foreign.pk}, "ACHIEVEMENT_NOT_AWARDABLE"),
        ({"achievement": uuid4()}, "ACHIEVEMENT_NOT_AWARDABLE"),
        ({"achievement": "%%%"}, "ACHIEVEMENT_NOT_AWARDABLE"),
        ({"students": [*ids(class_2b.students), str(pc.pk)]}, "NOT_FOUND"),
        ({"students": [str(pb.pk)]}, "NOT_FOUND"),
        ({"students": [str(teacher.pk)]}, "NOT_FOUND"),
        ({"students": ["User:1"]}, "NOT_FOUND"),
        ({"students": []}, "HOW_MANY"),
        ({"students": [str(uuid4()) for _ in range(101)]}, "HOW_MANY"),
    ):
        assert ask(teacher, AWARD, **{**own, **change}).code == code, change
    assert not Credential.objects.exists()
    assert not Activity.objects.filter(fact="credentials.CredentialsAwarded").exists()


def test_only_who_leads_the_class_awards_and_undoes(
    class_2b: ClassOf, on_path: OnPath, teacher: User, teacher_c: User, teacher_b: User, coordinator: User,
    pa1: User, leader: User, editor: User, operator: User,
) -> None:  # fmt: skip
    award = {
        "group": class_2b.group.pk,
        "achievement": on_path.achievement.pk,
        "students": ids(class_2b.students),
    }
    batch = ask(teacher, AWARD, **{**award, "students": ids(class_2b.students[:1])}).data["batchId"]
    for user in (teacher_c, teacher_b, coordinator, pa1, leader, editor, operator):
        assert ask(user, AWARD, **award).code == "NOT_FOUND", user.username
        assert ask(user, UNDO, batch=batch).code == "NOT_FOUND", user.username
        assert ask(user, RELEASE, batch=batch).code == "NOT_FOUND", user.username
    assert ask(None, AWARD, **award).code == "NOT_SIGNED_IN"
    assert Credential.objects.living().count() == 1


@pytest.fixture
def class_of_100(teacher: User, class_2b: ClassOf) -> list[User]:
    """2B with a hundred students more."""
    students = StudentFactory.create_batch(100)
    for student in students:
        MembershipFactory(group=class_2b.group, user=student, role=Role.STUDENT)
    return students


def statements(teacher: User, group: Group, achievement: object, students: list[User]) -> int:
    client_answer = {}
    with CaptureQueriesContext(connection) as asked:
        client_answer = ask(
            teacher,
            AWARD,
            group=group.pk,
            achievement=achievement.pk,
            students=ids(students),
            key=str(uuid4()),
        ).data
    assert client_answer["people"] == len(students)
    ours = [one["sql"] for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    # The browser of the test signs in inside `ask`; what follows its session is the request.
    start = max(at for at, sql in enumerate(ours) if '"django_session"' in sql)
    return len(ours) - start - 1


def test_twelve_statements_for_1_30_and_100(
    teacher: User, class_2b: ClassOf, issuer: Issuer, class_of_100: list[User]
) -> None:
    counts = {
        many: statements(teacher, class_2b.group, AchievementFactory(issuer=issuer), class_of_100[:many])
        for many in (1, 30, 100)
    }
    assert counts == {1: 12, 30: 12, 100: 12}


def test_with_a_path_in_play_the_count_is_the_same_for_1_30_and_100(
    teacher: User, class_2b: ClassOf, issuer: Issuer, class_of_100: list[User]
) -> None:
    counts = {}
    on_path = put_on_path(class_2b, issuer)
    for at, many in enumerate((1, 30, 69)):
        start = (0, 1, 31)[at]
        counts[many] = statements(
            teacher, class_2b.group, on_path.achievement, class_of_100[start : start + many]
        )
    assert counts == {1: 16, 30: 16, 69: 16}


def test_a_badge_that_is_the_last_required_step_completes_the_path(
    teacher: User, class_2b: ClassOf, on_path: OnPath, pa1: User
) -> None:
    on_path.task.required = False
    on_path.task.save()
    ask(
        teacher,
        AWARD,
        group=class_2b.group.pk,
        achievement=on_path.achievement.pk,
        students=ids(class_2b.students),
    )
    assert on_path.enrollment(pa1).completed_at is not None
    assert Activity.objects.filter(fact="paths.PathCompleted").count() == 3

"""What a club badge moves outside its club: a step of a path, and its own place in public when it is reported."""

from __future__ import annotations

from clubs.models import ClubBadge
from credentials.models import Achievement
from paths.models import StepCompletion
from paths.services.assigning import assign_path
from people.enums import Role
from people.models import Report
from people.services import reports
from tests.asking import ask, client_of
from tests.factories import LearningPathFactory, MembershipFactory, StepFactory

RECOGNISE = """mutation($g: ID!, $a: ID!, $u: [ID!]!) {
  recogniseMembers(groupId: $g, achievementId: $a, userIds: $u) { people errors { code } } }"""


def test_a_club_badge_completes_the_step_that_asks_for_it(of_club, badge, leader, class_2b, pa1, pa2):
    path = LearningPathFactory(slug="pomagamy")
    step = StepFactory(path=path, kind="choice", choose_count=1)
    step.choices.set([badge])
    assign_path(path, class_2b.group, actor=class_2b.teacher)
    for student in (pa1, pa2):
        MembershipFactory(group=of_club.group, user=student, role=Role.MEMBER)
    given = ask(leader, RECOGNISE, g=of_club.pk, a=badge.pk, u=[pa1.pk]).data
    assert (given["people"], given["errors"]) == (1, [])
    assert list(StepCompletion.objects.values_list("step", "enrollment__student")) == [(step.pk, pa1.pk)]


def test_a_reported_club_badge_is_gone_at_once_and_back_when_it_was_kept(
    of_club, badge: Achievement, leader, members, operator
):
    page = f"/achievements/{badge.slug}/v1"
    row = ClubBadge.objects.get(achievement=badge)
    assert client_of(None).get(page).status_code == 200

    made = reports.report(members[0], kind="clubs.ClubBadge", object_id=row.pk, reason="hate")
    badge.refresh_from_db()
    assert badge.hidden_at is not None
    assert client_of(None).get(page).status_code == 404
    assert (
        ask(leader, RECOGNISE, g=of_club.pk, a=badge.pk, u=[members[1].pk]).code
        == "ACHIEVEMENT_NOT_AWARDABLE"
    )

    reports.decide(Report.objects.get(pk=made.pk), decision="kept", reason="", actor=operator)
    badge.refresh_from_db()
    assert badge.hidden_at is None
    assert client_of(None).get(page).status_code == 200

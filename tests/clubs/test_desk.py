"""What waits on a coordinator's desk, and what who wrote something hears of a decision about it."""

from __future__ import annotations

from clubs.enums import VouchState
from clubs.models import Vouch
from clubs.selectors.desk import waiting_for
from people.services import reports
from tests.asking import ask

NOTICES = "{ myNotices { id line } }"
READ = "mutation($ids: [ID!]!) { readNotices(noticeIds: $ids) { errors { code } } }"
KEPT, REMOVED = "kept", "removed"


def test_open_reports_and_questions_to_vouch_wait(of_club, small_club, members, coordinator, leader):
    assert waiting_for(coordinator) == 0
    report = reports.report(members[0], kind="clubs.Club", object_id=of_club.pk, reason="other")
    Vouch.objects.create(club=small_club, by=of_club.group.parent, state=VouchState.ASKED)

    assert ask(coordinator, "{ deskWaits }").data == 2
    assert ask(leader, "{ deskWaits }").data == 0

    reports.decide(report, decision=KEPT, reason="", actor=coordinator)
    assert waiting_for(coordinator) == 1


def test_it_takes_the_same_statements(of_club, members, coordinator, django_assert_num_queries):
    for one in members[:3]:
        reports.report(one, kind="clubs.Club", object_id=of_club.pk, reason="other")
    with django_assert_num_queries(3):
        assert waiting_for(coordinator) == 3


def test_who_made_what_was_reported_reads_the_decision_once(of_club, members, coordinator, leader):
    report = reports.report(members[0], kind="clubs.Club", object_id=of_club.pk, reason="other")
    assert ask(leader, NOTICES).data == []

    reports.decide(report, decision=KEPT, reason="", actor=coordinator)

    [notice] = ask(leader, NOTICES).data
    assert notice["line"] == "Ktoś zgłosił coś Twojego. Obejrzał to człowiek: zostaje."
    assert ask(leader, READ, ids=[notice["id"]]).code is None
    assert ask(leader, NOTICES).data == []

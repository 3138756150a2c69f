"""Reported, hidden at once, decided by a person in time, appealed once; the record stays (product.md, part 5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from core.access import NotFound
from core.models import Delivery
from core.refusals import Refusal
from people import reporting
from people.enums import Role
from people.models import Group, Report, User
from people.selectors.reports import decisions_about, report_queue
from people.services import reports
from tests.asking import ask
from tests.factories import MembershipFactory, UserFactory

KIND = "tests.Group"


@pytest.fixture
def hidden(leader: User, monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """A club's name can be reported; what is hidden stands in the set."""
    found: set[str] = set()
    monkeypatch.setattr(reporting, "_kinds", {})
    reporting.register(
        KIND,
        label="Klub",
        model=Group,
        snapshot=lambda group: group.name,
        author_of=lambda group: leader,
        responsible_of=lambda group: group.parent,
        hide=lambda group: found.add(group.name),
        restore=lambda group: found.discard(group.name),
    )
    return found


@pytest.fixture
def member(club: Group, pa1: User) -> User:
    MembershipFactory(group=club, user=pa1, role=Role.MEMBER)
    return pa1


def told(user: User) -> int:
    return Delivery.objects.filter(recipient=user, activity__fact="people.ReportDecided").count()


def code_of(act) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def reported(user: User, club: Group, reason: str = "hurtful", **more: str) -> Report:
    return reports.report(user, kind=KIND, object_id=club.pk, reason=reason, **more)


def test_it_is_hidden_at_once_and_restored_when_it_is_kept(
    hidden: set[str], club: Group, leader: User, member: User, coordinator: User
) -> None:
    report = reported(member, club, details=" To o <b>mnie</b>\r\n ")
    assert (hidden, report.snapshot, report.details) == ({"Klub Rozmów"}, "Klub Rozmów", "To o <b>mnie</b>")
    assert list(report_queue(coordinator, decided=False)) == [report]

    decided = reports.decide(report, decision="kept", reason="", actor=coordinator)
    assert (hidden, decided.hidden_at, told(leader), told(member)) == (set(), None, 1, 1)
    assert list(report_queue(coordinator, decided=False)) == []
    assert list(report_queue(coordinator, decided=True)) == [report]
    assert (
        code_of(lambda: reports.decide(decided, decision="removed", reason="x", actor=coordinator))
        == "ALREADY_DECIDED"
    )


def test_the_same_complaint_about_the_same_words_hides_only_once(
    hidden: set[str], club: Group, member: User, pa2: User, coordinator: User
) -> None:
    MembershipFactory(group=club, user=pa2, role=Role.MEMBER)
    reports.decide(reported(member, club), decision="kept", reason="", actor=coordinator)

    again = reported(pa2, club)
    assert (hidden, again.hidden_at) == (set(), None)
    reported(member, club, "private")
    assert hidden == {"Klub Rozmów"}
    reports.decide(again, decision="kept", reason="", actor=coordinator)
    assert Report.objects.filter(decided_at=None).count() == 0
    Group.objects.filter(pk=club.pk).update(name="Inne słowa")
    reported(member, club)
    assert hidden == {"Inne słowa"}


@pytest.mark.parametrize(
    ("reason", "time"),
    [
        ("unsafe", timedelta(hours=24)),
        ("hate", timedelta(hours=24)),
        ("private", timedelta(hours=24)),
        ("hurtful", timedelta(days=7)),
        ("false", timedelta(days=7)),
        ("other", timedelta(days=7)),
    ],
)
def test_danger_is_looked_at_within_a_day(
    hidden, club: Group, member: User, reason: str, time: timedelta
) -> None:
    report = reported(member, club, reason)
    assert report.due_at - report.created_at == time


def test_what_one_cannot_see_cannot_be_reported(hidden: set[str], club: Group, pb: User) -> None:
    with pytest.raises(NotFound):
        reported(pb, club)
    with pytest.raises(NotFound):
        reports.report(pb, kind="tests.Unknown", object_id=club.pk, reason="other")
    assert (hidden, Report.objects.count()) == (set(), 0)


def test_one_open_report_a_person_and_ten_a_day(hidden: set[str], club: Group, member: User) -> None:
    first = reported(member, club)
    assert reported(member, club, "hate") == first
    for _ in range(9):
        Report.objects.create(
            kind=KIND,
            object_id=uuid4(),
            snapshot="",
            reporter=member,
            reason="other",
            due_at=timezone.now(),
        )
    Report.objects.filter(pk=first.pk).update(decided_at=timezone.now(), decision="kept")
    assert code_of(lambda: reported(member, club)) == "REPORTS_TOO_MANY"
    Report.objects.update(created_at=timezone.now() - timedelta(days=1, seconds=1))
    assert reported(member, club).reason == "hurtful"


def test_taking_down_needs_a_reason_and_a_choice(
    hidden, club: Group, member: User, coordinator: User
) -> None:
    report = reported(member, club)
    assert (
        code_of(lambda: reports.decide(report, decision="removed", reason=" ", actor=coordinator))
        == "TEXT_EMPTY"
    )
    assert (
        code_of(lambda: reports.decide(report, decision="maybe", reason="x", actor=coordinator)) == "DECISION"
    )
    report.refresh_from_db()
    assert (report.decision, hidden) == ("", {"Klub Rozmów"})


def test_an_appeal_is_decided_once_by_somebody_else(
    hidden: set[str], club: Group, leader: User, member: User, coordinator: User, operator: User, school_a
) -> None:
    report = reported(member, club)
    reports.decide(report, decision="removed", reason="Obraża", actor=coordinator)
    assert [one.outcome for one in decisions_about(leader)] == ["removed"]
    appealed = reports.appeal(report, text="To cytat", actor=leader)
    assert code_of(lambda: reports.appeal(report, text="Jeszcze raz", actor=leader)) == "APPEAL_CLOSED"

    assert report not in report_queue(coordinator, decided=False)
    assert (
        code_of(lambda: reports.decide(appealed, decision="kept", reason="", actor=coordinator))
        == "NOT_YOUR_APPEAL"
    )
    assert list(report_queue(operator, decided=False)) == [report]
    second = UserFactory()
    MembershipFactory(group=school_a.group, user=second, role=Role.COORDINATOR)
    assert list(report_queue(second, decided=False)) == [report]

    reports.decide(appealed, decision="kept", reason="Rzeczywiście cytat", actor=second)
    found = Report.objects.get()
    assert (found.decision, found.decided_by, found.appeal_decision, found.appeal_decided_by) == (
        "removed", coordinator, "kept", second,
    )  # fmt: skip
    assert (hidden, found.outcome, found.outcome_reason) == (set(), "kept", "Rzeczywiście cytat")


def test_what_was_kept_is_not_appealed_and_late_appeals_are_closed(
    hidden, club: Group, leader: User, member: User, coordinator: User
) -> None:
    report = reports.decide(reported(member, club), decision="kept", reason="", actor=coordinator)
    assert code_of(lambda: reports.appeal(report, text="x", actor=leader)) == "APPEAL_CLOSED"
    other = reports.decide(reported(member, club, "hate"), decision="removed", reason="x", actor=coordinator)
    Report.objects.filter(pk=other.pk).update(decided_at=timezone.now() - timedelta(days=31))
    assert code_of(lambda: reports.appeal(other, text="x", actor=leader)) == "APPEAL_CLOSED"


def test_the_operator_takes_what_nobody_else_would(
    hidden, club: Group, leader: User, member: User, coordinator: User, operator: User
) -> None:
    report = reported(member, club)
    assert list(report_queue(operator, decided=False)) == []
    # Past its deadline.
    Report.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    assert list(report_queue(operator, decided=False)) == [report]
    Report.objects.update(due_at=timezone.now() + timedelta(days=1), author=coordinator)
    # The only coordinator is the author.
    assert list(report_queue(operator, decided=False)) == [report]
    assert list(report_queue(coordinator, decided=False)) == []
    Report.objects.update(responsible=None, author=leader)
    assert list(report_queue(operator, decided=False)) == [report]
    assert list(report_queue(coordinator, decided=False)) == []


def test_the_queue_begins_with_what_is_most_urgent(
    hidden, club: Group, member: User, coordinator: User, django_assert_num_queries
) -> None:
    later = reported(member, club)
    urgent = Report.objects.create(
        kind=KIND,
        object_id=uuid4(),
        snapshot="",
        responsible=club.parent,
        reason="hate",
        due_at=later.due_at - timedelta(days=5),
    )
    appealed = Report.objects.create(kind=KIND, object_id=uuid4(), snapshot="", responsible=club.parent, reason="hate", due_at=timezone.now(), decided_at=timezone.now(), decision="removed", appealed_at=timezone.now(), appeal_due_at=later.due_at + timedelta(hours=1))  # fmt: skip
    with django_assert_num_queries(2):
        assert [one.pk for one in report_queue(coordinator, decided=False)] == [
            urgent.pk,
            later.pk,
            appealed.pk,
        ]


def test_the_author_learns_what_and_why_but_never_who(
    hidden, club: Group, leader: User, member: User, coordinator: User
) -> None:
    report = reported(member, club, details="kanarek")
    document = "{ decisionsAboutMe { reportId snapshot decision reason decidedAt mayAppeal appealed appealDecision } }"
    waiting = ask(leader, document).data
    reports.decide(report, decision="removed", reason="Obraża", actor=coordinator)
    decided = ask(leader, document).body

    assert waiting == [
        {"reportId": str(report.pk), "snapshot": "Klub Rozmów", "decision": "", "reason": "", "decidedAt": None,
         "mayAppeal": False, "appealed": False, "appealDecision": ""}
    ]  # fmt: skip
    assert (decided["data"]["decisionsAboutMe"][0]["reason"], "kanarek" in str(decided)) == ("Obraża", False)
    assert member.given_name not in str(decided)


def test_tx_01_what_was_reported_and_said_stays_text(
    hidden, club: Group, member: User, coordinator: User
) -> None:
    hostile = "<script>alert(1)</script>"
    Group.objects.filter(pk=club.pk).update(name=hostile)
    reported(member, club, details=hostile)
    found = ask(
        coordinator, "{ reportQueue { items { snapshot details kindLabel reasonLabel authorName } next } }"
    ).data
    assert (found["items"][0]["snapshot"], found["items"][0]["details"], found["next"]) == (
        hostile,
        hostile,
        None,
    )

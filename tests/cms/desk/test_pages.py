"""What stands on the desk: schools without their people, issuers, what waits, what has happened."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from cms.desk.audit import Asked, audit_page
from cms.desk.fact_words import facts_with_words, words_of
from core.domain_events import facts
from core.emitting import Audience, emit
from core.models import Activity
from credentials.models import IssuerStanding
from people.domain_events import ContentReported, GroupCreated, MemberRenamed
from people.models import Report
from tests.factories import ClubFactory, IssuerFactory, SchoolFactory

pytestmark = pytest.mark.django_db
CANARY = "Kanarek"


@pytest.fixture
def desk(client, operator):
    client.force_login(operator)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def say(fact, actor, scope=None, at=None):
    with transaction.atomic():
        activity = emit(fact, actor=actor, audience=Audience(scope=scope))
    if at is not None:
        Activity.objects.filter(pk=activity.pk).update(created_at=at)
    return activity


def test_schools_show_their_state_and_no_roster(desk, class_2b, class_2c, coordinator):
    SchoolFactory(name="LO C", register_number="123456", town="Ełk")
    text = desk.get("/cms/desk/schools/").content.decode()
    assert "LO A" in text
    assert "Nobody coordinates it" in text
    assert "In use" in text
    for word in (CANARY, "Uczy-2b", "Uczeń", coordinator.username, "teacher-2b"):
        assert word not in text
    found = desk.get("/cms/desk/schools/?q=123456").content.decode()
    assert "LO C" in found
    assert "LO A" not in found


def test_issuers_show_their_standing_and_the_latest_decision(desk, issuer, operator):
    IssuerStanding.objects.create(issuer=issuer, standing="applied", since="2026-01-05")
    IssuerStanding.objects.create(
        issuer=issuer, standing="accredited", since="2026-03-01", agreement_number="U/7"
    )
    IssuerFactory(slug="zawieszony", standing="suspended")
    text = desk.get("/cms/desk/issuers/").content.decode()
    assert "Accredited" in text
    assert "U/7" in text
    assert "Suspended" in text
    assert "Application sent" not in text


def test_a_list_ends_and_goes_on(desk):
    for number in range(51):
        SchoolFactory(name=f"Szkoła {number:03d}")
    first = desk.get("/cms/desk/schools/").content.decode()
    assert first.count('class="desk-state') == 50
    after = first.split('href="?after=')[1].split('"')[0]
    assert desk.get(f"/cms/desk/schools/?after={after}").content.decode().count('class="desk-state') == 1
    assert desk.get("/cms/desk/schools/?after=made-up").content.decode().count('class="desk-state') == 0
    assert desk.get("/cms/desk/schools/?q=%00").status_code == 200


@pytest.mark.parametrize("part", ["schools", "issuers", "audit", "reports"])
def test_a_longer_list_asks_no_more_queries(desk, operator, part):
    def count():
        with CaptureQueriesContext(connection) as caught:
            assert desk.get(f"/cms/desk/{part}/").status_code == 200
        return len(caught)

    def grow():
        school = SchoolFactory()
        IssuerFactory(group=school.group)
        say(GroupCreated(group_id=school.group.pk), operator, school.group.pk)
        a_report(None)

    grow()
    desk.get(f"/cms/desk/{part}/")
    before = count()
    for _number in range(3):
        grow()
    assert count() == before


def test_reports_lead_into_the_app_and_tell_neither_words_nor_people(desk, class_2b):
    report = a_report(class_2b.students[0], snapshot=f"{CANARY} napisał")
    text = desk.get("/cms/desk/reports/").content.decode()
    assert f'href="/app/desk/reports/{report.pk}"' in text
    assert CANARY not in text


def test_the_audit_names_staff_and_no_student(operator, class_2b, school_a):
    student, teacher = class_2b.students[0], class_2b.teacher
    say(GroupCreated(group_id=class_2b.group.pk), teacher, class_2b.group.pk)
    say(MemberRenamed(group_id=class_2b.group.pk, user_id=student.pk), student, class_2b.group.pk)
    say(GroupCreated(group_id=school_a.group.pk), None, school_a.group.pk)
    with translation.override("en"):
        lines, is_more = audit_page(operator, Asked(), None)
    assert [(line.what, line.who, line.where) for line in lines] == [
        ("A group was made", "the portal, or a closed account", "LO A"),
        ("Somebody has another name now", "a student", "2B, LO A"),
        ("A group was made", "Anna Uczy-2b (teacher-2b)", "2B, LO A"),
    ]
    assert not is_more


def test_pr_01_who_reported_is_told_to_nobody_not_even_by_asking_for_the_name(operator, class_2b):
    say(ContentReported(report_id=uuid4()), class_2b.teacher)
    say(GroupCreated(group_id=class_2b.group.pk), class_2b.teacher, class_2b.group.pk)
    with translation.override("en"):
        told, _more = audit_page(operator, Asked(fact="people.ContentReported"), None)
        asked, _more = audit_page(operator, Asked(who="uczy-2b"), None)
    assert [line.who for line in told] == ["not told"]
    assert [line.what for line in asked] == ["A group was made"]


def test_the_audit_is_never_searched_by_a_students_name(operator, class_2b):
    student = class_2b.students[0]
    say(MemberRenamed(group_id=class_2b.group.pk, user_id=student.pk), student, class_2b.group.pk)
    assert audit_page(operator, Asked(who=CANARY), None) == ([], False)
    assert audit_page(operator, Asked(who=student.username), None) == ([], False)


def test_a_coordinator_reads_of_their_own_school_alone(
    coordinator, class_2b, class_1a, school_a, school_b, operator
):
    for where in (class_2b.group, school_a.group, class_1a.group, school_b.group):
        say(GroupCreated(group_id=where.pk), operator, where.pk)
    say(GroupCreated(group_id=uuid4()), operator)
    with translation.override("en"):
        lines, _more = audit_page(coordinator, Asked(), None)
    assert {line.where for line in lines} == {"2B, LO A", "LO A"}


def test_a_club_of_nobodys_school_is_not_named(operator, leader):
    club = ClubFactory(name="Kółko tajne").group
    say(GroupCreated(group_id=club.pk), leader, club.pk)
    with translation.override("en"):
        (line,), _more = audit_page(operator, Asked(), None)
    assert line.where == "Club"


def test_the_audit_is_searched_by_day(desk, operator, school_a):
    yesterday = timezone.now() - timedelta(days=1)
    say(GroupCreated(group_id=school_a.group.pk), operator, school_a.group.pk, at=yesterday)
    say(MemberRenamed(group_id=school_a.group.pk, user_id=operator.pk), operator, school_a.group.pk)
    day = timezone.localtime(yesterday).date().isoformat()
    text = desk.get(f"/cms/desk/audit/?day={day}").content.decode()
    assert 'role="rowheader">A group was made</th>' in text
    assert 'role="rowheader">Somebody has another name now</th>' not in text
    for nonsense in (
        "?day=2026-13-40",
        "?day=9999-12-31",
        "?day=0001-01-01",
        "?fact=made.Up",
        "?who=%00%27",
        "?after=x",
    ):
        assert desk.get(f"/cms/desk/audit/{nonsense}").status_code == 200


def test_every_fact_has_words():
    missing = {name for name in facts() if not name.startswith("tests.")} - facts_with_words()
    assert missing == set()
    with translation.override("en"):
        assert words_of("gone.Forgotten") == "Something else"


@pytest.mark.parametrize(
    ("language", "words"),
    [("pl", "Zaplecze"), ("en", "Back office"), ("uk", "Службова частина")],
)
def test_the_desk_speaks_three_languages(client, operator, language, words):
    client.force_login(operator)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    assert words in client.get("/cms/desk/").content.decode()


def test_tx_01_what_somebody_looks_for_is_shown_as_text(desk):
    payload = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    for address in ("schools/?q=", "issuers/?q=", "audit/?who="):
        assert "<script>alert" not in desk.get(f"/cms/desk/{address}{payload}").content.decode()


def a_report(author, snapshot="x"):
    return Report.objects.create(
        kind="clubs.Club", object_id=uuid4(), snapshot=snapshot, author=author, reason="other", due_at=timezone.now() + timedelta(days=7)
    )  # fmt: skip

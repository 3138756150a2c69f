"""What a club never gives away: membership, rosters, words of strangers (PR-05, TX-01, AC-03; product.md, part 5)."""

from __future__ import annotations

import pytest
from django.utils import timezone
from graphql import get_named_type, is_input_object_type

from clubs.models import Club, Nomination
from clubs.selectors.names import called
from clubs.services import badges, changing, nominating, recognising
from core.access import visible_to
from core.models import Activity, Delivery
from credentials.models import Achievement
from people.enums import Role
from people.models import Group, User
from people.services.joining import add_member
from portal.schema import schema
from tests.asking import ask, client_of
from tests.clubs.conftest import DESIGN, join
from tests.clubs.test_club_api import CLUB
from tests.conftest import ClassOf
from tests.factories import ClubFactory, MembershipFactory


@pytest.fixture
def parish(school_a, pa1: User, pa2: User, leader: User) -> Club:
    """A parish group that school A vouches for; PA1 and PA2 are in it."""
    club = ClubFactory(name="Oaza", slug="oaza", kind="parish_youth", parent=school_a.group)
    MembershipFactory(group=club.group, user=leader, role=Role.LEADER)
    for student in (pa1, pa2):
        MembershipFactory(group=club.group, user=student, role=Role.MEMBER)
    made = badges.make_badge(club, {**DESIGN, "name": "Posługa"}, actor=leader, now=timezone.now())
    recognising.recognise(club, made.pk, [pa1.pk], actor=leader)
    return club


def test_the_address_of_its_badge_names_neither_club_nor_badge(parish: Club, of_club: Club, leader: User):
    [made] = Achievement.objects.filter(club=parish.group)
    plain = badges.make_badge(of_club, DESIGN, actor=leader, now=timezone.now())

    assert made.slug.rpartition("-")[0] == "club"
    assert plain.slug.startswith("klub-rozmow-pomocna-dlon-")


EVERYTHING = [
    "{ me { groups { name } } }",
    "{ myClubs { name } }",
    "{ vouchesToDecide { clubName } }",
    "{ teacherHome { classes { name } needsMe { kind } recentAwards { people } } }",
    "{ myEvents { items { title } } }",
]


@pytest.mark.parametrize("who", ["teacher", "teacher_c", "teacher_b", "pc", "pb", "editor", "operator"])
def test_nobody_outside_learns_of_a_sensitive_club(who, parish: Club, class_2b: ClassOf, request):
    person = request.getfixturevalue(who)
    assert ask(person, CLUB, group=parish.pk).code == "NOT_FOUND"
    assert not visible_to(person, Club).filter(pk=parish.pk).exists()
    assert not visible_to(person, Achievement).filter(club=parish.group).exists()
    for document in EVERYTHING:
        assert "Oaza" not in str(ask(person, document).body)
    assert client_of(person).get("/clubs/oaza/").status_code == 404
    assert "Oaza" not in client_of(person).get("/clubs/?q=oaza").content.decode().replace("value=", "")
    assert "Posługa" not in client_of(person).get("/catalogue/?kind=club_badge").content.decode()


def test_the_teacher_of_a_member_reads_nothing_of_it(
    parish: Club, class_2b: ClassOf, teacher: User, pa1: User
):
    student = """query($g: ID!, $s: ID!) { classStudent(groupId: $g, studentId: $s) {
      badges { name issuerName groupName } } }"""
    found = ask(teacher, student, g=class_2b.group.pk, s=pa1.pk)
    assert found.data["badges"] == []
    board = "query($g: ID!) { classBoard(groupId: $g) { rows { name badges } } }"
    rows = ask(teacher, board, g=class_2b.group.pk).data["rows"]
    assert [one["badges"] for one in rows] == [0, 0, 0]
    roster = "query($g: ID!) { classFeed(groupId: $g) { items { line } } }"
    assert "Posługa" not in str(ask(teacher, roster, g=class_2b.group.pk).body)


def test_the_coordinator_who_answers_for_it_reads_no_names(parish: Club, coordinator: User, pa1, pa2):
    seen = ask(coordinator, CLUB, group=parish.pk)
    assert (seen.data["card"]["role"], seen.data["members"], seen.data["leaders"]) == ("coordinator", [], [])
    for student in (pa1, pa2):
        assert student.family_name not in str(seen.body)
    assert (
        ask(coordinator, "query($g: ID!) { clubMembers(groupId: $g) { members { name } } }", g=parish.pk).code
        == "NOT_FOUND"
    )


def test_members_of_a_sensitive_club_call_each_other_by_given_names(parish: Club, pa1, pa2):
    seen = ask(pa1, CLUB, group=parish.pk).data
    assert {one["name"] for one in seen["members"]} == {pa1.given_name, pa2.given_name}


def test_a_nickname_comes_before_a_name():
    user = User(given_name="Ola", family_name="Nowak", nickname="Iskra")
    assert called(user, to_leader=False) == "Iskra"
    assert called(user, to_leader=True) == "Ola Nowak"
    user.nickname = ""
    assert called(user, to_leader=False) == "Ola N."
    assert called(user, to_leader=False, sensitive=True) == "Ola"


def test_ac_03_from_a_club_nobody_walks_to_the_classes_of_its_members(of_club: Club, leader, pa1, class_2b):
    # Longer than a join code or an id could spell by chance.
    Group.objects.filter(pk=class_2b.group.pk).update(name="Klasa druga B")
    add_member(of_club.group, pa1, Role.MEMBER, actor=leader)
    seen = ask(pa1, CLUB, group=of_club.pk)
    assert seen.data["card"]["role"] == "member"
    for of_the_class in ("Klasa druga B", str(class_2b.group.pk), class_2b.students[1].family_name):
        assert of_the_class not in str(seen.body)
    for operation in ("classBoard", "classRoster", "classFeed"):
        reply = ask(
            leader, f"query($g: ID!) {{ {operation}(groupId: $g) {{ __typename }} }}", g=class_2b.group.pk
        )
        assert reply.code == "NOT_FOUND"


def test_the_roster_of_a_class_does_not_open_for_a_club(of_club: Club, leader, members):
    reply = ask(leader, "query($g: ID!) { classRoster(groupId: $g) { __typename } }", g=of_club.pk)
    assert reply.code == "NOT_FOUND"


def test_who_vouches_for_a_club_knows_its_members_no_better(of_club: Club, leader, coordinator, pb):
    add_member(of_club.group, pb, Role.MEMBER, actor=leader)
    assert not visible_to(coordinator, User).filter(pk=pb.pk).exists()


def test_no_list_of_members_leaves_as_a_file(of_club: Club, leader, members):
    browser = client_of(leader)
    for address in (
        f"/classes/{of_club.pk}/cards/",
        f"/clubs/{of_club.slug}/members/",
        f"/clubs/{of_club.slug}.csv",
        f"/clubs/{of_club.slug}.xlsx",
        f"/clubs/{of_club.pk}/members.csv",
    ):
        assert browser.get(address).status_code in (404, 405), address
        assert browser.post(address).status_code == 404, address
    kinds = (
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/json",
    )
    for kind in kinds:
        page = browser.get("/clubs/klub-rozmow/", headers={"accept": kind})
        assert page["Content-Type"].startswith("text/html")


def test_a_club_leader_runs_nobodys_account(of_club: Club, leader, pa1):
    add_member(of_club.group, pa1, Role.MEMBER, actor=leader)
    for document in (
        """mutation($g: ID!, $s: ID!) { renameStudent(groupId: $g, studentId: $s, givenName: "X", familyName: "Y") { errors { code } } }""",
        "mutation($g: ID!, $s: ID!) { removeStudent(groupId: $g, studentId: $s) { errors { code } } }",
        "mutation($g: ID!, $s: ID!) { endStudentSignIns(groupId: $g, studentId: $s) { errors { code } } }",
    ):
        assert ask(leader, document, g=of_club.pk, s=pa1.pk).code == "NOT_FOUND"
    pa1.refresh_from_db()
    assert pa1.given_name == "Uczeń01"


def test_pr_05_what_one_member_does_to_another_carries_no_free_words():
    """The only words that reach a member are the leader's note, seen by all who lead, and the fixed thanks."""
    reaching = {"thank", "nominate"}
    fields = schema.graphql_schema.mutation_type.fields
    words = {
        name: {
            argument
            for argument, described in fields[name].args.items()
            if str(get_named_type(described.type)) == "String" and not is_input_object_type(described.type)
        }
        for name in reaching
    }
    assert words == {"thank": {"word"}, "nominate": {"reason"}}


def test_pr_05_a_reason_never_reaches_the_nominee(of_club: Club, leader, members, badge, pa1):
    add_member(of_club.group, pa1, Role.MEMBER, actor=leader)
    for voice in members[:2]:
        nominating.nominate(
            of_club, badge.pk, pa1.pk, "Napisz do mnie: 600 100 200", actor=voice, now=timezone.now()
        )
    nominating.decide_nominations(of_club, badge.pk, pa1.pk, accept=True, actor=leader, now=timezone.now())
    documents = [
        "{ studentHome { notices { line } celebrations { name note } latestBadges { name note } } }",
        "{ myBadges { items { name note } } }",
        "{ myClubs { name } }",
    ]
    said = "".join(str(ask(pa1, document).body) for document in documents)
    said += str(ask(pa1, CLUB, group=of_club.pk).body)
    assert "600 100 200" not in said
    facts = Activity.objects.filter(pk__in=Delivery.objects.filter(recipient=pa1).values("activity"))
    assert "600" not in str(list(facts.values_list("about", flat=True)))


def test_pr_05_a_stranger_reaches_no_minor_through_a_club(of_club: Club, leader, pa1, teacher_b):
    add_member(of_club.group, pa1, Role.MEMBER, actor=leader)
    thank = (
        """mutation($g: ID!, $u: ID!) { thank(groupId: $g, userId: $u, word: "help") { errors { code } } }"""
    )
    nominate = """mutation($g: ID!, $a: ID!, $u: ID!) {
      nominate(groupId: $g, achievementId: $a, userId: $u, reason: "x") { errors { code } } }"""
    assert ask(teacher_b, thank, g=of_club.pk, u=pa1.pk).code == "NOT_FOUND"
    assert ask(teacher_b, nominate, g=of_club.pk, a=of_club.pk, u=pa1.pk).code == "NOT_FOUND"
    assert not Delivery.objects.filter(recipient=pa1).exclude(activity__fact__startswith="people.").exists()


HOSTILE = "<svg/onload=alert(1)>"


def test_tx_01_what_people_write_in_a_club_comes_back_as_it_was_written(of_club: Club, leader, members):
    changing.change_club(of_club, {"name": HOSTILE, "purpose": HOSTILE}, actor=leader)
    written = {**DESIGN, "name": HOSTILE, "criterion": HOSTILE, "nominations_needed": 2}
    made = badges.make_badge(of_club, written, actor=leader, now=timezone.now())
    for voice in members[:2]:
        nominating.nominate(of_club, made.pk, members[2].pk, HOSTILE, actor=voice, now=timezone.now())
    assert ask(leader, CLUB, group=of_club.pk).data["card"]["name"] == HOSTILE
    assert set(Nomination.objects.values_list("reason", flat=True)) == {HOSTILE}
    html = client_of(leader).get(f"/achievements/{made.slug}/", follow=True).content.decode()
    assert "<svg/onload" not in html


@pytest.mark.parametrize("field", ["name", "purpose", "meetingTime", "responsibleAdult"])
@pytest.mark.parametrize("text", ["a\u202eb", "a\x1bb", "x" * 2001])
def test_tx_01_signs_that_cannot_be_seen_and_endless_text_are_refused(of_club: Club, leader, field, text):
    change = """mutation($g: ID!, $c: ClubInput!) { changeClub(groupId: $g, club: $c) { errors { code } } }"""
    assert ask(leader, change, g=of_club.pk, c={field: text}).code in ("TEXT_CONTROL", "TEXT_TOO_LONG")
    of_club.refresh_from_db()
    assert (of_club.group.name, of_club.meeting_time) == ("Klub Rozmów", "")


def test_a_reported_club_leaves_the_list_and_its_members_keep_it(
    of_club: Club, leader, members, pb, coordinator
):
    report = """mutation($o: ID!) { report(kind: "clubs.Club", objectId: $o, reason: "hurtful") { errors { code } } }"""
    assert ask(pb, report, o=of_club.pk).data["errors"] == []
    assert client_of(None).get("/clubs/klub-rozmow/").status_code == 404
    assert ask(members[0], CLUB, group=of_club.pk).data["card"]["name"] == "Klub Rozmów"
    queue = ask(coordinator, "{ reportQueue { items { id snapshot kindLabel } } }").data["items"]
    assert queue[0]["snapshot"].startswith("Klub Rozmów\n")
    decide = """mutation($r: ID!) { decideReport(reportId: $r, decision: "kept", reason: "W porządku") { errors { code } } }"""
    assert ask(coordinator, decide, r=queue[0]["id"]).data["errors"] == []
    assert client_of(None).get("/clubs/klub-rozmow/").status_code == 200


def test_a_reported_badge_is_not_handed_out(of_club: Club, leader, members, badge):
    report = """mutation($o: ID!) { report(kind: "clubs.ClubBadge", objectId: $o, reason: "false") { errors { code } } }"""
    assert ask(members[0], report, o=badge.pk).data["errors"] == []
    assert ask(members[1], CLUB, group=of_club.pk).data["badges"] == []
    give = """mutation($g: ID!, $a: ID!, $u: [ID!]!) { recogniseMembers(groupId: $g, achievementId: $a, userIds: $u) {
      people errors { code } } }"""
    assert ask(leader, give, g=of_club.pk, a=badge.pk, u=[members[0].pk]).code == "ACHIEVEMENT_NOT_AWARDABLE"


def test_a_minor_who_leads_is_called_like_a_member(school_a, pa1, pa2, class_2b):
    club = ClubFactory(name="Szachy")
    MembershipFactory(group=club.group, user=pa1, role=Role.LEADER)
    MembershipFactory(group=club.group, user=pa2, role=Role.MEMBER)
    assert [one["name"] for one in ask(pa2, CLUB, group=club.pk).data["leaders"]] == ["Uczeń01 K."]
    grown_up = join(club, "grown-up", Role.LEADER)
    shown = {one["name"] for one in ask(pa2, CLUB, group=club.pk).data["leaders"]}
    assert shown == {"Uczeń01 K.", grown_up.get_full_name()}

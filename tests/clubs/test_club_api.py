"""A club through the phone's door: sixty seconds to start, members, badges, nominations, thanks, the pool."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone

from clubs.models import Club, Nomination, Thanks
from core.models import Activity, Delivery
from credentials.models import AwardBatch, Credential
from people.enums import Role
from people.models import JoinRequest, Membership, User
from tests.asking import ask
from tests.clubs.conftest import DESIGN, adult, join
from tests.factories import ClubFactory

CARD = "card { groupId name role members vouched archived waiting nextEvent { id } }"
SCREEN = f"""{{ {CARD} joining listed sensitive meetingTime meetingPlace {{ name town }} responsibleAdult standardsUrl
  publicUrl vouchedBy vouchState limits leaders {{ name }} members {{ id name }}
  badges {{ achievement {{ id name }} criterion nominationsNeeded held mayChange trust {{ rung }} }}
  events {{ id }} feed {{ icon line }} myThanks {{ word from }} mayLead mayHelp mayVouch {{ id name }} }}"""
START = f"""mutation($name: String!, $purpose: String!, $key: ID) {{
  startClub(name: $name, purpose: $purpose, key: $key) {{ club {SCREEN} errors {{ code field }} }} }}"""
CLUB = f"query($group: ID!) {{ club(groupId: $group) {SCREEN} }}"
CHANGE = f"""mutation($group: ID!, $club: ClubInput!) {{
  changeClub(groupId: $group, club: $club) {{ club {SCREEN} errors {{ code field }} }} }}"""
MEMBERS = """{ members { id name role } requests { id name } blocked { id name } joinCode { code } }"""
MY_CLUBS = "{ myClubs { groupId name role waiting members } }"
MAKE = """mutation($group: ID!, $badge: ClubBadgeInput!) { makeClubBadge(groupId: $group, badge: $badge) {
  badge { achievement { id name } criterion shape adaptedFrom trust { rung label } } errors { code field } } }"""
GIVE = """mutation($group: ID!, $achievement: ID!, $users: [ID!]!, $note: String, $key: ID) {
  recogniseMembers(groupId: $group, achievementId: $achievement, userIds: $users, note: $note, key: $key) {
  batchId people cancelled errors { code } } }"""
NOMINATE = """mutation($group: ID!, $achievement: ID!, $person: ID!, $reason: String!) {
  nominate(groupId: $group, achievementId: $achievement, userId: $person, reason: $reason) { errors { code } } }"""
PILES = """query($group: ID!) { nominationsToDecide(groupId: $group) {
  name count needed achievement { id } reasons { by reason } } }"""
DECIDE = """mutation($group: ID!, $achievement: ID!, $person: ID!, $accept: Boolean!) {
  decideNominations(groupId: $group, achievementId: $achievement, userId: $person, accept: $accept) {
  batchId piles { name } errors { code } } }"""
THANK = """mutation($group: ID!, $person: ID!, $word: String!) {
  thank(groupId: $group, userId: $person, word: $word) { errors { code } } }"""


def test_a_club_in_sixty_seconds(teacher: User):
    key = uuid4()
    words = {"name": "Klub Żagli", "purpose": "Pływamy po jeziorze", "key": key}
    started = ask(teacher, START, **words).data

    assert started["errors"] == []
    club = started["club"]
    assert (club["card"]["name"], club["card"]["role"], club["card"]["vouched"]) == (
        "Klub Żagli",
        "leader",
        False,
    )
    assert (club["listed"], club["mayLead"], len(club["limits"])) == (False, True, 4)
    assert ask(teacher, START, **words).data == started
    row = Club.objects.get()
    assert (row.slug, row.purpose, row.group.parent) == ("klub-zagli", "Pływamy po jeziorze", None)
    assert Activity.objects.get(fact="clubs.ClubStarted").scope == row.pk


def test_a_name_is_enough_only_with_a_purpose(teacher):
    refused = ask(teacher, START, name="Klub", purpose="  ").data
    assert (refused["club"], refused["errors"]) == (None, [{"code": "TEXT_EMPTY", "field": "purpose"}])
    assert not Club.objects.exists()


def test_what_is_left_out_stays(of_club: Club, leader):
    changed = ask(
        leader,
        CHANGE,
        group=of_club.pk,
        club={
            "meetingTime": "środy 15:30",
            "meetingPlace": {"name": "Biblioteka", "town": "Łódź"},
            "responsibleAdult": "Anna Opiekuńcza",
            "standardsUrl": "https://szkola.example/ochrona",
        },
    ).data["club"]
    assert (changed["card"]["name"], changed["listed"]) == ("Klub Rozmów", True)
    assert changed["meetingPlace"] == {"name": "Biblioteka", "town": "Łódź"}
    again = ask(leader, CHANGE, group=of_club.pk, club={"purpose": "Rozmawiamy"}).data["club"]
    assert (again["meetingTime"], again["responsibleAdult"]) == ("środy 15:30", "Anna Opiekuńcza")
    assert again["standardsUrl"] == "https://szkola.example/ochrona"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://x.example", "szkola.example", "https://"])
def test_the_address_of_the_standards_is_a_web_address(of_club: Club, leader, address):
    refused = ask(leader, CHANGE, group=of_club.pk, club={"standardsUrl": address}).data
    assert refused["errors"] == [{"code": "ADDRESS", "field": "standardsUrl"}]
    of_club.refresh_from_db()
    assert of_club.standards_url == ""


def test_an_unvouched_and_a_sensitive_club_cannot_be_listed(small_club, small_leader, of_club, leader):
    refused = ask(small_leader, CHANGE, group=small_club.pk, club={"listed": True}).data
    assert refused["errors"] == [{"code": "NOT_VOUCHED", "field": "listed"}]
    both = ask(leader, CHANGE, group=of_club.pk, club={"kind": "parish_youth", "listed": True}).data
    assert both["errors"] == [{"code": "SENSITIVE_KIND", "field": "listed"}]
    assert (
        ask(leader, CHANGE, group=of_club.pk, club={"kind": "parish_youth"}).data["club"]["listed"] is False
    )
    of_club.refresh_from_db()
    assert (of_club.kind, of_club.listed) == ("parish_youth", False)


def test_joining_by_code_and_by_asking(of_club: Club, leader, pa1, pa2):
    show = """mutation($group: ID!) { showJoinCode(groupId: $group) { joinCode { code url qrSvg used } errors { code } } }"""
    code = ask(leader, show, group=of_club.pk).data["joinCode"]
    by_code = (
        """mutation($code: String!) { joinByCode(code: $code) { club { name role } errors { code } } }"""
    )
    assert ask(pa1, by_code, code=code["code"]).data["club"] == {"name": "Klub Rozmów", "role": "member"}
    assert ask(pa1, by_code, code="ABCDE-FGHJK").code == "CODE_WRONG"

    asking = """mutation($group: ID!) { askToJoin(groupId: $group) { errors { code } } }"""
    assert ask(pa2, asking, group=of_club.pk).code == "CODE_ONLY"
    Club.objects.update(joining="request")
    assert ask(pa2, asking, group=of_club.pk).data["errors"] == []
    waiting = JoinRequest.objects.get()
    listed = ask(leader, f"query($g: ID!) {{ clubMembers(groupId: $g) {MEMBERS} }}", g=of_club.pk).data
    assert [one["name"] for one in listed["requests"]] == [pa2.get_full_name()]
    assert ask(leader, MY_CLUBS).data[0]["waiting"] == 1
    let_in = f"mutation($r: ID!) {{ decideJoin(requestId: $r, accept: true) {{ members {MEMBERS} errors {{ code }} }} }}"
    after = ask(leader, let_in, r=waiting.pk).data["members"]
    assert after["requests"] == []
    assert {one["name"] for one in after["members"]} == {
        leader.get_full_name(), pa1.get_full_name(), pa2.get_full_name(),
    }  # fmt: skip


def test_roles_removing_and_blocking(of_club: Club, leader, members):
    role = f"""mutation($g: ID!, $u: ID!, $r: String!) {{ setMemberRole(groupId: $g, userId: $u, role: $r) {{
      members {MEMBERS} errors {{ code }} }} }}"""
    made = ask(leader, role, g=of_club.pk, u=members[0].pk, r="helper").data["members"]
    assert {one["role"] for one in made["members"] if one["id"] == str(members[0].pk)} == {"helper"}
    remove = f"""mutation($g: ID!, $u: ID!) {{ removeMember(groupId: $g, userId: $u, block: true) {{
      members {MEMBERS} errors {{ code }} }} }}"""
    after = ask(leader, remove, g=of_club.pk, u=members[1].pk).data["members"]
    assert [one["id"] for one in after["blocked"]] == [str(members[1].pk)]
    assert str(members[1].pk) not in {one["id"] for one in after["members"]}
    unblock = f"""mutation($g: ID!, $u: ID!) {{ unblockMember(groupId: $g, userId: $u) {{
      members {MEMBERS} errors {{ code }} }} }}"""
    assert ask(leader, unblock, g=of_club.pk, u=members[1].pk).data["members"]["blocked"] == []


def test_a_helper_keeps_the_door_and_reads_no_list_of_names(of_club: Club, leader, members):
    join(of_club, "helping", Role.HELPER)
    helper = User.objects.get(username="helping")
    seen = ask(helper, CLUB, group=of_club.pk).data
    assert (seen["card"]["role"], seen["mayHelp"], seen["mayLead"], seen["card"]["waiting"]) == (
        "helper",
        True,
        False,
        0,
    )
    assert members[0].family_name not in str(seen)
    asked = "query($g: ID!) { clubMembers(groupId: $g) { members { name } } }"
    assert ask(helper, asked, g=of_club.pk).code == "NOT_FOUND"


def test_somebody_outside_cannot_be_named(of_club: Club, leader, pb):
    role = """mutation($g: ID!, $u: ID!) { setMemberRole(groupId: $g, userId: $u, role: "helper") { errors { code } } }"""
    assert ask(leader, role, g=of_club.pk, u=pb.pk).code == "NOT_FOUND"


def test_the_last_leader_hands_the_club_on(of_club: Club, leader, members):
    leave = "mutation($g: ID!) { leaveClub(groupId: $g) { errors { code } } }"
    assert ask(leader, leave, g=of_club.pk).code == "LAST_LEADER"
    hand_on = "mutation($g: ID!, $u: ID!) { handClubOn(groupId: $g, userId: $u) { errors { code } } }"
    assert ask(leader, hand_on, g=of_club.pk, u=members[0].pk).data["errors"] == []
    roles = dict(Membership.objects.current().filter(group=of_club.group).values_list("user_id", "role"))
    assert (roles[members[0].pk], roles[leader.pk]) == (Role.LEADER, Role.MEMBER)
    assert ask(leader, leave, g=of_club.pk).data["errors"] == []
    assert ask(leader, CLUB, group=of_club.pk).data["card"]["role"] == ""


def test_archived_and_restored(of_club: Club, leader, members, coordinator):
    archive = "mutation($g: ID!) { archiveClub(groupId: $g) { club { card { archived } } errors { code } } }"
    restore = "mutation($g: ID!) { restoreClub(groupId: $g) { club { card { archived } } errors { code } } }"
    assert ask(leader, archive, g=of_club.pk).data["club"]["card"]["archived"] is True
    assert ask(members[0], THANK, group=of_club.pk, person=members[1].pk, word="help").code == "CLUB_ARCHIVED"
    assert Delivery.objects.filter(activity__fact="clubs.ClubArchived").get().recipient_id == coordinator.pk
    assert ask(coordinator, restore, g=of_club.pk).data["club"]["card"]["archived"] is False
    assert ask(members[0], archive, g=of_club.pk).code == "NOT_FOUND"


def test_a_badge_in_a_minute_and_handed_to_three(of_club: Club, leader, members):
    made = ask(leader, MAKE, group=of_club.pk, badge={**DESIGN, "criterion": "Pomaga innym"}).data
    assert made["errors"] == []
    badge = made["badge"]
    assert (badge["criterion"], badge["shape"], badge["trust"]["rung"]) == (
        "Pomaga innym",
        "tag",
        "club_badge",
    )
    key, achievement = uuid4(), badge["achievement"]["id"]
    give = {
        "group": of_club.pk,
        "achievement": achievement,
        "users": [one.pk for one in members[:3]],
        "key": key,
    }
    given = ask(leader, GIVE, **give, note="Dziękuję!").data
    assert (given["people"], given["cancelled"], given["errors"]) == (3, False, [])
    assert ask(leader, GIVE, **give, note="Dziękuję!").data == given
    assert Credential.objects.filter(batch=given["batchId"], note="Dziękuję!").count() == 3

    undo = "mutation($b: ID!) { undoAward(batchId: $b) { cancelled errors { code } } }"
    assert ask(leader, undo, b=given["batchId"]).data == {"cancelled": True, "errors": []}
    assert Credential.objects.living().count() == 0


def test_the_screen_for_handing_out(of_club: Club, leader, members, badge):
    ask(leader, GIVE, group=of_club.pk, achievement=badge.pk, users=[members[0].pk])
    screen = """query($g: ID!, $a: ID) { recogniseScreen(groupId: $g, achievementId: $a) {
      groupName recent { id } all { id } people { name here has } event { id } achievementId } }"""
    found = ask(leader, screen, g=of_club.pk, a=badge.pk).data
    assert [one["id"] for one in found["recent"]] == [str(badge.pk)]
    assert [one["has"] for one in found["people"]].count(True) == 1
    assert len(found["people"]) == 5
    assert ask(leader, screen, g=of_club.pk, a=uuid4()).code == "NOT_FOUND"


def test_a_badge_goes_only_to_members(of_club: Club, leader, members, badge, pb):
    refused = ask(leader, GIVE, group=of_club.pk, achievement=badge.pk, users=[members[0].pk, pb.pk])
    assert refused.code == "NOT_FOUND"
    assert not Credential.objects.exists()


def test_two_nominations_the_leaders_glance_and_one_badge(of_club: Club, leader, members, badge):
    ola, piotr, ewa = members[:3]
    say = {"group": of_club.pk, "achievement": badge.pk, "person": ewa.pk}
    assert ask(ola, NOMINATE, **say, reason="Została po spotkaniu").data["errors"] == []
    assert ask(leader, PILES, group=of_club.pk).data == []
    assert ask(ola, NOMINATE, **say, reason="Jeszcze raz").code == "NOMINATED_ALREADY"
    assert (
        ask(leader, DECIDE, group=of_club.pk, achievement=badge.pk, person=ewa.pk, accept=True).code
        == "TOO_FEW_NOMINATIONS"
    )
    assert ask(piotr, NOMINATE, **say, reason="Pomogła mi").data["errors"] == []

    (pile,) = ask(leader, PILES, group=of_club.pk).data
    assert (pile["count"], pile["needed"], pile["name"]) == (2, 2, ewa.get_full_name())
    assert [one["reason"] for one in pile["reasons"]] == ["Została po spotkaniu", "Pomogła mi"]
    decided = ask(leader, DECIDE, group=of_club.pk, achievement=badge.pk, person=ewa.pk, accept=True).data
    assert (decided["piles"], decided["errors"]) == ([], [])
    credential = Credential.objects.get()
    assert (credential.recipient, str(credential.batch_id)) == (ewa, decided["batchId"])
    assert set(Nomination.objects.values_list("accepted", flat=True)) == {True}
    # Whether somebody has a badge is theirs to tell: proposing them again sounds no different.
    assert ask(ola, NOMINATE, **say, reason="Znowu").data["errors"] == []


def test_the_nominee_learns_of_the_badge_alone(of_club: Club, leader, members, badge):
    for voice in members[:2]:
        ask(voice, NOMINATE, group=of_club.pk, achievement=badge.pk, person=members[2].pk, reason="Bo tak")
    assert not Delivery.objects.filter(recipient=members[2]).exists()
    assert ask(members[2], PILES, group=of_club.pk).code == "NOT_FOUND"
    ask(leader, DECIDE, group=of_club.pk, achievement=badge.pk, person=members[2].pk, accept=True)
    heard = Delivery.objects.filter(recipient=members[2]).values_list("activity__fact", flat=True)
    assert list(heard) == ["credentials.CredentialsAwarded"]


def test_declined_nominations_award_nothing(of_club: Club, leader, members, badge):
    for voice in members[:2]:
        ask(voice, NOMINATE, group=of_club.pk, achievement=badge.pk, person=members[2].pk, reason="Bo tak")
    done = ask(
        leader, DECIDE, group=of_club.pk, achievement=badge.pk, person=members[2].pk, accept=False
    ).data
    assert (done["batchId"], done["errors"]) == (None, [])
    assert not AwardBatch.objects.exists()
    assert set(Nomination.objects.values_list("accepted", flat=True)) == {False}


def test_nobody_nominates_themselves_or_a_stranger(of_club: Club, members, badge, pb):
    say = {"group": of_club.pk, "achievement": badge.pk, "reason": "Bo tak"}
    assert ask(members[0], NOMINATE, **say, person=members[0].pk).code == "ONESELF"
    assert ask(members[0], NOMINATE, **say, person=pb.pk).code == "NOT_A_MEMBER"
    assert not Nomination.objects.exists()


def test_thanks_say_from_whom_and_ten_a_day_are_enough(of_club: Club, members):
    ola, piotr = members[:2]
    for _n in range(10):
        assert ask(ola, THANK, group=of_club.pk, person=piotr.pk, word="help").data["errors"] == []
    assert ask(ola, THANK, group=of_club.pk, person=piotr.pk, word="help").code == "ENOUGH_THANKS"
    assert ask(ola, THANK, group=of_club.pk, person=piotr.pk, word="Wpadnij do mnie").code == "THANKS_WORD"
    assert Thanks.objects.count() == 10
    mine = ask(piotr, CLUB, group=of_club.pk).data
    assert {one["from"] for one in mine["myThanks"]} == {f"Ola {ola.family_name[0]}."}
    assert [one["line"] for one in mine["feed"] if one["icon"] == "heart"] != []
    home = ask(piotr, "{ studentHome { notices { line } } }").data["notices"]
    assert {one["line"] for one in home} == {f"Ola {ola.family_name[0]}.: „Dziękuję za pomoc”."}
    theirs = ask(members[2], CLUB, group=of_club.pk).data
    assert theirs["myThanks"] == []


def test_the_pool_is_taken_from_with_credit(of_club: Club, leader, badge, school_b, teacher_b):
    other = ClubFactory(name="Klub Filmowy", parent=school_b.group)
    other_leader = join(other, "other-leader", Role.LEADER)
    pool = """query($g: ID!, $s: String) { badgePool(groupId: $g, search: $s) {
      items { achievement { id name } clubName criterion taken } next } }"""
    assert ask(other_leader, pool, g=other.pk).data["items"] == []
    adapt = """mutation($g: ID!, $a: ID!) { adaptClubBadge(groupId: $g, achievementId: $a) {
      badge { achievement { id name } adaptedFrom criterion clubName } errors { code } } }"""
    assert ask(other_leader, adapt, g=other.pk, a=badge.pk).code == "NOT_FOUND"
    share = """mutation($a: ID!, $s: Boolean!) { shareClubBadgeInPool(achievementId: $a, shared: $s) {
      badge { pooled } errors { code } } }"""
    assert ask(leader, share, a=badge.pk, s=True).data["badge"] == {"pooled": True}
    (offered,) = ask(other_leader, pool, g=other.pk, s="POMOCNA dlon").data["items"]
    assert (offered["clubName"], offered["taken"]) == ("Klub Rozmów", False)
    assert ask(other_leader, pool, g=other.pk, s="szachy").data["items"] == []
    taken = ask(other_leader, adapt, g=other.pk, a=badge.pk).data["badge"]
    assert (taken["adaptedFrom"], taken["clubName"], taken["criterion"]) == (
        "Klub Rozmów", "Klub Filmowy", "Pomaga, zanim ktoś poprosi",
    )  # fmt: skip
    assert taken["achievement"]["id"] != str(badge.pk)
    assert ask(other_leader, adapt, g=other.pk, a=badge.pk).code == "BADGE_TAKEN"
    assert ask(leader, share, a=badge.pk, s=False).data["badge"] == {"pooled": False}
    assert ask(other_leader, pool, g=other.pk).data["items"] == []


def test_archived_badges_are_not_handed_out(of_club: Club, leader, members, badge):
    act = "mutation($a: ID!) { %s(achievementId: $a) { badge { archived pooled } errors { code } } }"
    assert ask(leader, act % "archiveClubBadge", a=badge.pk).data["badge"]["archived"] is True
    assert (
        ask(leader, GIVE, group=of_club.pk, achievement=badge.pk, users=[members[0].pk]).code
        == "ACHIEVEMENT_NOT_AWARDABLE"
    )
    assert ask(members[0], CLUB, group=of_club.pk).data["badges"] == []
    assert ask(leader, act % "restoreClubBadge", a=badge.pk).data["badge"]["archived"] is False
    assert (
        ask(leader, GIVE, group=of_club.pk, achievement=badge.pk, users=[members[0].pk]).data["people"] == 1
    )


def test_an_endorsement_lifts_the_badge(of_club: Club, coordinator, leader, badge):
    endorse = """mutation($a: ID!, $g: ID, $t: String) { endorseBadge(achievementId: $a, groupId: $g, text: $t) {
      badge { trust { rung } endorsements { id by text mine } mayEndorse mayChange } errors { code } } }"""
    User.objects.filter(pk=coordinator.pk).update(born_on=timezone.localdate().replace(year=1980))
    coordinator.refresh_from_db()
    school = of_club.group.parent_id
    done = ask(coordinator, endorse, a=badge.pk, g=school, t="Widzimy to co tydzień").data
    assert done["errors"] == []
    assert done["badge"]["trust"]["rung"] == "endorsed"
    (said,) = done["badge"]["endorsements"]
    assert (said["by"], said["text"]) == ("LO A", "Widzimy to co tydzień")
    withdraw = """mutation($e: ID!) { withdrawEndorsement(endorsementId: $e) {
      badge { trust { rung } } errors { code } } }"""
    assert ask(leader, withdraw, e=said["id"]).code == "NOT_FOUND"
    assert ask(coordinator, withdraw, e=said["id"]).data["badge"]["trust"]["rung"] == "club_badge"


def test_choices_and_designer(of_club: Club, leader):
    choices = ask(
        leader,
        "{ clubChoices { kinds { code label sensitive } joining { code } thanks { code } reportReasons { code } } }",
    ).data
    assert [one["code"] for one in choices["kinds"] if one["sensitive"]] == [
        "parish_youth",
        "integration_club",
    ]
    designer = ask(
        leader,
        """query($g: ID!) { badgeDesigner(groupId: $g) {
      left shapes { code layers { path } } palettes { code } symbols { code path } examples { name } } }""",
        g=of_club.pk,
    ).data
    assert (designer["left"], len(designer["shapes"]), len(designer["examples"])) == (None, 5, 8)


def test_an_adult_who_is_nobody_yet_starts_one_too(db):
    person = adult("somebody")
    assert ask(person, START, name="Klub", purpose="Coś dobrego").data["errors"] == []
    assert [one["role"] for one in ask(person, MY_CLUBS).data] == ["leader"]

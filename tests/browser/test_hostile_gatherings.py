"""A hundred script payloads in what clubs and events let people write, on every surface that shows it (TX-01)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import ask
from tests.browser.conftest import sign_in_by_name
from tests.browser.looking import calm
from tests.browser.payloads import PAYLOADS, SHORT, packed
from tests.browser.trap import trapped

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

CLUB = """{ myClubs { groupId slug } myEvents(limit: 50) { items { id checkInOpen } } }"""
MEMBERS = """query($id: ID!) { club(groupId: $id) {
  members { id } } }"""
CHANGE_CLUB = (
    "mutation($id: ID!, $club: ClubInput!) { changeClub(groupId: $id, club: $club) { errors { message } } }"
)
MAKE_BADGE = """mutation($id: ID!, $badge: ClubBadgeInput!) { makeClubBadge(groupId: $id, badge: $badge) {
  errors { message } badge { achievement { id slug } } } }"""
GIVE = """mutation($id: ID!, $badge: ID!, $who: [ID!]!, $note: String) {
  recogniseMembers(groupId: $id, achievementId: $badge, userIds: $who, note: $note) { errors { message } batchId } }"""
SIGN = "mutation($id: ID!) { releaseAward(batchId: $id) { errors { message } } }"
PLAN = """mutation($id: ID!, $event: EventInput!) { planEvent(groupId: $id, event: $event) {
  errors { message } event { card { id slug } } } }"""
TEAMS = """mutation($id: ID!, $tasks: [TeamTaskInput!]!, $teams: [EventTeamInput!]!) {
  setUpTeams(eventId: $id, tasks: $tasks, teams: $teams) { errors { message } } }"""
NOMINATE = """mutation($id: ID!, $badge: ID!, $who: ID!, $why: String!) {
  nominate(groupId: $id, achievementId: $badge, userId: $who, reason: $why) { errors { message } } }"""
ENDORSE = "mutation($id: ID!, $text: String) { endorseBadge(achievementId: $id, text: $text) { errors { message } } }"
REPORT = """mutation($id: ID!, $details: String) {
  report(kind: "clubs.Club", objectId: $id, reason: "other", details: $details) { errors { message } } }"""
MY_BADGES = "{ myBadges { items { id achievementId } } }"
SHARE = """mutation($id: ID!) { shareBadge(credentialId: $id, days: 7, shownName: "initials", withPlace: false) {
  errors { message } url } }"""
ME = "{ me { id } }"


@dataclass(frozen=True)
class Written:
    """Where the hostile words are."""

    group: str
    slug: str
    badge: str
    badge_slug: str
    meeting: str
    events: list[tuple[str, str]]
    reasons: list[str]


@pytest.fixture
def told() -> list[str]:
    return []


def test_tx_01_what_clubs_and_events_show_is_text_and_never_runs(
    open_browser: Callable[..., Page], told: list[str]
) -> None:
    leader, student = trapped(open_browser(phone=False), told), trapped(open_browser(), told)
    teacher, visitor = trapped(open_browser(phone=False), told), trapped(open_browser(), told)
    second = open_browser()
    for page, name in (
        (leader, "leader"), (student, "student01"), (second, "student08"), (teacher, "teacher"),
    ):  # fmt: skip
        sign_in_by_name(page, name)
    written = write(leader, student, second, teacher)
    the_public_reads(visitor, written)
    the_map_shows(visitor)
    the_door_shows(leader, written)
    the_app_shows(leader, student, written)
    whoever_checks_reads(student, visitor, trapped(open_browser(phone=False), told), written)
    assert told == []


def write(leader: Page, student: Page, second: Page, teacher: Page) -> Written:
    """All payloads, in every field of a club, its badge, its events, its teams and what members say."""
    found = ask(leader, CLUB)
    group, slug = found["myClubs"][0]["groupId"], found["myClubs"][0]["slug"]
    meeting = next(one["id"] for one in found["myEvents"]["items"] if one["checkInOpen"])
    place = {"name": packed(80)[1], "address": SHORT, "town": SHORT, "lat": 52.1, "lon": 20.1}
    words = {
        "name": SHORT, "purpose": packed(300)[0], "meetingTime": packed(120)[2], "meetingPlace": place,
        "responsibleAdult": packed(120)[3],
    }  # fmt: skip
    ask(leader, CHANGE_CLUB, id=group, club=words)
    look = {"shape": "pebble", "palette": "kotylion", "symbol": "star"}
    texts = {
        "name": SHORT,
        "criterion": packed(200)[1],
        "description": packed(300)[2],
        "nominationsNeeded": 2,
    }
    badge = ask(leader, MAKE_BADGE, id=group, badge=look | texts)["makeClubBadge"]["badge"]["achievement"]
    me = ask(student, ME)["me"]["id"]
    given = ask(leader, GIVE, id=group, badge=badge["id"], who=[me], note=packed(300)[4])
    ask(leader, SIGN, id=given["recogniseMembers"]["batchId"])
    events = [plan(leader, group, number, text) for number, text in enumerate(packed(2000))]
    teams = [{"name": SHORT, "userIds": [me]}]
    ask(leader, TEAMS, id=meeting, tasks=[{"title": packed(120)[5], "details": packed(900)[1]}], teams=teams)
    return Written(
        group,
        slug,
        badge["id"],
        badge["slug"],
        meeting,
        events,
        said(student, second, teacher, group, me, badge["id"]),
    )


def plan(leader: Page, group: str, number: int, text: str) -> tuple[str, str]:
    begins = datetime.now(UTC) + timedelta(days=2, minutes=number)
    event = {
        "title": SHORT, "description": text, "startsAt": begins.isoformat(), "kind": "meeting",
        "endsAt": (begins + timedelta(hours=1)).isoformat(), "visibility": "public", "signUp": "open",
        "place": {"name": packed(80)[number], "address": SHORT, "town": SHORT, "lat": 52.2, "lon": 20.2},
    }  # fmt: skip
    card = ask(leader, PLAN, id=group, event=event)["planEvent"]["event"]["card"]
    return card["id"], card["slug"]


def said(student: Page, second: Page, teacher: Page, group: str, me: str, badge: str) -> list[str]:
    club = ask(student, MEMBERS, id=group)["club"]
    other = next(one["id"] for one in club["members"] if one["id"] not in (me, ask(second, ME)["me"]["id"]))
    reasons = packed(300)
    ask(student, NOMINATE, id=group, badge=badge, who=other, why=reasons[1])
    ask(second, NOMINATE, id=group, badge=badge, who=other, why=reasons[0])
    ask(teacher, ENDORSE, id=badge, text=reasons[2])
    return reasons


def read(page: Page, address: str, *texts: str) -> None:
    page.goto(address)
    expect(page.locator(".skeleton, [aria-busy=true]")).to_have_count(0)
    for text in texts:
        expect(page.get_by_text(text).first).to_be_attached()


def the_public_reads(visitor: Page, written: Written) -> None:
    read(visitor, "/clubs/", SHORT)
    read(
        visitor,
        f"/clubs/{written.slug}/",
        SHORT,
        packed(300)[0],
        packed(120)[2],
        packed(120)[3],
        packed(80)[1],
    )
    read(visitor, f"/achievements/{written.badge_slug}/", SHORT, packed(200)[1], packed(300)[2])
    read(visitor, "/events/", SHORT)
    read(visitor, "/events/embed/", SHORT)
    for (_, slug), text in zip(written.events, packed(2000), strict=True):
        read(visitor, f"/events/{slug}", SHORT, text)
        read(visitor, f"/events/{slug}/poster", SHORT)


def the_map_shows(visitor: Page) -> None:
    """On the map a cluster opens into what lies in it, and that into a card with its words."""
    visitor.goto(f"/events/?{urlencode({'view': 'map', 'town': SHORT})}")
    card = visitor.locator(".map-card")
    while not card.is_visible():
        visitor.locator(".map-spot").first.click()
        expect(visitor.locator(".map-spot").first.or_(card).first).to_be_visible()
        calm(visitor)
    expect(card.get_by_role("link", name=SHORT).first).to_be_visible()
    expect(card.get_by_text(SHORT).nth(1)).to_be_visible()


def the_door_shows(leader: Page, written: Written) -> None:
    read(leader, f"/events/{written.meeting}/projector")
    read(leader, f"/events/{written.meeting}/teams", SHORT)
    for event, _ in written.events[:1]:
        read(leader, f"/events/{event}/projector", SHORT)


def the_app_shows(leader: Page, student: Page, written: Written) -> None:
    home, event = f"/app/lead/{written.group}", written.events[0][0]
    read(leader, home, SHORT)
    read(leader, f"{home}/club", SHORT)
    read(leader, f"{home}/club/members")
    read(leader, f"{home}/badges/{written.badge}", SHORT, packed(200)[1], written.reasons[2])
    read(leader, f"{home}/badges/nominations", written.reasons[1], written.reasons[0])
    for below in ("/club/settings", "/badges", "/badges/pool", f"/badges/{written.badge}/change"):
        read(leader, f"{home}{below}")
    read(leader, f"/app/events/{event}", SHORT, packed(2000)[0])
    for below in ("change", "door", "codes", "teams"):
        read(leader, f"/app/events/{event}/{below}")
    read(leader, f"/app/events/{written.meeting}/teams", packed(120)[5])
    read(student, f"/app/clubs/{written.group}", SHORT, packed(300)[0])
    for below in (
        "clubs",
        f"clubs/thank/{written.group}",
        f"clubs/nominate/{written.group}",
        "events",
        "badges",
    ):
        read(student, f"/app/{below}")
    read(student, f"/app/events/{event}", SHORT, packed(2000)[0])
    read(student, f"/app/events/{written.meeting}/teams", packed(120)[5], packed(900)[1])


def whoever_checks_reads(student: Page, visitor: Page, coordinator: Page, written: Written) -> None:
    """The badge as its owner shows it to a stranger, what the verifier says, and the desk that reads a report."""
    mine = ask(student, MY_BADGES)["myBadges"]["items"]
    badge = next(one["id"] for one in mine if one["achievementId"] == written.badge)
    read(student, f"/app/badges/{badge}", SHORT, packed(300)[4])
    expect(student.get_by_text("podpisana", exact=True)).to_be_visible(timeout=30_000)
    shared = ask(student, SHARE, id=badge)["shareBadge"]["url"]
    read(visitor, shared, SHORT, packed(200)[1], packed(300)[2], written.reasons[2])
    visitor.goto("/verify/")
    visitor.locator("#badge").fill(shared)
    visitor.locator("main form button.button").first.click()
    expect(visitor.locator("#verdict")).to_be_visible()
    expect(visitor.get_by_text(SHORT).first).to_be_visible()
    ask(student, REPORT, id=written.group, details=written.reasons[3])
    sign_in_by_name(coordinator, "coordinator")
    read(coordinator, "/app/desk", SHORT)
    coordinator.locator(".report-row", has_text=SHORT).first.click()
    expect(coordinator.get_by_text(written.reasons[3]).first).to_be_visible()


def test_the_payloads_are_a_hundred() -> None:
    assert len(PAYLOADS) >= 100

"""What the journeys of clubs and events still owe product.md §3: from home, by the clock, with a real scan."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import ask
from tests.browser.conftest import check_axe, sign_in_by_name, take
from tests.browser.counting import Taps
from tests.browser.learning import celebration, close_celebrations
from tests.browser.teaching import button, link
from tests.scanning import scan

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PATIENCE = 20_000
CLUB = """{ myClubs { groupId } myEvents(limit: 50) { items { id checkInOpen mayManage } } }"""
BADGES = "query($id: ID!) { club(groupId: $id) { badges { achievement { id name } } } }"
JOIN = "mutation($id: ID!) { showJoinCode(groupId: $id) { joinCode { url } errors { message } } }"
GIVE = """mutation($id: ID!, $badge: ID!, $who: [ID!]!) {
  recogniseMembers(groupId: $id, achievementId: $badge, userIds: $who) { errors { message } batchId people } }"""
SIGN = "mutation($id: ID!) { releaseAward(batchId: $id) { errors { message } } }"
MINE = "{ myBadges { items { id achievementId } } }"
SHARE = """mutation($id: ID!) { shareBadge(credentialId: $id, days: 7, shownName: "initials", withPlace: false) {
  errors { message } url } }"""
TEAMS = """mutation($id: ID!, $badge: ID, $tasks: [TeamTaskInput!]!, $teams: [EventTeamInput!]!) {
  setUpTeams(eventId: $id, achievementId: $badge, tasks: $tasks, teams: $teams) { errors { message } } }"""
ME = "{ me { id } }"


def led_by(leader: Page) -> tuple[str, str, dict[str, str]]:
    """The leader's club, its meeting that is on now, and its badges by name."""
    sign_in_by_name(leader, "leader")
    found = ask(leader, CLUB)
    club: str = found["myClubs"][0]["groupId"]
    meeting: str = next(one["id"] for one in found["myEvents"]["items"] if one["checkInOpen"])
    badges: list[dict[str, Any]] = ask(leader, BADGES, id=club)["club"]["badges"]
    return club, meeting, {one["achievement"]["name"]: one["achievement"]["id"] for one in badges}


def test_a_student_starts_a_club_within_a_minute_with_two_fields(open_browser: Callable[..., Page]) -> None:
    phone, taps = open_browser(), Taps()
    sign_in_by_name(phone, "student14")
    close_celebrations(phone)
    phone.goto("/app/")
    begun = time.monotonic()
    taps.tap(link(phone, "Kluby").first)
    taps.tap(link(phone, "Załóż klub"))
    taps.type(phone.get_by_label("Nazwa", exact=True), "Radio na przerwie")
    taps.type(phone.get_by_label("Co robicie razem"), "Nadajemy dziesięć minut dziennie.")
    taps.tap(button(phone, "Załóż klub"))
    expect(phone.get_by_role("heading", name="Radio na przerwie")).to_be_visible()
    # A person types some three signs a second on a phone: twenty seconds for both fields, and the rest is ours.
    assert time.monotonic() - begun < 40
    assert (taps.fields, taps.taps) == (2, 3)


def test_one_scan_of_the_screen_at_the_door_is_all_it_takes(open_browser: Callable[..., Page]) -> None:
    leader, phone = open_browser(phone=False), open_browser()
    _, meeting, _ = led_by(leader)
    leader.goto(f"/events/{meeting}/projector")
    sign_in_by_name(phone, "student14")
    expect(leader.locator("[data-door-pattern] svg")).to_be_visible()
    take(leader, "projector-check-in")
    phone.goto(scan(leader.locator("[data-door-pattern]").screenshot()))
    expect(phone.get_by_role("heading", name="Jesteś na liście")).to_be_visible(timeout=PATIENCE)
    door = open_browser(storage_state=leader.context.storage_state())
    door.goto(f"/app/events/{meeting}/door")
    expect(door.locator('.door-row[aria-pressed="true"]').first).to_be_visible()
    take(door, "door")
    door.goto("/app/")
    expect(door.get_by_role("heading", name="Która odznaka?")).to_be_visible()
    take(door, "club-award")


def test_a_visitor_reads_first_what_a_club_badge_is_worth(open_browser: Callable[..., Page]) -> None:
    leader, student, visitor = open_browser(), open_browser(), open_browser()
    club, _, badges = led_by(leader)
    sign_in_by_name(student, "student01")
    badge = badges["Wprowadzam nowe osoby"]
    given = ask(leader, GIVE, id=club, badge=badge, who=[ask(student, ME)["me"]["id"]])["recogniseMembers"]
    if given["people"]:
        ask(leader, SIGN, id=given["batchId"])
    mine = next(one["id"] for one in ask(student, MINE)["myBadges"]["items"] if one["achievementId"] == badge)
    student.goto(f"/app/badges/{mine}")
    expect(student.get_by_text("podpisana", exact=True)).to_be_visible(timeout=30_000)
    visitor.goto(ask(student, SHARE, id=mine)["shareBadge"]["url"])
    first = visitor.locator("main").get_by_role("heading").first
    expect(first).to_have_attribute("id", "verdict")
    expect(first).to_be_in_viewport()
    verdict = first.inner_text()
    expect(visitor.get_by_text(re.compile("odznaka klubowa", re.IGNORECASE)).first).to_be_visible()
    expect(visitor.get_by_text("Klub Dobrych Spraw").first).to_be_visible()
    take(visitor, "club-badge")

    address = visitor.url
    visitor.goto("/verify/")
    visitor.locator("#badge").fill(address)
    visitor.locator("main form button.button").first.click()
    expect(visitor.locator("#verdict")).to_have_text(verdict)
    expect(visitor.get_by_text(re.compile("odznaka klubowa", re.IGNORECASE)).first).to_be_visible()
    check_axe(visitor)


def test_a_code_that_is_scanned_leads_into_the_club(open_browser: Callable[..., Page]) -> None:
    leader, phone, taps = open_browser(), open_browser(), Taps()
    club, _, _ = led_by(leader)
    address = ask(leader, JOIN, id=club)["showJoinCode"]["joinCode"]["url"]
    sign_in_by_name(phone, "student15")
    phone.goto(address)
    taps.tap(phone.locator("main form button.button").first)
    phone.goto(f"/app/clubs/{club}")
    expect(phone.get_by_role("heading", name="Klub Dobrych Spraw")).to_be_visible()
    assert (taps.taps, taps.fields) == (1, 0)


def test_the_shared_screen_follows_a_team_until_each_of_it_has_the_badge(
    open_browser: Callable[..., Page],
) -> None:
    leader, phone = open_browser(phone=False), open_browser()
    _, meeting, badges = led_by(leader)
    sign_in_by_name(phone, "student04")
    close_celebrations(phone)
    team = {"name": "Sowy", "userIds": [ask(phone, ME)["me"]["id"]]}
    tasks = [{"title": "Znajdź tablicę"}, {"title": "Zapytaj sąsiada"}]
    ask(leader, TEAMS, id=meeting, badge=badges["Współtworzę wydarzenie"], tasks=tasks, teams=[team])
    leader.goto(f"/events/{meeting}/teams")
    progress = leader.locator(".team-bar", has_text="Sowy").locator("progress")
    before = int(progress.get_attribute("value") or "0")
    phone.goto(f"/app/events/{meeting}/teams")
    for done, task in enumerate(("Znajdź tablicę", "Zapytaj sąsiada"), start=1):
        phone.get_by_role("main").get_by_text(task).first.click()
        expect(progress).to_have_attribute("value", str(before + done), timeout=PATIENCE)
    expect(leader.locator(".team-bar.is-finished", has_text="Sowy")).to_be_visible(timeout=PATIENCE)
    take(leader, "teams")
    expect(celebration(phone)).to_contain_text("Współtworzę wydarzenie", timeout=PATIENCE)

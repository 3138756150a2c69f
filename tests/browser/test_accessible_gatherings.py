"""Clubs, events and the map: WCAG 2.2 AA by axe in both themes, 320 px, text at 200 %, and the keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import ask
from tests.browser.conftest import LAPTOP, check_axe, take
from tests.browser.looking import calm, check_every_way, settle, walk_to
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

# Tall enough that no sticky bar covers half of a button: axe would measure what is left of it.
TALL_PHONE = {"width": 360, "height": 2400}
# Who, on what, addresses; the names in braces are places of the demo (`places`).
VISITOR = (
    "/events/", "/events/?view=map", "/events/{open_day}", "/events/embed/", "/events/embed/how/", "/clubs/",
    "/clubs/klub-dobrych-spraw/", "/achievements/klub-pomocna-dlon/", "/rules/", "/e/", "/c/", "{join}",
    "/consent/no-such-secret", "/j/no-such-code", "/events/no-such-event",
)  # fmt: skip
STUDENT = (
    "/app/clubs", "/app/clubs/{club}", "/app/clubs/thank/{club}", "/app/clubs/nominate/{club}", "/app/events",
    "/app/events/code", "/app/events/{meeting}", "/app/events/{meeting}/here", "/app/events/{debate}", "{join}",
)  # fmt: skip
LEADER = (
    "/app/lead/new", "/app/lead/{club}", "/app/lead/{club}/give/{badge}", "/app/lead/{club}/club",
    "/app/lead/{club}/club/members", "/app/lead/{club}/club/settings", "/app/lead/{club}/badges",
    "/app/lead/{club}/badges/new", "/app/lead/{club}/badges/pool", "/app/lead/{club}/badges/nominations",
    "/app/lead/{club}/badges/{badge}", "/app/lead/{club}/badges/{badge}/change", "/app/events",
    "/app/events/now/{club}", "/app/events/new/{club}", "/app/events/{meeting}", "/app/events/{meeting}/change",
    "/app/events/{meeting}/door", "/app/events/{meeting}/codes", "/app/events/{meeting}/teams/change",
)  # fmt: skip
LEADER_ON_A_LAPTOP = (
    "/events/{meeting}/projector", "/events/{meeting}/teams", "/events/{open_day}/poster", "{printed}",
)  # fmt: skip
SCREENS = [
    pytest.param(username, size, address, id=f"{username or 'visitor'} {address}")
    for username, size, addresses in (
        ("", TALL_PHONE, VISITOR),
        ("student01", TALL_PHONE, STUDENT),
        ("leader", TALL_PHONE, LEADER),
        ("leader", LAPTOP, LEADER_ON_A_LAPTOP),
        ("coordinator", LAPTOP, ("/app/desk",)),
        ("teacher", LAPTOP, ("/app/events", "/app/events/{debate}", "/app/events/{debate}/door")),
    )
    for address in addresses
]
CLUB = "{ myClubs { groupId } myEvents(limit: 50) { items { id slug title visibility checkInOpen } } }"
BADGES = "query($id: ID!) { club(groupId: $id) { badges { achievement { id } } } }"
JOIN = "mutation($id: ID!) { showJoinCode(groupId: $id) { joinCode { url } errors { code } } }"
PRINT = """mutation($e: ID!, $from: DateTime!, $until: DateTime!) {
  makePrintedCode(eventId: $e, cap: 30, validFrom: $from, validUntil: $until) { printUrl errors { code } } }"""


@pytest.fixture(scope="module")
def places(chromium: Browser, portal: Server, signed_in: Callable[[str], Any]) -> dict[str, str]:
    """Where the demo's club, its meeting, its open day and the class's debate are."""
    context = chromium.new_context(base_url=portal.base_url, storage_state=signed_in("leader"))
    page = context.new_page()
    page.goto("/rules/")
    found = ask(page, CLUB)
    club, events = found["myClubs"][0]["groupId"], found["myEvents"]["items"]
    meeting = next(one["id"] for one in events if one["checkInOpen"])
    now = datetime.now(UTC)
    window = {"from": now.isoformat(), "until": (now + timedelta(hours=1)).isoformat()}
    known = {
        "club": club,
        "meeting": meeting,
        "open_day": next(one["slug"] for one in events if one["visibility"] == "public"),
        "badge": ask(page, BADGES, id=club)["club"]["badges"][0]["achievement"]["id"],
        "join": ask(page, JOIN, id=club)["showJoinCode"]["joinCode"]["url"],
        "printed": ask(page, PRINT, e=meeting, **window)["makePrintedCode"]["printUrl"],
    }
    context.close()
    context = chromium.new_context(base_url=portal.base_url, storage_state=signed_in("teacher"))
    page = context.new_page()
    page.goto("/rules/")
    events = ask(page, CLUB)["myEvents"]["items"]
    known["debate"] = next(one["id"] for one in events if one["title"].startswith("Debata"))
    context.close()
    return known


@pytest.mark.parametrize(("username", "size", "address"), SCREENS)
def test_every_screen_is_accessible_in_both_themes_at_320_px_and_with_large_text(
    open_browser: Callable[..., Page],
    signed_in: Callable[[str], Any],
    places: dict[str, str],
    username: str,
    size: dict[str, int],
    address: str,
) -> None:
    page = open_browser(phone=size is TALL_PHONE, viewport=size, storage_state=signed_in(username))
    settle(page, address.format_map(places))
    check_every_way(page)


def test_the_map_is_walked_with_the_keyboard_alone(open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    settle(page, "/events/")
    take(page, "events")
    page.goto("/events/?view=map")
    spots, card = page.locator(".map-spot"), page.locator(".map-card")
    expect(spots.first).to_be_visible()
    calm(page)
    page.locator(".map-part").scroll_into_view_if_needed()
    take(page, "event-map")
    page.get_by_role("button", name="Szukaj").focus()
    # A cluster opens into what lies in it: some steps nearer there is one event, and its card takes the focus.
    for _ in range(8):
        walk_to_spot(page)
        page.keyboard.press("Enter")
        calm(page)
        if card.is_visible():
            break
    expect(card.get_by_role("link").first).to_be_focused()
    check_axe(page)
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator(".map-spot:focus")).to_have_count(1)


def walk_to_spot(page: Page) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.map-spot')"):
            return
    raise AssertionError("Tab never comes to a place on the map")


def test_the_list_at_the_door_is_kept_with_the_keyboard_alone(
    open_browser: Callable[..., Page], signed_in: Callable[[str], Any], places: dict[str, str]
) -> None:
    page = open_browser(storage_state=signed_in("leader"))
    settle(page, f"/app/events/{places['meeting']}/door")
    row = page.locator(".door-row", has_text="Lena Adamiak")
    expect(row).to_have_attribute("aria-pressed", "false")
    walk_to(page, "Lena Adamiak")
    page.keyboard.press("Space")
    expect(row).to_have_attribute("aria-pressed", "true")
    expect(row).to_contain_text(re.compile(r"jest, \d\d:\d\d"))
    expect(row).to_be_focused()


def test_the_club_can_be_read_on_a_phone(open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    settle(page, "/clubs/")
    page.get_by_role("link", name="Klub Dobrych Spraw").click()
    expect(page.get_by_role("heading", name="Klub Dobrych Spraw", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Odznaki klubu")).to_be_attached()
    take(page, "club-page")

"""The door of a club's meeting: one scan or four digits, the screen beside it counts live (product.md §3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import ask
from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name, take
from tests.browser.counting import Taps
from tests.browser.teaching import button

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PATIENCE = 15_000
# Members of the demo's club. Another chance takes others: the first ones are on the list already.
STUDENTS = iter([("student01", "student04"), ("student08", "student14")])
OPEN = "query { myEvents(limit: 20) { items { id checkInOpen mayManage } } }"
PRINT = """mutation($e: ID!, $from: DateTime!, $until: DateTime!) {
  makePrintedCode(eventId: $e, cap: 30, validFrom: $from, validUntil: $until) { printUrl errors { code } } }"""


def open_meeting(leader: Page) -> str:
    sign_in_by_name(leader, "leader")
    items = ask(leader, OPEN)["myEvents"]["items"]
    event: str = next(one["id"] for one in items if one["checkInOpen"] and one["mayManage"])
    return event


def printed_letters(leader: Page, event: str) -> str:
    now = datetime.now(UTC)
    window = {"from": now.isoformat(), "until": (now + timedelta(hours=1)).isoformat()}
    address: str = ask(leader, PRINT, e=event, **window)["makePrintedCode"]["printUrl"]
    leader.goto(address)
    check_axe(leader)
    check_no_sideways_scrolling(leader)
    return address.rpartition("/")[2]


def test_one_scan_or_four_digits_and_the_screen_counts(open_browser: Callable[..., Page]) -> None:
    leader, scanning, typing = open_browser(phone=False), open_browser(), open_browser()
    event = open_meeting(leader)
    letters = printed_letters(leader, event)
    leader.goto(f"/events/{event}/projector")
    check_axe(leader)
    take(leader, "door")
    before = int(leader.locator("[data-door-here]").inner_text())

    one, other = next(STUDENTS)
    sign_in_by_name(scanning, one)
    taps = Taps()
    scanning.goto(f"/e/{letters}")
    expect(scanning.get_by_role("heading", name="Jesteś na liście")).to_be_visible(timeout=PATIENCE)
    assert (taps.taps, taps.fields) == (0, 0)
    check_axe(scanning)
    take(scanning, "checked-in")

    sign_in_by_name(typing, other)
    typing.goto("/e/")
    check_axe(typing)
    typing.set_viewport_size({"width": 320, "height": 640})
    check_no_sideways_scrolling(typing)
    taps.type(typing.get_by_label("Kod"), leader.locator("[data-door-digits]").inner_text())
    taps.tap(button(typing, "Jestem tutaj"))
    expect(typing.get_by_role("heading", name="Jesteś na liście")).to_be_visible(timeout=PATIENCE)

    expect(leader.locator("[data-door-here]")).to_have_text(str(before + 2), timeout=PATIENCE)
    leader.set_viewport_size({"width": 320, "height": 640})
    check_no_sideways_scrolling(leader)


def test_without_network_the_screen_says_so_plainly(open_browser: Callable[..., Page]) -> None:
    leader = open_browser(phone=False)
    event = open_meeting(leader)
    leader.clock.install()
    leader.goto(f"/events/{event}/projector")
    expect(leader.locator("[data-door-pattern] svg")).to_be_visible()
    leader.context.set_offline(True)
    leader.clock.run_for(70_000)

    expect(leader.get_by_text("Brak sieci: ten kod już nie działa.")).to_be_visible(timeout=PATIENCE)
    leader.context.set_offline(False)
    leader.clock.run_for(6_000)
    expect(leader.get_by_text("Brak sieci: ten kod już nie działa.")).to_be_hidden(timeout=PATIENCE)

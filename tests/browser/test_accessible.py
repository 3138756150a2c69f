"""WCAG 2.2 AA by axe in both themes, 320 px, text at 200 %, keyboard alone, reduced motion."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, sign_in_by_name
from tests.browser.counting import Taps
from tests.browser.learning import celebration, close_celebrations
from tests.browser.looking import check_every_way, settle, walk_to
from tests.browser.teaching import award_badge, go_home

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

# Role → addresses; a name in braces is found by following the first such link from the address before it.
VISITOR = (
    "/", "/catalogue/", "/achievements/petycja/", "/issuers/lo-przykladowo/", "/verify/", "/sign-in/", "/sign-in/name/",
    "/s/no-such-card", "/nothing-is-here/",
)  # fmt: skip
STUDENT = (
    "/app/", "/app/badges", "/app/badges → /app/badges/", "/app/paths", "/app/paths → /app/paths/",
    "/app/ → /steps/", "/app/class", "/app/me",
)  # fmt: skip
TEACHER = (
    "/app/", "/app/review", "/app/award", "/app/award → /app/award/", "/app/paths", "/app/classes/new", "/app/more",
    "/app/classes/import", "/app/ → /app/classes/", "{class}/roster", "{class}/projector", "{class}/ready",
    "{class} → /students/",
)  # fmt: skip
SCREENS = [
    pytest.param(username, phone, address, id=f"{username or 'visitor'} {address}")
    for username, phone, addresses in (
        ("", True, VISITOR),
        ("student01", True, STUDENT),
        ("teacher", False, TEACHER),
    )
    for address in addresses
]


@pytest.mark.parametrize(("username", "phone", "address"), SCREENS)
def test_every_screen_is_accessible_in_both_themes_at_320_px_and_with_large_text(
    open_browser: Callable[..., Page],
    signed_in: Callable[[str], Any],
    username: str,
    phone: bool,
    address: str,
) -> None:
    page = open_browser(phone=phone, storage_state=signed_in(username))
    visit(page, address)
    check_every_way(page, at_once=phone)


def visit(page: Page, address: str) -> None:
    """Open an address; `a → b` opens a and then the first link on it that leads into b."""
    if address.startswith("{class}"):
        settle(page, "/app/")
        place = page.get_by_role("heading", name="2B", exact=True).get_by_role("link").get_attribute("href")
        address = address.replace("{class}", str(place))
    start, _, below = address.partition(" → ")
    settle(page, start)
    if below:
        found = page.locator(f'main a[href*="{below}"]').first
        settle(page, str(found.get_attribute("href")))


def test_a_teacher_reviews_and_awards_with_the_keyboard_alone(open_browser: Callable[..., Page]) -> None:
    page = open_browser(phone=False)
    page.goto("/sign-in/name/")
    page.keyboard.type("teacher")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in/name/**")
    expect(page.locator("#password")).to_be_focused()
    page.keyboard.type("kotylion")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("notice|/app/"))
    if "notice" in page.url:
        walk_to(page, "Przeczytane")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kto mnie potrzebuje")).to_be_visible()

    walk_to(page, "do oceny", within="a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kryteria")).to_be_visible()
    walk_to(page, "Przyjmij")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("^Przyjęto: "))).to_be_visible()

    page.keyboard.press("a")
    expect(page.get_by_text(re.compile("^Przyjęto: "))).to_have_count(2)

    walk_to(page, "Przyznaj", within="nav a")
    page.keyboard.press("Enter")
    walk_to(page, "Dbam o pamięć")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kto?")).to_be_visible()
    walk_to(page, "Przyznaj 30 osobom")
    page.keyboard.press("Enter")
    expect(page.get_by_text("„Dbam o pamięć” – przyznano 30 osobom")).to_be_visible()


# Another chance takes another: the class has the first one already.
BADGES = iter(["Piszę wniosek", "Audyt dostępności", "Petycja lub list do władz"])


def test_a_celebration_holds_still_for_who_wants_no_motion(open_browser: Callable[..., Page]) -> None:
    still, moving = open_browser(), open_browser(reduced_motion="no-preference")
    sign_in_by_name(still, "student04")
    sign_in_by_name(moving, "student05")
    for phone in (still, moving):
        close_celebrations(phone)
    laptop = open_browser(phone=False)
    sign_in_by_name(laptop, "teacher")
    go_home(laptop)
    badge = next(BADGES)
    award_badge(laptop, "2B", badge, Taps())
    for phone in (still, moving):
        expect(celebration(phone).get_by_role("status")).to_contain_text(badge)
    expect(moving.locator("dialog.celebration canvas")).to_have_attribute("width", re.compile(r"^[1-9]\d\d"))
    loaded = "performance.getEntriesByType('resource').filter(one => one.name.includes('confetti')).length"
    assert (moving.evaluate(loaded) > 0, still.evaluate(loaded)) == (True, 0)
    assert still.evaluate("document.getAnimations().filter(one => one.playState === 'running').length") == 0
    check_axe(still)

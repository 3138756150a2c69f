"""WCAG 2.2 AA by axe in both themes, 320 px, text at 200 %, keyboard alone, reduced motion."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import LAPTOP, PHONE, check_axe, check_no_sideways_scrolling, sign_in_by_name
from tests.browser.counting import Taps
from tests.browser.learning import celebration, close_celebrations
from tests.browser.teaching import award_badge, go_home
from tests.servers import Server

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


@pytest.fixture(scope="module")
def signed_in(chromium: Browser, portal: Server) -> Callable[[str], Any]:
    """The cookies of a person, signed in once a module."""
    kept: dict[str, Any] = {}

    def cookies_of(username: str) -> Any:
        if username and username not in kept:
            context = chromium.new_context(base_url=portal.base_url)
            page = context.new_page()
            sign_in_by_name(page, username)
            kept[username] = {"cookies": context.cookies(), "origins": []}
            context.close()
        return kept.get(username)

    return cookies_of


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
    check_axe(page)
    page.emulate_media(color_scheme="dark")
    calm(page)
    check_axe(page)
    page.set_viewport_size({"width": 320, "height": 740})
    calm(page)
    check_no_sideways_scrolling(page)
    page.set_viewport_size(PHONE if phone else LAPTOP)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    calm(page)
    check_no_sideways_scrolling(page)


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


def settle(page: Page, address: str) -> None:
    """Wait until the screen shows what it came for and no longer moves."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".skeleton, [aria-busy=true]")).to_have_count(0)
    page.evaluate("document.fonts.ready")
    calm(page)


def calm(page: Page) -> None:
    """Wait until a change of theme or size is drawn and what it moved has come to rest."""
    page.evaluate(
        """async () => {
            const frame = () => new Promise(requestAnimationFrame)
            const rest = () => Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)))
            for (let turn = 0; turn < 3; turn++) {
                await frame()
                await Promise.race([rest(), new Promise(done => setTimeout(done, 500))])
            }
        }"""
    )


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


def walk_to(page: Page, words: str, within: str = "a, button") -> None:
    """Press Tab until the focus is on a control with these words; the focus must be in sight all the way."""
    for _ in range(120):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """within => {
                const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect()
                return {
                    words: at.matches(within) ? (at.getAttribute('aria-label') ?? at.innerText ?? '') : '',
                    marked: at === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none'
                        || box.width === 0 || at.matches('input, [tabindex="-1"]'),
                    what: at.outerHTML.slice(0, 200),
                }
            }""",
            within,
        )
        assert focused["marked"], f"the focus cannot be seen on {focused['what']}"
        if words in focused["words"]:
            return
    raise AssertionError(f"Tab never comes to “{words}”")


def test_a_celebration_holds_still_for_who_wants_no_motion(open_browser: Callable[..., Page]) -> None:
    still, moving = open_browser(), open_browser(reduced_motion="no-preference")
    sign_in_by_name(still, "student04")
    sign_in_by_name(moving, "student05")
    for phone in (still, moving):
        close_celebrations(phone)
    laptop = open_browser(phone=False)
    sign_in_by_name(laptop, "teacher")
    go_home(laptop)
    award_badge(laptop, "2B", "Piszę wniosek", Taps())
    for phone in (still, moving):
        expect(celebration(phone).get_by_role("status")).to_contain_text("Piszę wniosek")
    expect(moving.locator("dialog.celebration canvas")).to_have_attribute("width", re.compile(r"^[1-9]\d\d"))
    loaded = "performance.getEntriesByType('resource').filter(one => one.name.includes('confetti')).length"
    assert (moving.evaluate(loaded) > 0, still.evaluate(loaded)) == (True, 0)
    assert still.evaluate("document.getAnimations().filter(one => one.playState === 'running').length") == 0
    check_axe(still)

"""Pages that open without signing in, and figures, for any body: narrow, dark, text at 200 %, colours of the reader's
own, keyboard alone, without script (frontend.md, principle 15; WCAG 2.2 AA)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, take
from tests.browser.doorway_pages import addresses, first_of, presentation_of
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
KINDS = (
    "home", "article", "pilot", "help", "glossary", "contact", "declaration", "catalogue", "search", "nothing found",
    "achievement", "path", "issuer", "club", "events", "event", "verify", "presentation", "figures",
)  # fmt: skip
#: Whatever acts or bounds something keeps an edge, a line or an underline when the reader's own colours come.
WITHOUT_EDGE = """() => [...document.querySelectorAll('main :is(.button, .chip, .card, input:not([type=hidden]), select, textarea)')]
    .filter(one => one.checkVisibility() && !one.matches('[type=radio], [type=checkbox]'))
    .filter(one => {
        const style = getComputedStyle(one)
        return !(['Top', 'Bottom', 'Left'].some(side => parseFloat(style[`border${side}Width`]) > 0)
            || style.textDecorationLine.includes('underline') || style.outlineStyle !== 'none')
    })
    .map(one => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`)"""
#: Words that stick out of a box which hides what sticks out; an ornament may.
CUT_OFF = """() => [...document.querySelectorAll('main *')]
    .filter(one => one.checkVisibility() && getComputedStyle(one).overflowX === 'hidden' && getComputedStyle(one).clipPath === 'none')
    .filter(one => {
        const range = document.createRange(), edge = one.getBoundingClientRect().right + 1
        const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
        while (texts.nextNode()) {
            range.selectNodeContents(texts.currentNode)
            if (range.getBoundingClientRect().right > edge) return true
        }
        return false
    })
    .map(one => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`)"""
#: What the Tab key should reach: of radio buttons of one name only one.
REACHABLE = """() => {
    const names = new Set()
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.type !== 'hidden' && one.tabIndex >= 0)
        .filter(one => one.type !== 'radio' || (!names.has(one.name) && names.add(one.name))).length
}"""
FOCUSED = """async () => {
    const one = document.activeElement, style = getComputedStyle(one)
    const isShown = box => box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    // A page that scrolls to its focus is there a few frames later.
    for (let frame = 0; frame < 30 && !isShown(one.getBoundingClientRect()); frame++) await new Promise(requestAnimationFrame)
    return {
        name: `${one.tagName}.${one.className} ${(one.textContent || one.name || '').trim().slice(0, 30)}`,
        body: one === document.body,
        shown: isShown(one.getBoundingClientRect()),
        // A piece of the drawn map gets its ring as a thick edge.
        ring: one instanceof SVGElement
            ? parseFloat(getComputedStyle(one.querySelector('path')).strokeWidth) >= 2
            : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    }
}"""


@pytest.fixture(scope="module")
def places(portal: Server, django_db_setup: None, django_db_blocker: Any) -> dict[str, str]:
    """Kind of page → an address of it."""
    paths = addresses(portal)
    own = {
        "home": "/", "pilot": "/pilotaz/", "help": "/pomoc/?q=kart%C4%85", "glossary": "/slowniczek/",
        "contact": "/kontakt/", "declaration": "/deklaracja-dostepnosci/", "catalogue": "/catalogue/",
        "search": "/catalogue/?q=debata", "nothing found": "/catalogue/?q=zzzz", "events": "/events/",
        "verify": "/verify/", "figures": "/figures/", "article": first_of(paths, "/aktualnosci/"),
        "presentation": presentation_of(portal, "student01", django_db_blocker),
    }  # fmt: skip
    plural = {
        "achievement": "achievements",
        "path": "paths",
        "issuer": "issuers",
        "club": "clubs",
        "event": "events",
    }
    return own | {kind: first_of(paths, f"/{name}/") for kind, name in plural.items()}


@pytest.fixture
def open_all(
    open_browser: Callable[..., Page], signed_in: Callable[[str], Any], places: dict[str, str]
) -> Callable[..., Iterator[tuple[str, Page]]]:
    """Every kind of page in one window; figures as a coordinator reads them."""

    def go(**options: Any) -> Iterator[tuple[str, Page]]:
        visitor = open_browser(**options)
        coordinator = open_browser(**options, storage_state=signed_in("coordinator"))
        for kind in KINDS:
            page = coordinator if kind == "figures" else visitor
            answer = page.goto(places[kind])
            assert answer is not None
            assert answer.status == 200, kind
            if kind == "events":
                settle(page)
            yield kind, page

    return go


def settle(page: Page) -> None:
    """The live map takes the place of the drawn one when somebody comes near it."""
    page.locator(".map-frame").scroll_into_view_if_needed()
    expect(page.locator(".map-status")).to_contain_text(re.compile(r"\d"))


def test_at_320_pixels_in_the_dark(open_all: Callable[..., Iterator[tuple[str, Page]]]) -> None:
    for kind, page in open_all(viewport={"width": 320, "height": 740}, theme="dark"):
        check_axe(page)
        check_no_sideways_scrolling(page)
        take(page, f"any-body-320-{kind.replace(' ', '-')}")


def test_with_text_at_200_per_cent(open_all: Callable[..., Iterator[tuple[str, Page]]]) -> None:
    for kind, page in open_all():
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        check_no_sideways_scrolling(page)
        assert page.evaluate(CUT_OFF) == [], kind
        take(page, f"any-body-200-{kind.replace(' ', '-')}")


def test_in_colours_of_the_readers_own(open_all: Callable[..., Iterator[tuple[str, Page]]]) -> None:
    for kind, page in open_all(forced_colors="active"):
        assert page.evaluate(WITHOUT_EDGE) == [], kind
        take(page, f"any-body-forced-{kind.replace(' ', '-')}")


def test_by_keyboard_alone(open_all: Callable[..., Iterator[tuple[str, Page]]]) -> None:
    """The first stop leads past the header; each stop is in sight with a ring around it; none is left out, none traps."""
    for kind, page in open_all():
        expected = page.evaluate(REACHABLE)
        stops = []
        # A region that scrolls is one more stop, and so is each part of a date.
        for _press in range(expected + 12):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            # After the last stop comes the browser's own frame, then the first again.
            if focused["body"] or (stops and focused["name"] == stops[0]):
                break
            assert focused["shown"], (kind, focused)
            assert focused["ring"], (kind, focused)
            stops.append(focused["name"])
        else:
            pytest.fail(f"{kind}: the keyboard does not come out of {stops[-3:]}")
        assert stops[0].startswith("A.skip-link"), kind
        assert len(stops) >= expected, (kind, stops)


def test_without_script(open_browser: Callable[..., Page]) -> None:
    """Search, filters and order of the catalogue, the list of events, the help's search, a question to the operator."""
    page = open_browser(java_script_enabled=False)
    page.goto("/catalogue/")
    page.get_by_role("searchbox").fill("debaty")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("link", name="Debatuję z szacunkiem").first).to_be_visible()
    page.locator(".finder-kinds a", has_text="Wydarzenia").click()
    expect(page.locator(".achievement-card").first).to_contain_text("Wydarzenie")
    page.goto("/catalogue/")
    page.locator("summary", has_text="Filtry").click()
    page.get_by_role("link", name="Bezpłatnie").click()
    page.locator(".chips a", has_text="Bezpłatnie").click()
    expect(page).to_have_url("/catalogue/")
    page.goto("/events/")
    page.get_by_role("searchbox").fill("debata")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile("q=debata"))
    page.goto("/pomoc/")
    page.get_by_role("searchbox").fill("kartą")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#found")).to_be_visible()
    page.goto("/kontakt/")
    page.get_by_label("Coś nie działa").check()
    page.get_by_label("Twoja wiadomość").fill("Karta się nie skanuje.")
    # Machines are faster than this.
    page.wait_for_timeout(3200)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Wyślij").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Wysłane. Dziękujemy.")

"""Looking at a screen as different people do: at rest, in both themes, narrow, with large text, by keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling

TALL = 4_000


def check_every_way(page: Page, *, at_once: bool = False) -> None:
    """Axe in both themes; nothing runs sideways at 320 px, nor with text twice as large (WCAG 2.2, 1.4.4, 1.4.10);
    `at_once`: not with both together either, as on the smallest phone of somebody who sees badly."""
    size = page.viewport_size
    assert size is not None
    # In a window so tall that nothing has to be scrolled: a bar that stays would cover half a row, and a person moves it.
    page.set_viewport_size({"width": size["width"], "height": TALL})
    calm(page)
    check_axe(page)
    page.emulate_media(color_scheme="dark")
    calm(page)
    check_axe(page)
    page.set_viewport_size({"width": 320, "height": size["height"]})
    calm(page)
    check_no_sideways_scrolling(page)
    if not at_once:
        page.set_viewport_size(size)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    calm(page)
    check_no_sideways_scrolling(page)
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(size)
    page.emulate_media(color_scheme="light")
    calm(page)


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

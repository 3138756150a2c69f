"""A learner shows the world what they chose: four taps to the link, one to take it down (product.md §3)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name, take
from tests.browser.counting import Taps
from tests.browser.learning import close_celebrations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

LOOKS = ("Noc", "Rozeta", "Las", "Papier")
WORDS = {"pl": "Co potrafię", "en": "What I can do", "uk": "Що я вмію"}


@pytest.fixture
def phone(open_browser: Callable[..., Page]) -> Page:
    page = open_browser()
    sign_in_by_name(page, "student01")
    close_celebrations(page)
    return page


def shown(phone: Page):
    """The page in the frame, as a stranger sees it."""
    return phone.frame_locator("iframe.presentation-preview")


def test_four_taps_to_a_page_that_a_stranger_reads_and_one_to_take_it_down(
    phone: Page, open_browser: Callable[..., Page]
) -> None:
    taps = Taps()
    taps.tap(phone.get_by_role("link", name="Ja", exact=True))
    taps.tap(phone.get_by_role("link", name=re.compile("Strony o mnie")))
    taps.tap(phone.get_by_role("button", name="Na studia"))
    expect(shown(phone).get_by_role("heading", level=1)).to_be_visible()
    name = shown(phone).get_by_role("heading", level=1).inner_text()
    take(phone, "presentation-editor")
    taps.tap(phone.get_by_role("button", name="Otwórz linkiem"))
    link = phone.locator(".presentation-link").inner_text()
    assert (taps.taps, taps.fields) == (4, 0)
    take(phone, "presentation-link")

    for language, word in WORDS.items():
        visitor = open_browser(language=language, viewport={"width": 320, "height": 640})
        visitor.goto(link)
        expect(visitor.get_by_role("heading", level=1)).to_have_text(name)
        expect(visitor.get_by_role("heading", name=word)).to_be_visible()
        check_axe(visitor)
        check_no_sideways_scrolling(visitor)
    take(visitor, "presentation-320-uk")
    visitor.locator("a[href*='/badges/']").first.click()
    expect(visitor.locator("h1#verdict, .verdict h1")).to_be_visible()
    assert name in visitor.locator("main").inner_text()

    phone.get_by_role("button", name="Zdejmij stronę").last.click()
    expect(phone.get_by_text("Zdjęta", exact=True)).to_be_visible()
    # As high as its content, so that no bar covers half of a target.
    phone.set_viewport_size({"width": 360, "height": 2400})
    check_axe(phone)
    gone = visitor.goto(link)
    assert gone is not None
    assert gone.status == 404


def test_what_is_changed_is_seen_at_once_in_every_look(
    phone: Page, open_browser: Callable[..., Page]
) -> None:
    phone.goto("/app/presentations")
    phone.get_by_role("button", name="Do pracy").click()
    expect(shown(phone).get_by_role("heading", level=1)).to_be_visible()

    phone.get_by_text("Moimi słowami").click()
    phone.get_by_label("Nagłówek").fill("<b>Debaty</b> i petycje")
    phone.get_by_role("button", name="Zapisz teksty").click()
    expect(shown(phone).get_by_text("<b>Debaty</b> i petycje")).to_be_visible()

    first = phone.get_by_role("checkbox").first
    badge = shown(phone).locator(".presented-badge h3").first.inner_text()
    first.uncheck()
    expect(shown(phone).get_by_role("heading", name=badge)).to_have_count(0)

    preview = phone.locator("iframe.presentation-preview").get_attribute("src")
    phone.get_by_text("Podpis, wygląd i czas").click()
    whole = {theme: phone.context.new_page() for theme in ("light", "dark")}
    for look in LOOKS:
        phone.get_by_role("radio", name=look).check()
        expect(phone.locator(f"iframe.presentation-preview:not([src='{preview}'])")).to_be_visible()
        preview = phone.locator("iframe.presentation-preview").get_attribute("src")
        for theme, page in whole.items():
            page.emulate_media(color_scheme=theme)
            page.goto(str(preview))
            check_axe(page)
            take(page, f"presentation-{look}-{theme}")
    check_no_sideways_scrolling(phone)

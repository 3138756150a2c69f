"""The catalogue on a phone: a visitor searches with a wrong ending, filters by plain links, and reads; also without script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling
from tests.browser.looking import check_every_way, settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


@pytest.mark.parametrize("address", ["/catalogue/?q=debatami", "/paths/debata-bez-klotni/"])
def test_a_page_is_accessible_in_every_way(open_browser: Callable[..., Page], address: str) -> None:
    page = open_browser(phone=True)
    settle(page, address)
    check_every_way(page)


def test_a_visitor_finds_a_badge_with_another_ending_and_learns_where_to_earn_it(
    open_browser: Callable[..., Page],
) -> None:
    page = open_browser(phone=True, language="pl")
    settle(page, "/catalogue/")
    page.get_by_role("searchbox").fill("debatami")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Odznaki cyfrowe").click()
    expect(page.get_by_role("link", name="Odznaki cyfrowe")).to_have_attribute("aria-current", "true")
    page.locator("summary").click()
    check_axe(page)
    check_no_sideways_scrolling(page)
    page.get_by_role("link", name="do 5 godzin").first.click()
    page.get_by_role("heading", name="Debatuję z szacunkiem").get_by_role("link").click()
    page.get_by_role("link", name="Debata bez kłótni").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Debata bez kłótni")


@pytest.mark.parametrize(
    ("language", "question", "found"),
    [("en", "debating", "Respectful debater"), ("uk", "дебатами", "Дебатую з повагою")],
)
def test_other_languages_find_it_too(
    open_browser: Callable[..., Page], language: str, question: str, found: str
) -> None:
    page = open_browser(phone=True, language=language)
    settle(page, f"/catalogue/?q={question}&kind=digital_badge")
    expect(page.get_by_role("heading", name=found)).to_be_visible()

"""Figures as people who steer meet them: from the app's *More*, on a phone, without script, as a file, in the admin."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling
from tests.browser.looking import check_every_way, settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def figures_of(page: Page) -> str:
    """The address of the school's figures, by the way a coordinator goes."""
    settle(page, "/app/more")
    page.get_by_role("link", name="Liczby: ile przyznano i odebrano").click()
    page.wait_for_url("**/figures/")
    return str(page.locator('main a[href^="/figures/school/"]').get_attribute("href"))


def test_a_coordinator_reads_the_schools_figures_on_a_phone(
    open_browser: Callable[..., Page], signed_in: Callable[[str], Any]
) -> None:
    page = open_browser(phone=True, storage_state=signed_in("coordinator"))
    address = figures_of(page)

    check_every_way(page)
    settle(page, address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Liczby")
    check_every_way(page)

    # What the bars show stands in the table; the drawing itself is not read out.
    paths = page.locator("section[aria-labelledby=figures-paths]")
    bars = paths.locator("svg text.figures-end").all_text_contents()
    rows = paths.locator("tbody td:nth-of-type(1)").all_text_contents()
    assert len(bars) > 1
    assert bars == [number for number in rows if number != "0"]
    assert page.locator(".figures svg:not([aria-hidden=true])").count() == 0
    with page.expect_download() as file:
        page.get_by_role("link", name="XLSX").click()
    assert file.value.suggested_filename.endswith(".xlsx")


def test_figures_need_no_script_and_go_on_paper(
    open_browser: Callable[..., Page], signed_in: Callable[[str], Any]
) -> None:
    page = open_browser(phone=False, storage_state=signed_in("coordinator"))
    address = figures_of(page)
    plain = open_browser(phone=False, storage_state=signed_in("coordinator"), java_script_enabled=False)
    plain.goto(address)
    plain.get_by_role("navigation", name="Półrocza").get_by_role("link").nth(1).click()
    expect(plain.get_by_role("navigation", name="Półrocza").locator("[aria-current=page]")).to_have_count(1)

    plain.emulate_media(media="print")
    expect(plain.get_by_role("heading", level=1)).to_be_visible()
    expect(plain.get_by_role("link", name="CSV")).to_be_hidden()
    expect(plain.get_by_role("navigation", name="Półrocza")).to_be_hidden()


def test_the_operator_reads_the_portals_figures_in_the_admin(
    open_browser: Callable[..., Page],
) -> None:
    page = open_browser(phone=False)
    page.goto("/sign-in/name/")
    page.locator("#username").fill("admin")
    page.keyboard.press("Enter")
    page.locator("#password").fill("kotylion")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/app/|/cms/|/sign-in/notice/"))
    page.goto("/cms/figures/")

    expect(page.locator(".figures table").first).to_be_visible()
    check_axe(page)
    page.set_viewport_size({"width": 320, "height": 740})
    check_no_sideways_scrolling(page)

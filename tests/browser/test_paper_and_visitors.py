"""A badge and a page on paper, taken by their owner and by a stranger; and a stranger who reports what they read."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name, take
from tests.browser.learning import close_celebrations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture
def phone(open_browser: Callable[..., Page]) -> Page:
    page = open_browser()
    sign_in_by_name(page, "student01")
    close_celebrations(page)
    return page


def paper(link: Locator) -> tuple[str, bytes]:
    """The words and the bytes of the PDF behind a link that downloads one."""
    with link.page.expect_download() as downloaded:
        link.click()
    with open(downloaded.value.path(), "rb") as file:
        content = file.read()
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages), content


def test_a_badge_on_paper_is_checked_by_a_stranger(phone: Page, open_browser: Callable[..., Page]) -> None:
    phone.goto("/app/badges")
    phone.locator("main a[href*='/badges/']").first.click()
    name = phone.get_by_role("heading", level=1).inner_text()
    to_show, content = paper(phone.get_by_role("link", name="Strona z inicjałami (PDF)"))
    everything, _content = paper(phone.get_by_role("link", name="Strona ze wszystkim (PDF)"))
    assert name in to_show
    assert "L.A." in to_show
    assert "Lena Adamiak" not in to_show
    assert "Lena Adamiak" in everything

    stranger = open_browser(viewport={"width": 320, "height": 640})
    stranger.goto("/verify/")
    stranger.locator("#file").set_input_files(
        {"name": "odznaka.pdf", "mimeType": "application/pdf", "buffer": content}
    )
    button = stranger.get_by_role("button", name="Sprawdź", exact=True)
    if button.is_visible():
        button.click()
    expect(stranger.locator(".verdict-valid")).to_be_visible()
    check_axe(stranger)


def test_a_stranger_keeps_a_page_on_paper_and_reports_it(
    phone: Page, open_browser: Callable[..., Page]
) -> None:
    phone.goto("/app/profile/skills")
    phone.get_by_role("button", name="Dodaj umiejętność").click()
    phone.get_by_role("dialog").get_by_role("textbox").fill("Gram na bębnach")
    phone.get_by_role("dialog").get_by_label("Obszar").select_option("dialogue")
    phone.get_by_role("dialog").get_by_role("button", name="Zapisz").click()
    expect(phone.get_by_role("dialog")).to_be_hidden()
    phone.goto("/app/presentations")
    phone.get_by_role("button", name="Do pracy").click()
    expect(phone.get_by_role("link", name="Ja", exact=True)).to_have_attribute("aria-current", "page")
    phone.get_by_text("Języki i moje umiejętności").click()
    phone.get_by_role("checkbox", name="Gram na bębnach").check()
    shown = phone.frame_locator("iframe.presentation-preview")
    expect(shown.get_by_text("Gram na bębnach")).to_be_visible()
    phone.get_by_role("button", name="Otwórz linkiem").click()
    link = phone.locator(".presentation-link").inner_text()

    stranger = open_browser(viewport={"width": 320, "height": 640}, language="uk", theme="dark")
    stranger.goto(link)
    words, _content = paper(stranger.get_by_role("link", name="Завантажити як PDF"))
    assert "Gram na bębnach" in words
    assert "Відскануй код" in words
    stranger.get_by_role("link", name="Повідомити про цю сторінку").click()
    check_axe(stranger)
    check_no_sideways_scrolling(stranger)
    take(stranger, "visitor-report-320-uk")
    stranger.get_by_label("Яка частина?").select_option("Gram na bębnach")
    stranger.get_by_role("radio", name=re.compile("ображає|висміює", re.IGNORECASE)).check()
    # A person needs some seconds to write; what comes faster is taken for a machine.
    stranger.wait_for_timeout(3200)
    stranger.get_by_role("button", name="Повідомити").click()
    expect(stranger.get_by_role("heading", name="Дякуємо. Це перегляне людина.")).to_be_visible()
    check_axe(stranger)

    coordinator = open_browser(phone=False)
    sign_in_by_name(coordinator, "coordinator")
    coordinator.goto("/app/desk")
    expect(coordinator.get_by_text("Gram na bębnach")).to_be_visible()
    assert stranger.goto(link).ok  # type: ignore[union-attr]

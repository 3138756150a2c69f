"""A badge and a page on paper, taken by their owner and by a stranger; and a stranger who reports what they read."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name, take
from tests.browser.learning import close_celebrations
from tests.browser.words import Words

KINDS = {"pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml", "json": "application/json"}
pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture
def phone(open_browser: Callable[..., Page], say: Words) -> Page:
    page = open_browser()
    sign_in_by_name(page, "student01", language=say.language)
    close_celebrations(page, say("Zamknij"))
    return page


def paper(link: Locator) -> tuple[str, bytes]:
    """The words and the bytes of the PDF behind a link that downloads one."""
    with link.page.expect_download() as downloaded:
        link.click()
    with open(downloaded.value.path(), "rb") as file:
        content = file.read()
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages), content


def test_a_badge_on_paper_is_checked_by_a_stranger(
    phone: Page, open_browser: Callable[..., Page], say: Words
) -> None:
    phone.goto("/app/badges")
    phone.locator("main a[href*='/badges/']").first.click()
    expect(phone.get_by_role("link", name=say("Strona z inicjałami (PDF)"))).to_be_visible()
    name = phone.get_by_role("heading", level=1).inner_text()
    to_show, content = paper(phone.get_by_role("link", name=say("Strona z inicjałami (PDF)")))
    everything, _content = paper(phone.get_by_role("link", name=say("Strona ze wszystkim (PDF)")))
    assert name in to_show
    assert "L.A." in to_show
    assert "Lena Adamiak" not in to_show
    assert "Lena Adamiak" in everything

    stranger = open_browser(viewport={"width": 320, "height": 640})
    for ending in ("pdf", "png", "svg", "json", "jwt"):
        if ending != "pdf":
            content = phone.request.get(f"/credentials/{phone.url.rpartition('/')[2]}.{ending}").body()
            assert b"Lena" not in content
        stranger.goto("/verify/")
        # Where there is script, choosing a file sends it.
        stranger.locator("#file").set_input_files(
            {"name": f"odznaka.{ending}", "mimeType": KINDS.get(ending, "text/plain"), "buffer": content}
        )
        expect(stranger.locator(".verdict-valid h1")).to_have_text(
            say("Ta odznaka klubowa jest prawdziwa i ważna.")
        )
    check_axe(stranger)


def test_a_stranger_keeps_a_page_on_paper_and_reports_it(
    phone: Page, open_browser: Callable[..., Page], say: Words
) -> None:
    phone.goto("/app/profile/skills")
    phone.get_by_role("button", name=say("Dodaj umiejętność")).click()
    phone.get_by_role("dialog").get_by_role("textbox").fill("Gram na bębnach")
    phone.get_by_role("dialog").get_by_label(say("Obszar")).select_option("dialogue")
    phone.get_by_role("dialog").get_by_role("button", name=say("Zapisz")).click()
    expect(phone.get_by_role("dialog")).to_be_hidden()
    phone.goto("/app/presentations")
    phone.get_by_role("button", name=say("Do pracy")).click()
    expect(phone.get_by_role("link", name=say("Ja", english="Me"), exact=True)).to_have_attribute(
        "aria-current", "page"
    )
    phone.get_by_text(say("Języki i moje umiejętności")).click()
    phone.get_by_role("checkbox", name="Gram na bębnach").check()
    shown = phone.frame_locator("iframe.presentation-preview")
    expect(shown.get_by_text("Gram na bębnach")).to_be_visible()
    phone.get_by_role("button", name=say("Otwórz linkiem")).click()
    link = phone.locator(".presentation-link").inner_text()

    stranger = open_browser(viewport={"width": 320, "height": 640}, theme="dark")
    stranger.goto(link)
    words, _content = paper(stranger.get_by_role("link", name=say("Pobierz jako PDF")))
    assert "Gram na bębnach" in words
    assert say("Zeskanuj kod: tam można sprawdzić każdą odznakę.").split(":")[0] in words
    stranger.get_by_role("link", name=say("Zgłoś tę stronę")).click()
    check_axe(stranger)
    check_no_sideways_scrolling(stranger)
    take(stranger, f"visitor-report-320-{say.language}")
    stranger.get_by_label(say("Która część?")).select_option("Gram na bębnach")
    stranger.get_by_role("radio", name=say("Rani kogoś albo ośmiesza")).check()
    # A person needs some seconds to write; what comes faster is taken for a machine.
    stranger.wait_for_timeout(3200)
    stranger.get_by_role("button", name=say("Zgłoś", english="Report"), exact=True).click()
    expect(stranger.get_by_role("heading", name=say("Dziękujemy. Obejrzy to człowiek."))).to_be_visible()
    check_axe(stranger)

    coordinator = open_browser(phone=False)
    sign_in_by_name(coordinator, "coordinator")
    coordinator.goto("/app/desk")
    expect(coordinator.get_by_text("Gram na bębnach")).to_be_visible()
    assert stranger.goto(link).ok  # type: ignore[union-attr]

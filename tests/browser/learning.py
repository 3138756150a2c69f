"""What a student does on the phone, screen by screen."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import take
from tests.browser.counting import Taps


def scan_card(page: Page, address: str, taps: Taps, pin: str = "") -> None:
    """The phone's camera opens the card's address; one tap signs in, on a new device with the PIN."""
    page.goto(address)
    taps.tap(page.get_by_role("button", name="Zaloguj się"))
    if pin:
        taps.type(page.get_by_label("Twój PIN"), pin)
        taps.tap(page.get_by_role("button", name="Zaloguj się"))


def read_notice(page: Page) -> None:
    """The plain notice of the first sign-in, then the app."""
    page.get_by_role("button", name=re.compile("Przeczytane|Rozumiem")).click()
    page.wait_for_url("**/app/**")


def open_step(page: Page, title: str) -> None:
    """From the quest map."""
    page.get_by_role("listitem").get_by_role("link", name=re.compile(f"^{title}")).click()
    expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()


def choose_action(page: Page, name: str) -> None:
    page.get_by_role("radio", name=re.compile(f"^{name}")).check(force=True)
    page.get_by_role("button", name="Wybieram").click()


def propose_topic(page: Page, topic: str) -> None:
    page.get_by_label("O czym to będzie?").fill(topic)
    page.get_by_role("button", name="Wyślij temat").click()
    expect(page.get_by_text("Temat czeka na zgodę. Odpowiedź")).to_be_visible()


def hand_in_photo(page: Page, photo: bytes, taps: Taps) -> None:
    """The camera straight from the step, then one button."""
    with page.expect_file_chooser() as chooser:
        taps.tap(page.get_by_text("Zrób zdjęcie", exact=True))
    chooser.value.set_files({"name": "plakat.jpg", "mimeType": "image/jpeg", "buffer": photo})
    taps.tap(page.get_by_role("dialog").get_by_role("button", name="Wyślij", exact=True))
    expect(page.get_by_text("Praca czeka na ocenę. Odpowiedź")).to_be_visible()


def celebration(page: Page) -> Locator:
    return page.locator("dialog.celebration")


def close_celebrations(page: Page, close: str = "Zamknij") -> None:
    """Badges that came while this person was away are celebrated one after another; `close` is said on the button."""
    expect(page.locator(".live:not(.live-waiting)")).to_be_visible()
    page.wait_for_timeout(500)
    while celebration(page).is_visible():
        name = celebration(page).get_by_role("heading").inner_text()
        celebration(page).get_by_role("button", name=close).click()
        expect(celebration(page).get_by_role("heading", name=name)).to_be_hidden()


def share_badge(phone: Page, badge: str, nickname: str = "") -> str:
    """From home to a link with initials or a nickname, previewed as a stranger sees it."""
    phone.goto("/app/")
    phone.get_by_role("link", name=re.compile(badge)).first.click()
    expect(phone.get_by_text("podpisana", exact=True)).to_be_visible(timeout=15_000)
    take(phone, "badge")
    phone.get_by_role("checkbox", name=re.compile("Udostępniaj linkiem")).click()
    expect(phone.get_by_role("dialog").get_by_text("Tak widzi to ktoś obcy")).to_be_visible()
    if nickname:
        phone.get_by_role("radio", name=re.compile("^Pseudonim")).check(force=True)
        phone.get_by_role("textbox", name="Pseudonim").fill(nickname)
    else:
        take(phone, "share")
    phone.get_by_role("button", name="Utwórz link").click()
    return phone.get_by_role("textbox", name="Twój link").input_value()

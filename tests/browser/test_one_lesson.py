"""One lesson, end to end: a laptop and four phones at once, and a visitor who was sent a link."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import sign_in_by_name, take
from tests.browser.counting import Taps
from tests.browser.learning import (
    celebration,
    choose_action,
    hand_in_photo,
    open_step,
    propose_topic,
    read_notice,
    scan_card,
)
from tests.browser.teaching import (
    PASTED,
    assign_path,
    award_badge,
    go_home,
    make_class,
    open_class,
    open_sign_in,
    read_cards,
)
from tests.browser.weak_network import WeakNetwork

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PATH = "Cztery działania i projekt"
STEP = "Działanie obywatelskie nr 1"
BADGE = "Petycja lub list do władz"


def photo() -> bytes:
    """A poster as a phone would photograph it: 1200 × 1600, JPEG."""
    image = Image.new("RGB", (1200, 1600), "#f4ead5")
    draw = ImageDraw.Draw(image)
    draw.rectangle((90, 90, 1110, 1510), outline="#d4213d", width=24)
    draw.multiline_text((180, 220), "ŁAWKI\nPRZED\nSZKOŁĄ", fill="#3f37c9", font_size=190, spacing=40)
    draw.text((180, 1300), "Zbieramy podpisy!", fill="#333333", font_size=96)
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=82)
    return kept.getvalue()


def test_one_lesson(open_browser: Callable[..., Page], network: WeakNetwork) -> None:
    laptop = open_browser(phone=False)
    sign_in_by_name(laptop, "teacher")
    go_home(laptop)
    sheet = make_class(laptop, "2C", PASTED.read_text(encoding="utf-8"), Taps())
    cards = read_cards(sheet, 4)
    take(sheet, "cards")
    sheet.close()
    open_class(laptop, "2C")
    open_sign_in(laptop)

    phones = [open_browser(network=network if number == 3 else None) for number in range(4)]
    for phone, card in zip(phones, cards, strict=True):
        scan_card(phone, card.address, Taps())
        expect(phone.get_by_role("heading", name="Zanim zaczniesz")).to_be_visible()
        read_notice(phone)
        expect(phone.get_by_role("heading", name="Tu będą Twoje odznaki")).to_be_visible()
    first, second, third, far = phones

    go_home(laptop)
    assign_path(laptop, PATH, "2C", Taps())
    for phone in phones:
        expect(phone.get_by_role("link", name=re.compile(f"Dalej.*{PATH}"))).to_be_visible()

    # --- a student chooses, agrees the topic and hands in; the board shows both live ---
    open_class(laptop, "2C")
    expect(waiting(laptop, 0)).to_be_visible()
    choose_and_propose(first)
    waiting(laptop, 1).click()
    expect(laptop.get_by_text("Ławki przed szkołą")).to_be_visible()
    laptop.get_by_role("button", name="Zgoda na temat").click()
    expect(laptop.get_by_text("Temat uzgodniony: Liliana Adamczewska")).to_be_visible()
    open_class(laptop, "2C")
    hand_in_photo(first, photo(), Taps())
    expect(waiting(laptop, 1)).to_be_visible()
    take(laptop, "class-board")

    # --- the teacher reads it beside the criteria and accepts; the phone celebrates ---
    waiting(laptop, 1).click()
    expect(laptop.get_by_role("heading", name="Kryteria")).to_be_visible()
    picture = laptop.get_by_role("img", name=re.compile("Adamczewska"))
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") >= 900
    take(laptop, "review")
    laptop.get_by_role("button", name="Przyjmij", exact=True).click()
    expect(celebration(first).get_by_role("heading", name=BADGE)).to_be_visible()
    take(first, "celebration")
    celebration(first).get_by_role("button", name="Zamknij").click()
    expect(celebration(first)).to_be_hidden()


def waiting(laptop: Page, count: int) -> Locator:
    """The board's first counter."""
    return laptop.locator(".counters").get_by_text(re.compile(rf"^{count}\s*do oceny$"))


def choose_and_propose(phone: Page) -> None:
    """From home over the quest map to a topic that waits for the teacher."""
    phone.get_by_role("link", name="Ścieżki").click()
    phone.get_by_role("link", name=re.compile(PATH)).click()
    expect(phone.get_by_role("heading", name="Cztery działania", exact=True)).to_be_visible()
    take(phone, "quest-map")
    open_step(phone, STEP)
    take(phone, "step")
    choose_action(phone, BADGE)
    propose_topic(phone, "Ławki przed szkołą: petycja do rady gminy.")

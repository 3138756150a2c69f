"""One lesson, end to end: a laptop and four phones at once, and a visitor who was sent a link."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

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
    share_badge,
)
from tests.browser.photos import poster
from tests.browser.teaching import (
    PASTED,
    assign_path,
    award_badge,
    confirm_age,
    go_home,
    make_class,
    open_class,
    open_sign_in,
    read_cards,
    sign_now,
    to_review,
)
from tests.browser.weak_network import WeakNetwork

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PATH = "Cztery działania i projekt"
STEP = "Działanie obywatelskie nr 1"
BADGE = "Petycja lub list do władz"
AWARDED = "Debatuję z szacunkiem"


def test_one_lesson(open_browser: Callable[..., Page], network: WeakNetwork) -> None:
    laptop = open_browser(phone=False)
    laptop.goto("/")
    take(laptop, "home")
    sign_in_by_name(laptop, "teacher")
    go_home(laptop)
    sheet = make_class(laptop, "2C", PASTED.read_text(encoding="utf-8"), Taps())
    cards = read_cards(sheet, 4)
    take(sheet, "cards")
    sheet.close()
    open_class(laptop, "2C")
    open_sign_in(laptop)

    phones = [open_browser(network=network if number == 3 else None) for number in range(4)]
    phones[0].goto("/sign-in/")
    take(phones[0], "sign-in")
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
    expect(to_review(laptop, 0)).to_be_visible()
    choose_and_propose(first)
    to_review(laptop, 1).click()
    expect(laptop.get_by_text("Zielony plac przy szkole")).to_be_visible()
    laptop.get_by_role("button", name="Zgoda na temat").click()
    expect(laptop.get_by_text("Temat uzgodniony: Liliana Adamczewska")).to_be_visible()
    open_class(laptop, "2C")
    hand_in_photo(first, poster(), Taps())
    expect(to_review(laptop, 1)).to_be_visible()
    take(laptop, "class-board")

    # --- the teacher reads it beside the criteria and accepts; the phone celebrates ---
    to_review(laptop, 1).click()
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

    # --- one phone is in a dead spot while the whole class but one gets a badge ---
    network.cut()
    go_home(laptop)
    take(laptop, "home-teacher")
    award_badge(laptop, "2C", AWARDED, Taps(), without=("Zuzanna Bielawska-Kruk",), picture="award")
    for phone in (first, second):
        expect(celebration(phone).get_by_role("heading", name=AWARDED)).to_be_visible()
        celebration(phone).get_by_role("button", name="Zamknij").click()
    expect(celebration(third)).to_have_count(0)
    expect(far.get_by_text("łączę się")).to_be_visible()
    network.mend()
    expect(celebration(far).get_by_role("heading", name=AWARDED)).to_be_visible(timeout=20_000)
    celebration(far).get_by_role("button", name="Zamknij").click()
    expect(far.get_by_text("na żywo")).to_be_visible()

    # --- it was a mistake: undone, and said in one calm line ---
    laptop.get_by_role("status").get_by_role("button", name="Cofnij").click()
    for phone in (second, far):
        expect(phone.get_by_text(re.compile(f"{AWARDED}.*cofn"))).to_be_visible()
        expect(phone.get_by_role("heading", name="Tu będą Twoje odznaki")).to_be_visible()
    take(second, "calm-line")

    # --- the wall shows what the class did, and nobody's name ---
    place = laptop.url.split("?")[0]
    laptop.goto(f"{place}/projector")
    expect(laptop.get_by_text("1 odznaka w naszej klasie")).to_be_visible()
    shown = laptop.inner_text("body")
    for surname in (line.split()[0] for line in PASTED.read_text(encoding="utf-8").splitlines()):
        assert surname not in shown
    assert not re.search("jeszcze nie|stoi w miejscu|utkn", shown)
    take(laptop, "projector")

    # --- the badge is signed at once, shared, and read by a stranger, the verdict first ---
    confirm_age(laptop, place, "Adamczewska Liliana")
    sign_now(laptop, BADGE, "2C")
    address = share_badge(first, BADGE)
    visitor = open_browser(phone=True)
    visitor.goto(address)
    expect(visitor.get_by_role("heading").first).to_have_text(re.compile("^Ta odznaka jest prawdziwa"))
    expect(visitor.get_by_text(re.compile(r"^L\.\s?A\.$"))).to_be_visible()
    assert "Adamczewska" not in visitor.content()
    take(visitor, "public-badge")
    visitor.get_by_role("button", name="English").click()
    expect(visitor.get_by_role("heading").first).to_have_text("This badge is real and valid.")
    visitor.get_by_role("button", name="Polski").click()
    visitor.goto("/verify/")
    visitor.locator("textarea[name=badge]").fill(address)
    visitor.get_by_role("button", name="Sprawdź", exact=True).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(re.compile("^Ta odznaka jest prawdziwa"))
    take(visitor, "verify")

    # --- without any network the list of badges still opens ---
    first.goto("/app/badges")
    expect(first.get_by_role("link", name=re.compile(BADGE))).to_be_visible()
    first.goto("/app/")
    first.context.set_offline(True)
    first.goto("/app/badges")
    expect(first.get_by_role("link", name=re.compile(BADGE))).to_be_visible()
    expect(first.get_by_text(re.compile("Brak sieci"))).to_be_visible()
    take(first, "offline")


def choose_and_propose(phone: Page) -> None:
    """From home over the quest map to a topic that waits for the teacher."""
    phone.get_by_role("link", name="Ścieżki").click()
    phone.get_by_role("link", name=re.compile(PATH)).click()
    expect(phone.get_by_role("heading", name="Cztery działania", exact=True)).to_be_visible()
    take(phone, "quest-map")
    open_step(phone, STEP)
    take(phone, "step")
    choose_action(phone, BADGE)
    propose_topic(phone, "Zielony plac przy szkole: petycja do rady gminy.")

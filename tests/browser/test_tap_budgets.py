"""The budgets of product.md §3, counted from the person's own home screen."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, sign_in_by_name
from tests.browser.counting import Taps
from tests.browser.learning import (
    celebration,
    close_celebrations,
    hand_in_photo,
    read_notice,
    scan_card,
    share_badge,
)
from tests.browser.photos import poster
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

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PATH = "Cyfrowo i krytycznie"
BADGE = "Dbam o pamięć"


@pytest.fixture
def laptop(open_browser: Callable[..., Page]) -> Page:
    page = open_browser(phone=False)
    sign_in_by_name(page, "teacher")
    go_home(page)
    return page


def test_a_visitor_reads_the_verdict_first_with_no_tap(open_browser: Callable[..., Page]) -> None:
    phone, visitor = open_browser(), open_browser()
    sign_in_by_name(phone, "student01")
    visitor.goto(share_badge(phone, "Chronię swoje dane"))
    expect(visitor.get_by_role("heading").first).to_have_text("Ta odznaka jest prawdziwa i ważna.")
    assert (
        visitor.evaluate("document.querySelector('h1').getBoundingClientRect().bottom") < PHONE["height"] / 2
    )


def test_a_class_takes_six_taps_and_a_paste_and_its_cards_one_tap_to_be_in(
    laptop: Page, open_browser: Callable[..., Page]
) -> None:
    taps = Taps()
    sheet = make_class(laptop, "2T", PASTED.read_text(encoding="utf-8"), taps)
    expect(sheet.locator(".sign-in-card")).to_have_count(30)
    assert (taps.taps <= 6, taps.fields) == (True, 2)
    (card, other) = read_cards(sheet, 2)
    sheet.close()

    alone = Taps()
    phone = open_browser()
    scan_card(phone, card.address, alone, pin=card.pin)
    expect(phone.get_by_role("heading", name="Zanim zaczniesz")).to_be_visible()
    assert alone.fields == 1

    open_class(laptop, "2T")
    open_sign_in(laptop)
    in_class = Taps()
    second = open_browser()
    scan_card(second, other.address, in_class)
    expect(second.get_by_role("heading", name="Zanim zaczniesz")).to_be_visible()
    assert (in_class.taps, in_class.fields) == (1, 0)
    read_notice(second)

    go_home(laptop)
    assigned = Taps()
    assign_path(laptop, PATH, "2T", assigned)
    assert assigned.taps <= 4
    # The next step stands on the home screen; one tap opens it.
    expect(second.get_by_role("link", name=re.compile(f"^Dalej.*{PATH}"))).to_be_visible()


def test_a_badge_for_everybody_takes_three_taps_and_reaches_the_phone_with_none(
    laptop: Page, open_browser: Callable[..., Page]
) -> None:
    phone = open_browser()
    sign_in_by_name(phone, "student02")
    close_celebrations(phone)
    expect(phone.get_by_role("heading", name="Moje odznaki")).to_be_visible()
    taps = Taps()
    award_badge(laptop, "2B", BADGE, taps)
    assert taps.taps <= 3
    expect(celebration(phone).get_by_role("heading", name=BADGE)).to_be_visible()
    opened = Taps()
    opened.tap(celebration(phone).get_by_role("button", name="Zobacz odznakę"))
    expect(phone.get_by_role("heading", name=BADGE, exact=True)).to_be_visible()
    assert opened.taps == 1

    go_home(laptop)
    without = Taps()
    award_badge(laptop, "2B", "Piszę wniosek", without, without=("Borowiecki",))
    assert without.taps <= 4
    undone = Taps()
    undone.tap(laptop.get_by_role("status").get_by_role("button", name="Cofnij"))
    expect(laptop.get_by_text("„Piszę wniosek” została cofnięta")).to_be_visible()
    assert undone.taps == 1
    expect(celebration(phone)).to_have_count(0)


def test_a_photo_takes_three_taps_to_hand_in_and_two_to_accept(
    laptop: Page, open_browser: Callable[..., Page]
) -> None:
    # No tap at all: who needs me is the home screen.
    expect(laptop.get_by_role("link", name=re.compile(r"^\d+ do oceny$")).first).to_be_visible()
    phone = open_browser()
    sign_in_by_name(phone, "student21")
    close_celebrations(phone)
    expect(phone.get_by_role("link", name=re.compile("^Dalej"))).to_be_visible()
    handed_in = Taps()
    handed_in.tap(phone.get_by_role("link", name=re.compile("^Dalej")))
    hand_in_photo(phone, poster(), handed_in)
    assert (handed_in.taps, handed_in.fields) == (3, 0)

    laptop.reload()
    accepted = Taps()
    accepted.tap(laptop.get_by_role("link", name=re.compile(r"^\d+ do oceny$")).first)
    expect(laptop.get_by_role("heading", name="Kryteria")).to_be_visible()
    accepted.tap(laptop.get_by_role("button", name="Przyjmij", exact=True))
    expect(laptop.get_by_text(re.compile("^Przyjęto: "))).to_be_visible()
    assert accepted.taps == 2


def test_a_step_is_ticked_with_one_tap_each(laptop: Page) -> None:
    open_class(laptop, "2B")
    laptop.get_by_role("radio", name="Lista").check(force=True)
    for name in ("Olszaniecki", "Radomirska"):
        taps = Taps()
        mark = laptop.get_by_role("listitem").filter(has_text=name).locator("button.tick")
        expect(mark).to_have_attribute("aria-pressed", "false")
        taps.tap(mark)
        expect(mark).to_have_attribute("aria-pressed", "true")
        assert taps.taps == 1
